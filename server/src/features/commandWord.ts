import type { Root, Span } from "../syntax/tree";

/** Where a command is named: `update-job`. A list of options alone has no such word. */
export function commandWord({ owner }: Root, text: string): Span | undefined {
  return owner !== undefined && /^['"]?update-job['"]?$/.test(text.slice(owner.start, owner.end)) ? owner : undefined;
}
