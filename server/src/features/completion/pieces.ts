import type { Leaf } from "./template";

/** Text to insert, in pieces: what is fixed, and the tab stops. */
export type Piece = string | Stop;

interface Stop {
  readonly text: string;
  readonly choices: readonly string[];
}

/** A leaf as the notation spells it. */
export function pieceOf({ text, stop }: Leaf, spell = (text: string): string => text): Piece {
  return stop ? { text: spell(text), choices: stop.choices.map(spell) } : spell(text);
}

/** The pieces in the snippet syntax of LSP. */
export function asSnippet(pieces: readonly Piece[]): string {
  let stop = 0;
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return piece.replace(/[\\$]/g, "\\$&");
      stop++;
      const { text, choices } = piece;
      if (choices.length === 0) return `\${${stop}:${text.replace(/[\\$}]/g, "\\$&")}}`;
      const others = choices.filter((choice) => choice !== text);
      return `\${${stop}|${[text, ...others].map((choice) => choice.replace(/[\\$},|]/g, "\\$&")).join(",")}|}`;
    })
    .join("");
}

/** The pieces with the tab stops taken off. */
export function asText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** Spells the pieces for the text that they stand in. */
export function spelled(pieces: readonly Piece[], spell: (text: string) => string): readonly Piece[] {
  return pieces.map((piece) =>
    typeof piece === "string" ? spell(piece) : { text: spell(piece.text), choices: piece.choices.map(spell) },
  );
}

export function hasStop(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece !== "string");
}

/** Puts a separator between groups of pieces. */
export function joined(groups: readonly (readonly Piece[])[], separator: string): readonly Piece[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [separator, ...group]));
}
