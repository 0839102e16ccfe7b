// `npm run fuzz [-- notation… --seconds N --seed N]`: random edits, a minute for each notation.
import { buildFuzzer } from "./build.mjs";

const fuzzer = await buildFuzzer();
process.setSourceMapsEnabled(true);
await import(fuzzer);
