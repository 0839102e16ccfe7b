import type { Mend } from "../tree";

const colon = /^([A-Za-z]+):(.+)/;
const blank = /([A-Za-z]+)([ \t]+)[A-Za-z0-9_.]+(?=[ \t]*(?:[,}\]]|$))/y;
const nothing = /^([A-Za-z]*[a-z])(?:[A-Z_]{3,}|[0-9][0-9.]*)[ \t]*$/;

/** In `name:value`, `name value`, `nameVALUE` and `name5`, all or the start of which is a name to the AWS CLI. */
export function equalsMend(text: string, start: number, end: number): Mend | undefined {
  const written = text.slice(start, end);
  const [, name, value = ""] = colon.exec(written) ?? [];
  if (name !== undefined) return equalsAt(start + name.length, 1, !value.includes(":"));
  const [, glued] = nothing.exec(written) ?? [];
  if (glued !== undefined) return equalsAt(start + glued.length, 0, true);
  blank.lastIndex = start;
  const [, before, between] = blank.exec(text) ?? [];
  return before === undefined || between === undefined
    ? undefined
    : equalsAt(start + before.length, between.length, true);
}

function equalsAt(start: number, length: number, isSure: boolean): Mend {
  return { start, end: start + length, text: "=", ...(isSure && { sure: true }) };
}

const inBraces = /\{[^{}]*\}(?:[ \t\n\r\v\f]*,[ \t\n\r\v\f]*\{[^{}]*\})*/y;

/** Items of a list without its brackets. */
export function bracketsMend(text: string, start: number): Mend | undefined {
  inBraces.lastIndex = start;
  const [all] = inBraces.exec(text) ?? [];
  return all === undefined ? undefined : { start, end: start + all.length, text: `[${all}]`, sure: true };
}
