import { parseArgs } from "node:util";
import { example, fullExample } from "../../server/src/model/skeleton";
import type { Outcome } from "./world";

/** `iot-jobs skeleton`. */
export function skeleton(args: readonly string[]): Outcome {
  const { values } = parseArgs({ args: [...args], options: { full: { type: "boolean" } } });
  return { code: 0, output: `${JSON.stringify(values.full ? fullExample() : example(), undefined, 2)}\n`, notes: "" };
}
