const longest = 60;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** Text of the document as a message can hold it: not too long, and what shows nothing by its number, `U+200D`. */
export function shown(text: string): string {
  const kept = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return kept.replace(invisible, codePointOf);
}

/** A character by its number in Unicode: `U+200D`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
