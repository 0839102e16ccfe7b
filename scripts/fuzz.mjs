// `npm run fuzz [-- notation… --seconds N --seed N]`: random edits, a minute for each notation.
import path from "node:path";
import * as esbuild from "esbuild";
import { root } from "./child.mjs";

const outfile = path.join(root, "out/fuzz.mjs");
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ["test/fuzz/main.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  mainFields: ["module", "main"],
  banner: { js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);` },
  sourcemap: "linked",
  outfile,
  logLevel: "warning",
});
process.setSourceMapsEnabled(true);
await import(outfile);
