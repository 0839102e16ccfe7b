/** Gives equal slices of a text as one string, so that a large payload holds each member name once. */
export type Interner = (text: string, start: number, end: number) => string;

const slots = 256;
const longest = 40;

/** A small direct-mapped cache: a slice is compared in place, and cut out only when it is not the one there. */
export function interner(): Interner {
  const cache: string[] = [];
  return (text, start, end) => {
    const length = end - start;
    if (length === 0 || length > longest) return text.slice(start, end);
    const slot = (length * 31 + text.charCodeAt(start) * 7 + text.charCodeAt(end - 1)) % slots;
    const known = cache[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    return (cache[slot] = text.slice(start, end));
  };
}
