import { parseArgs } from "node:util";
import { updateJobSchema } from "../../server/src/model/jsonSchema";
import type { Outcome } from "./world";

/** `iot-jobs schema`. */
export function schema(args: readonly string[]): Outcome {
  parseArgs({ args: [...args] });
  return { code: 0, output: `${JSON.stringify(updateJobSchema(), undefined, 2)}\n`, notes: "" };
}
