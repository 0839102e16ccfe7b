import type { Shape, Structure } from "../../model/shape";
import type { Span } from "../../syntax/tree";
import type { Edit } from "../edits";
import type { Piece } from "./pieces";
import type { Template } from "./template";

/** A place in a text where something can be written, whatever the notation. Offsets are those of the text it was found in. */
export interface Slot {
  readonly wants: Wants;
  /** The word that is replaced: on one line, around the cursor. */
  readonly token: Span;
  /** What that word opens with; an editor holds the words of its list against all of it. */
  readonly quote: string;
  /** A member's name as it is shown; by itself if absent. */
  readonly nameOf?: (member: string) => string;
  /** What later lines of an insertion start with, where that matters and is not what the line in the document starts with. */
  readonly indent?: string;
  /** `undefined` where it cannot be written. */
  readonly fill: (filling: Filling) => Insertion | undefined;
}

export type Wants =
  | {
      readonly kind: "member";
      readonly structure: Structure;
      readonly path: readonly string[];
      readonly present: readonly string[];
      /** All members at once fit too: there are none yet, and no brackets are needed. */
      readonly takesWhole?: true;
      /** The value stands there already. */
      readonly nameOnly?: true;
      /** Whether what stands there already may be a value of the shape. */
      readonly fits?: (shape: Shape) => boolean;
      /** What is no member fits too: options of the command. */
      readonly keywords?: readonly Keyword[];
    }
  | {
      readonly kind: "value";
      readonly shape: Shape;
      readonly path: readonly string[];
      readonly keywords?: readonly Keyword[];
    };

/** Something to write that the shape of UpdateJob does not know of. */
export interface Keyword {
  readonly label: string;
  readonly detail: string;
  readonly filling: Filling;
}

/** A member with its value, or a value alone. */
export interface Filling {
  readonly name?: string;
  readonly value?: Template | undefined;
}

/** What is written in place of the token, and what else must change for the text to stay whole. */
export interface Insertion {
  readonly pieces: readonly Piece[];
  readonly edits: readonly Edit[];
}
