// `npm run bench`: builds the servers, measures them, and writes the tables into docs/benchmarks.md; `-- --quick` and `-- JSON start …` only print.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildBench, buildProduct } from "./build.mjs";
import { progress, root, runNode } from "./child.mjs";

const introduction = `# Benchmarks

Made by \`npm run bench\`: this server, VS Code's JSON language service behind a minimal server with the schema of
\`iot-jobs schema\` (asked by pull, without debounce), and a server that does nothing, over the IPC channel on which VS Code
speaks to such servers, in alternating rounds of fresh processes, each with the machine for itself. Compare the ratios: the times
are of one machine. "At first" are the first keys of a process; the others come after as many more as V8 takes to compile what
is called often (1500 of each kind up to 10 KB). Of keys at once each question but the last is withdrawn, as editors do. The JSON
service reads JSON only: beside YAML, \`.update-job\` files and scripts it has a JSON payload of the same size. The second table is of
whole processes over the same files, one payload with a mistake in every other; ajv-cli stops at the first file that is no JSON, so it gets the others only, and a tolerance
for two decimals.
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProduct({ minify: true });
  await buildBench(["bench", "jsonServiceServer", "jsonServiceLinter", "floorServer"]);
  const args = process.argv.slice(2);
  progress(`Measuring; all of it takes about ${args.includes("--quick") ? "half a minute" : "eight minutes"} …`);
  const { code, output } = await runNode(["out/bench/bench.js", ...args]);
  process.stdout.write(output);
  if (code === 0 && args.length === 0)
    writeFileSync(path.join(root, "docs/benchmarks.md"), `${introduction}\n${output}`);
  process.exitCode = code;
}
