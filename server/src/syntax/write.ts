import type { PlainMember, PlainObject, PlainValue } from "./plainValue";
import { typeOfPlain } from "./yaml/scalar";

/** JSON on lines of its own, two blanks deep. */
export function writeJson(value: PlainValue, indent = ""): string {
  const inner = `${indent}  `;
  if (value.kind === "object" && value.members.length > 0) {
    const lines = value.members.map(
      ({ name, value: item }) => `${inner}${JSON.stringify(name)}: ${writeJson(item, inner)}`,
    );
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  if (value.kind === "list" && value.items.length > 0) {
    return `[\n${value.items.map((item) => `${inner}${writeJson(item, inner)}`).join(",\n")}\n${indent}]`;
  }
  return writeCompactJson(value);
}

/** JSON on one line, without a blank: a word of a command. */
export function writeCompactJson(value: PlainValue): string {
  switch (value.kind) {
    case "object":
      return `{${value.members.map(({ name, value: item }) => `${JSON.stringify(name)}:${writeCompactJson(item)}`).join(",")}}`;
    case "list":
      return `[${value.items.map(writeCompactJson).join(",")}]`;
    case "text":
      return JSON.stringify(value.text);
    case "number":
    case "word":
      return value.text;
  }
}

/** YAML in blocks, two blanks deep; ends without a line break. */
export function writeYaml(value: PlainValue): string {
  return yamlLines(value).join("\n");
}

function yamlLines(value: PlainValue): readonly string[] {
  if (value.kind === "object" && value.members.length > 0) return value.members.flatMap(yamlMember);
  if (value.kind === "list" && value.items.length > 0) return value.items.flatMap(yamlItem);
  if (value.kind === "text") return [yamlWord(value.text)];
  return [writeCompactJson(value)];
}

function yamlMember({ name, value }: PlainMember): readonly string[] {
  const lines = yamlLines(value);
  const isBlock =
    (value.kind === "object" && value.members.length > 0) || (value.kind === "list" && value.items.length > 0);
  const key = yamlWord(name);
  return isBlock ? [`${key}:`, ...lines.map((line) => `  ${line}`)] : [`${key}: ${lines.join("")}`];
}

function yamlItem(item: PlainValue): readonly string[] {
  return yamlLines(item).map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
}

/** Letters, digits and what means nothing in YAML, wherever it stands. */
const plainYaml = /^[A-Za-z0-9_./+(][\w./+()@$^;-]*(?: [\w./+()@$^;-]+)*$/;
/** What JSON leaves as it is and YAML takes for a line break or refuses. */
const special = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Text of YAML: as it is where YAML takes it for text, else in double quotes. */
export function yamlWord(text: string): string {
  if (plainYaml.test(text) && typeOfPlain(text) === "string") return text;
  return JSON.stringify(text).replace(special, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A structure in the shorthand of the AWS CLI; `undefined` where shorthand has no words for it. */
export function writeShorthand({ members }: PlainObject): string | undefined {
  return members.length === 0 ? undefined : joined(members.map(shorthandMember));
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(",");
}

function shorthandMember({ name, value }: PlainMember): string | undefined {
  const written = shorthandValue(value);
  return written === undefined || !/^[\w\-.#/:]+$/.test(name) ? undefined : `${name}=${written}`;
}

/** A value within a structure; `undefined` where shorthand has no words for it. */
export function shorthandValue(value: PlainValue): string | undefined {
  switch (value.kind) {
    case "object": {
      const inner = joined(value.members.map(shorthandMember));
      return inner === undefined ? undefined : `{${inner}}`;
    }
    case "list": {
      const inner = joined(value.items.map(shorthandValue));
      return inner === undefined ? undefined : `[${inner}]`;
    }
    case "number":
      return value.text;
    case "text":
      return shorthandWord(value.text);
    case "word":
      return undefined;
  }
}

/** Text of shorthand: bare, or in the quotes that it does not hold itself. */
export function shorthandWord(text: string): string | undefined {
  if (/^[A-Za-z0-9_./:+][\w./:+@-]*$/.test(text)) return text;
  if (text.includes("\\") || (text.includes("'") && text.includes('"'))) return undefined;
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}
