/** More of a foreign text than this is of no use in a row or a tooltip. */
const longest = 300;

/**
 * Foreign text in one line that can neither hide nor turn round what stands beside it: a character that is not seen is
 * written as its code, and what is too long is cut.
 */
export function plain(text: string): string {
  return visible(text, longest, /\p{C}|[\u2028\u2029]/gu);
}

/** The same for a text of several lines, such as a description. */
export function plainLines(text: string): string {
  return visible(text, 2_100, /(?!\n)\p{C}|[\u2028\u2029]/gu);
}

/** VS Code makes a link, even one to a command, of `[a](b)` in a notification: no foreign text may be one. */
export function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}

/** For lists, messages and the status bar, which make an icon of `$(name)`; the trees do not. */
export function withoutIcons(text: string): string {
  return plain(text).replaceAll("$(", "$ (");
}

function visible(text: string, most: number, hidden: RegExp): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut.replaceAll(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
