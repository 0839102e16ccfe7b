import { parseArgs } from "node:util";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyze } from "../../server/src/analysis";
import { example, fullExample } from "../../server/src/model/skeleton";
import { write } from "./convert";
import { targetNamed } from "./notation";
import type { Outcome, World } from "./world";

const options = { full: { type: "boolean" }, to: { type: "string", default: "json" } } as const;

/** `iot-jobs skeleton`. */
export function skeleton(args: readonly string[], world: World): Outcome {
  const { values } = parseArgs({ args: [...args], options });
  const text = values.full === true ? fullExample() : example();
  return write(
    analyze(TextDocument.create("skeleton", "json", 0, text), "json"),
    { to: targetNamed(values.to) },
    world,
  );
}
