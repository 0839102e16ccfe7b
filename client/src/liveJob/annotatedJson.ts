import { type Path, pathInWords } from "./difference";
import { type Json, isList } from "./liveConfiguration";

/** JSON with a comment after the lines of some members, by their paths in words. */
export function annotatedJson(value: Json, comments: ReadonlyMap<string, string>): string {
  return lines(value, [], comments)
    .map(({ text, comment }) => (comment === undefined ? text : `${text} // ${comment}`))
    .join("\n");
}

/** JSON with the escapes of all characters that nobody sees, such as those that turn text round: it means the same. */
export function inFullView(json: string): string {
  return json.replaceAll(/(?![\n])[\p{C}\u2028\u2029]/gu, (hidden) =>
    Array.from({ length: hidden.length }, (_, index) => escapeOf(hidden.charCodeAt(index))).join(""),
  );
}

function escapeOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

interface Line {
  readonly text: string;
  readonly comment?: string | undefined;
}

function lines(value: Json, path: Path, comments: ReadonlyMap<string, string>): readonly Line[] {
  const comment = comments.get(pathInWords(path));
  if (typeof value !== "object") return [{ text: inFullView(JSON.stringify(value)), comment }];
  const parts = isList(value)
    ? value.map((item, index) => lines(item, [...path, index], comments))
    : Object.entries(value).map(([name, member]) =>
        prefixed(`${inFullView(JSON.stringify(name))}: `, lines(member, [...path, name], comments)),
      );
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return [{ text: `${open}${close}`, comment }];
  const inner = parts.flatMap((part, index) => indented(index < parts.length - 1 ? withComma(part) : part));
  return [{ text: open, comment }, ...inner, { text: close }];
}

function prefixed(prefix: string, [first, ...others]: readonly Line[]): readonly Line[] {
  return first === undefined ? [] : [{ ...first, text: `${prefix}${first.text}` }, ...others];
}

function withComma(part: readonly Line[]): readonly Line[] {
  return part.map((line, index) => (index === part.length - 1 ? { ...line, text: `${line.text},` } : line));
}

function indented(part: readonly Line[]): readonly Line[] {
  return part.map((line) => ({ ...line, text: `  ${line.text}` }));
}
