import type { Analysis } from "../analysis";
import { type Word, readShell } from "../syntax/shell";
import type { Root, Span } from "../syntax/tree";

/** Where a command is named: `update-job`. A list of options alone has no such word. */
export function commandWord({ owner }: Root, text: string): Span | undefined {
  return owner !== undefined && /^['"]?update-job['"]?$/.test(text.slice(owner.start, owner.end)) ? owner : undefined;
}

/** The words of the command that a root is, in their order. */
export function wordsOf({ text, notation }: Analysis, { span }: Root): readonly Word[] {
  return readShell(text, span, notation === "script" ? "script" : "list").commands.flat();
}
