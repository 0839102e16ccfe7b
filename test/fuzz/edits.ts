import type { DocumentNotation } from "../../server/src/syntax/parse";
import type { Random } from "./random";
import { documents, pieces } from "./seeds";

/** So many UTF-16 units from `start` on are replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longer texts only shrink. */
const maximumLength = 3000;

/** A change as a person, a paste or a merge gone wrong would make it, anywhere in the text. */
export function editOf(text: string, notation: DocumentNotation, random: Random): Edit {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(8));
  if (text.length > maximumLength) return { start: 0, end: text.length >> 1, text: "" };
  switch (random.below(8)) {
    case 0:
      return { start, end, text: "" };
    case 1:
      return { start, end: text.length, text: "" };
    case 2: {
      const from = random.below(text.length + 1);
      return { start, end: start, text: text.slice(from, from + random.below(60)) };
    }
    case 3:
      return { start, end, text: String.fromCharCode(random.below(0x10000)) };
    case 4: {
      const other = random.pick(documents[notation]);
      const from = random.below(other.length + 1);
      return { start, end, text: other.slice(from, from + random.below(200)) };
    }
    case 5:
      return { start, end, text: random.pick(pieces[notation]).repeat(1 + random.below(20)) };
    default:
      return { start, end: random.below(2) === 0 ? start : end, text: random.pick(pieces[notation]) };
  }
}
