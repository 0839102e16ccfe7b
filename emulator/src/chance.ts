/** 32 bits that look random and are always the same for the same text (FNV-1a, then the mixer of MurmurHash3). */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** From 0 up to, but not, 1. */
export function chance(text: string): number {
  return hash(text) / 2 ** 32;
}

/** A whole number from `low` to `high`, both included. */
export function between(low: number, high: number, text: string): number {
  return low + Math.floor(chance(text) * (high - low + 1));
}

/** @throws RangeError for an empty list. */
export function pick<T>(list: readonly T[], text: string): T {
  const item = list[between(0, list.length - 1, text)];
  if (item === undefined) throw new RangeError("Give at least one item to pick from.");
  return item;
}

/** Text in the form of a UUID, always the same for the same text. */
export function uuid(text: string): string {
  const digits = [0, 1, 2, 3].map((part) => hash(`${text} ${part}`).toString(16).padStart(8, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
