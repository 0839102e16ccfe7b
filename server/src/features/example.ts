import type { Shape } from "../model/shape";
import { plainValueOf } from "../model/value";
import { parseJson } from "../syntax/json/json";
import type { PlainValue } from "../syntax/plainValue";
import { plainSource } from "../syntax/source";
import type { ObjectNode } from "../syntax/tree";
import { writeShorthand, writeYaml } from "../syntax/write";
import { optionText } from "./convert";

/** A member with a value, as it is written in an object of that notation. */
export function exampleOf(name: string, shape: Shape, notation: ObjectNode["notation"]): string {
  const asJson = `"${name}": ${shape.example}`;
  const value = notation === "json" ? undefined : plainJson(shape.example, shape);
  if (value === undefined) return asJson;
  const members = [{ name, value }];
  switch (notation) {
    case "json":
    case "yaml":
      return writeYaml({ kind: "object", members });
    case "shorthand":
      return writeShorthand({ kind: "object", members }) ?? asJson;
    case "options":
      return optionText({ name, value }) ?? asJson;
  }
}

/** JSON text as a value free of any notation; `undefined` for broken text. */
export function plainJson(json: string, shape: Shape | undefined): PlainValue | undefined {
  const node = parseJson(plainSource(json)).roots[0]?.node;
  return node && plainValueOf(node, shape, []);
}
