// Edits documents at random for as long as it is told: `npm run fuzz -- [notation…] [--seconds N] [--seed N]`.
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz";

const notations = ["json", "yaml", "options", "script"] as const;

const { values, positionals } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
  allowPositionals: true,
});
const strangers = positionals.filter((name) => !notations.some((notation) => notation === name));
if (strangers.length > 0 || !(Number(values.seconds) > 0) || !Number.isSafeInteger(Number(values.seed))) {
  console.error(`Usage: npm run fuzz -- [${notations.join("|")} …] [--seconds N] [--seed N]`);
  process.exit(2);
}
const chosen = notations.filter((notation) => positionals.length === 0 || positionals.includes(notation));
for (const notation of chosen) {
  const texts = fuzz(notation, { milliseconds: Number(values.seconds) * 1000, seed: Number(values.seed) });
  console.log(`${notation}: ${texts} texts in ${values.seconds} s from seed ${values.seed}; all sound`);
}
