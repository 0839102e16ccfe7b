import { parseJson } from "./json";
import { type Command, parseOptions } from "./options";
import { parseScript } from "./script";
import { plainSource } from "./source";
import type { SyntaxTree } from "./tree";
import { parseYaml } from "./yaml";

/** What a document as a whole is written in. */
export type DocumentNotation = "json" | "yaml" | "options" | "script";

/** Reads a document. Broken text is data: the tree holds what could be read, and the problems. Never throws. */
export function parse(text: string, notation: DocumentNotation, command: Command): SyntaxTree {
  switch (notation) {
    case "json":
      return parseJson(plainSource(text));
    case "yaml":
      return parseYaml(plainSource(text));
    case "options":
      return parseOptions(text, command);
    case "script":
      return parseScript(text, command);
  }
}
