import { optionOf } from "../../syntax/optionNames";
import { quoted } from "./shellWords";
import type { Sheet } from "./sheet";

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
  const value: unknown = JSON.parse(json);
  if (notation === "shorthand") return shorthandOf(value);
  return quoted(typeof value === "object" && value !== null ? topLevelOf(value) : String(value));
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

function topLevelOf(value: object): string {
  return Object.entries(value)
    .map(([name, part]) => `${name}=${shorthandOf(part)}`)
    .join(",");
}

function shorthandOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shorthandOf).join(",")}]`;
  if (typeof value === "object" && value !== null) return `{${topLevelOf(value)}}`;
  return shorthandText(String(value), "");
}

function shorthandText(value: string, there: string): string {
  const [quote] = /^["']/.exec(there) ?? [];
  const needsQuotes = !/^[^\s"',=[{}\]]([^"',}\]\0-\x1f]*[^"',}\]\s])?$/.test(value);
  if (quote === undefined && !needsQuotes) return value;
  const mark = quote ?? '"';
  return `${mark}${value.replaceAll("\\", "\\\\").replaceAll(mark, `\\${mark}`)}${mark}`;
}

function yamlText(value: string, there: string): string {
  if (there.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  const isPlain =
    /^[A-Za-z][\w./ -]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value) && !/\s$/.test(value);
  return isPlain && !there.startsWith('"') ? value : JSON.stringify(value);
}
