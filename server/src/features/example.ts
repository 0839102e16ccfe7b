import type { Shape } from "../model/shape";
import { plainValueOf } from "../model/value";
import { parseJson } from "../syntax/json";
import { plainSource } from "../syntax/source";
import type { ObjectNode } from "../syntax/tree";
import { writeShorthand, writeYaml } from "../syntax/write";
import { optionText } from "./convert";

/** A member with a value, as it is written in an object of that notation. */
export function exampleOf(name: string, shape: Shape, notation: ObjectNode["notation"]): string {
  const asJson = `"${name}": ${shape.example}`;
  const node = parseJson(plainSource(shape.example)).roots[0]?.node;
  const value = node && plainValueOf(node, shape, []);
  if (value === undefined) return asJson;
  const members = [{ name, value }];
  switch (notation) {
    case "json":
      return asJson;
    case "yaml":
      return writeYaml({ kind: "object", members });
    case "shorthand":
      return writeShorthand({ kind: "object", members }) ?? asJson;
    case "options":
      return optionText({ name, value }) ?? asJson;
  }
}
