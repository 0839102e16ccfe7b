// `npm run bench`: builds the servers, measures them, and writes the table into docs/benchmarks.md.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildProduct } from "./build.mjs";
import { progress, root, runNode } from "./child.mjs";

const introduction = `# Benchmarks

Made by \`npm run bench\`: this server, VS Code's JSON language service behind a minimal server with the schema of UpdateJob
(asked by pull, without debounce), and a server that does nothing, in alternating rounds of one run. Compare the ratios: the
times are of one machine. The burst at 1 MB has 20 keys.
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProduct({ minify: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["test/bench/bench.ts", "test/bench/jsonServiceServer.ts", "test/bench/floorServer.ts"],
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    outdir: "out/bench",
    logLevel: "warning",
  });
  progress("Measuring; this takes about two minutes …");
  const { code, output } = await runNode(["out/bench/bench.js"]);
  process.stdout.write(output);
  if (code === 0) writeFileSync(path.join(root, "docs/benchmarks.md"), `${introduction}\n${output}`);
  process.exitCode = code;
}
