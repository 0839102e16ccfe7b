import type { Shape } from "../model/shape";

/** The shape's example as a snippet: one member a line, a tab stop at each value. */
export function snippetOf(shape: Shape): string {
  let stop = 0;
  const example: unknown = JSON.parse(shape.example);
  const write = (value: unknown, indent: string): string => {
    const inner = `${indent}\t`;
    if (Array.isArray(value)) return `[${value.map((item) => write(item, indent)).join(", ")}]`;
    if (typeof value === "object" && value !== null) {
      const lines = Object.entries(value).map(([name, item]) => `${inner}"${name}": ${write(item, inner)}`);
      return `{\n${lines.join(",\n")}\n${indent}}`;
    }
    stop++;
    return typeof value === "string" ? `"\${${stop}:${escape(value)}}"` : `\${${stop}:${JSON.stringify(value)}}`;
  };
  return write(example, "");
}

function escape(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** The snippet with its tab stops taken off. */
export function plainText(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, "$1"));
}
