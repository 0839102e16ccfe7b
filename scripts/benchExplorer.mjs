// `node scripts/benchExplorer.mjs`: measures the explorer on 100,000 jobs, and writes the tables into docs/explorer.md.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buildBench, buildProduct } from "./build.mjs";
import { progress, root, runNode } from "./child.mjs";

const introduction = `# The explorer on 100,000 jobs

Made by \`node scripts/benchExplorer.mjs\`: the emulator in a process of its own, the AWS SDK loaded, connections made anew in
each round, the explorer and the bare call in turns. Compare the ratios: the times are of one machine.
`;

await buildProduct({ minify: true });
await buildBench(["explorerBench"]);
progress("Measuring; this takes about half a minute …");
const { code, output } = await runNode(["--expose-gc", "out/bench/explorerBench.js"], {
  env: { ...process.env, AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "example", NODE_NO_WARNINGS: "1" },
});
process.stdout.write(output);
if (code === 0) writeFileSync(path.join(root, "docs/explorer.md"), `${introduction}\n${output}`);
process.exitCode = code;
