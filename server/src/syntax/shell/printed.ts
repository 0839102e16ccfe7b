import { nameOf, scriptOf } from "./runners";
import type { Part, Word } from "./shell";

/** The scripts that `echo '…'` and `printf '…\n'` print as they stand, for a shell that reads them from a pipe. */
export function printedBy([program, ...rest]: readonly Word[]): readonly Part[] {
  const name = program && nameOf(program);
  if (name === "echo") return printedByEcho(rest);
  return name === "printf" ? printedByPrintf(rest) : [];
}

function printedByEcho(words: readonly Word[]): readonly Part[] {
  const [text, ...others] = words.filter(({ source }) => !/^-[neE]+$/.test(source.text));
  const isAsItStands = words.length === 1 || text?.source.text.includes("\\") === false;
  return text !== undefined && others.length === 0 && isAsItStands ? [scriptOf(text)] : [];
}

function printedByPrintf([format, ...values]: readonly Word[]): readonly Part[] {
  const text = format?.source.text ?? "";
  if (values.length > 0) return text === "%s\\n" || (text === "%s" && values.length === 1) ? values.map(scriptOf) : [];
  let end = text.length;
  while (text.endsWith("\\n", end)) end -= 2;
  return format === undefined || /[%\\]/.test(text.slice(0, end)) ? [] : [{ ...scriptOf(format), end }];
}
