import type { Mend } from "../tree";

/** In `name:value`, all of which is a name to the AWS CLI. */
export function colonMend(text: string, start: number, end: number): Mend | undefined {
  const [, name, value = ""] = /^([A-Za-z]+):(.+)/.exec(text.slice(start, end)) ?? [];
  if (name === undefined) return undefined;
  const place = start + name.length;
  return { start: place, end: place + 1, text: "=", ...(!value.includes(":") && { sure: true }) };
}

const inBraces = /\{[^{}]*\}(?:[ \t\n\r\v\f]*,[ \t\n\r\v\f]*\{[^{}]*\})*/y;

/** Items of a list without its brackets. */
export function bracketsMend(text: string, start: number): Mend | undefined {
  inBraces.lastIndex = start;
  const [all] = inBraces.exec(text) ?? [];
  return all === undefined ? undefined : { start, end: start + all.length, text: `[${all}]`, sure: true };
}
