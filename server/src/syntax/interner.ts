import { codeAt } from "./source";

/** Gives equal pieces of texts as one string, so that a large payload holds each member name once, and its next version the same. */
export interface Interner {
  readonly slice: (text: string, start: number, end: number) => string;
  /** The value of the JSON string whose opening quote stands at `start`, if it has neither escapes nor faults. */
  readonly plainString: (text: string, start: number) => string | undefined;
}

const slots = 256;
const longest = 40;

/** Small direct-mapped caches: what stands in the text is compared in place, and cut out only when it is not the one there. */
export function interner(): Interner {
  const slices = new Array<string>(slots).fill("");
  const strings = new Array<string>(slots).fill("");
  return {
    slice(text, start, end) {
      const length = end - start;
      if (length === 0 || length > longest) return text.slice(start, end);
      const slot = (hashAt(text, start) + 11 * length) % slots;
      const known = slices[slot] ?? "";
      if (known.length === length && text.startsWith(known, start)) return known;
      return (slices[slot] = asName(text.slice(start, end)));
    },
    plainString(text, start) {
      const slot = hashAt(text, start + 1) % slots;
      const known = strings[slot] ?? "";
      if (codeAt(text, start + 1 + known.length) === 0x22 && text.startsWith(known, start + 1)) return known;
      const end = plainStringEnd(text, start);
      if (end === undefined) return undefined;
      const value = text.slice(start + 1, end - 1);
      return value.length > longest ? value : (strings[slot] = asName(value));
    },
  };
}

/** After the closing quote of a string without escapes and faults; `undefined` for any other. */
function plainStringEnd(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return index + 1;
    if (code === 0x5c || code < 0x20) return undefined;
  }
  return undefined;
}

/** Texts that begin alike share a slot: so a string is found before its end is known. */
function hashAt(text: string, start: number): number {
  return codeAt(text, start) * 37 + codeAt(text, start + 1);
}

/**
 * V8 keeps one copy of what names a property, and shapes name theirs: so comparing two names is comparing two addresses. Nor
 * does that copy keep alive the text that it was cut out of.
 */
function asName(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
