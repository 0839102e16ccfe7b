import { optionOf } from "../../syntax/command/optionNames";
import { shorthandWord, shorthandValue, writeShorthand, yamlWord } from "../../syntax/write";
import { plainJson } from "../example";
import type { Sheet } from "./sheet";
import { quoted } from "./shellWords";

type Notation = Sheet["notation"];

/** A value as its notation spells it. `there` is the text that it replaces, whose quotes are kept. */
export function spelledValue(value: string, type: "text" | "number", notation: Notation, there: string): string {
  if (type === "number" || notation === "options") return value;
  switch (notation) {
    case "json":
      return JSON.stringify(value);
    case "yaml":
      return yamlText(value, there);
    case "shorthand":
      return shorthandText(value, there);
  }
}

/** A member's name as its notation spells it. */
export function spelledName(name: string, notation: Notation, there: string): string {
  switch (notation) {
    case "json":
      return JSON.stringify(name);
    case "yaml":
      return /^["']/.test(there) ? yamlText(name, there) : name;
    case "shorthand":
      return name;
    case "options":
      return optionOf(name);
  }
}

/** A value given as JSON, in another notation. */
export function spelledJson(json: string, notation: Notation): string {
  if (notation === "json" || notation === "yaml") return json;
  const value = plainJson(json, undefined);
  if (value === undefined) return json;
  if (notation === "shorthand") return shorthandValue(value) ?? json;
  const isObject = value.kind === "object";
  return quoted((isObject ? writeShorthand(value) : shorthandValue(value)) ?? json);
}

/** `name: value` or what the notation has for it; `json` is the value as JSON. */
export function spelledMember(name: string, json: string, notation: Notation): string {
  return pair(name, spelledJson(json, notation), notation);
}

/** The same with a value that is spelled already. */
export function pair(name: string, value: string, notation: Notation): string {
  switch (notation) {
    case "json":
      return `${JSON.stringify(name)}: ${value}`;
    case "yaml":
      return `${name}: ${value}`;
    case "shorthand":
      return `${name}=${value}`;
    case "options":
      return `${optionOf(name)} ${value}`;
  }
}

/** In the quotes that are there; of text without quotes, in double ones where it needs them. */
function shorthandText(value: string, there: string): string {
  const [quote] = /^["']/.exec(there) ?? [];
  if (quote === undefined && shorthandWord(value) === value) return value;
  const mark = quote ?? '"';
  return `${mark}${value.replaceAll("\\", "\\\\").replaceAll(mark, `\\${mark}`)}${mark}`;
}

function yamlText(value: string, there: string): string {
  if (there.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  const text = yamlWord(value);
  return text === value && there.startsWith('"') ? JSON.stringify(value) : text;
}
