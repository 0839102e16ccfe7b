import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { afterEdits } from "../../../client/src/apply/editedRange";

/** A text with its span between `[` and `]`, an edit `old` → `new` beside it, and the text with the span afterwards. */
const pictures: readonly (readonly [name: string, before: string, old: string, text: string, after: string])[] = [
  ["before it in its line", "a: [1], b", "a", "longer", "longer: [1], b"],
  ["a line before it", "x\na: [1]", "x\n", "", "a: [1]"],
  ["lines put in before it", "x\na: [1]", "x", "x\ny\r\nz", "x\ny\r\nz\na: [1]"],
  ["lines put in right in its line", "a: [1]", "a:", "\n\n  a:", "\n\n  a: [1]"],
  ["behind it", "a: [1], b", "b", "c", "a: [1], c"],
  ["inside it", "a: [123]", "2", "4", "gone"],
  ["at its end", "a: [12]3", "3", "4", "gone"],
  ["all around it", "a: [12] b", "a: 12 b", "c", "gone"],
];

function unmarked(picture: string): { readonly document: TextDocument; readonly start: number; readonly end: number } {
  const [start, end] = [picture.indexOf("["), picture.indexOf("]") - 1];
  return { document: TextDocument.create("", "", 1, picture.replace(/[[\]]/gu, "")), start, end };
}

for (const [name, before, old, text, after] of pictures) {
  test(`an edit ${name}: ${JSON.stringify(after)}`, () => {
    const { document, start, end } = unmarked(before);
    const from = document.getText().indexOf(old);
    const range = { start: document.positionAt(from), end: document.positionAt(from + old.length) };
    const span = { start: document.positionAt(start), end: document.positionAt(end) };
    const wanted = unmarked(after);
    const shown = { start: wanted.document.positionAt(wanted.start), end: wanted.document.positionAt(wanted.end) };
    assert.deepEqual(afterEdits(span, [{ range, text }]), after === "gone" ? undefined : shown);
  });
}

test("whatever several edits around it do, the span keeps its text", () => {
  const piece = fc.stringMatching(/^[ab\n]{0,6}$/u);
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, piece), { maxLength: 4 }), (pairs) => {
      // Each pair is a piece of the text, with `|` after it, and what takes its place.
      const text = `${pairs.map(([old]) => `${old}|`).join("")}SPAN|end`;
      const document = TextDocument.create("", "", 1, text);
      const place = (offset: number, length: number) => ({
        start: document.positionAt(offset),
        end: document.positionAt(offset + length),
      });
      let offset = 0;
      const edits = pairs.map(([old, replacement]) => {
        const range = place(offset, old.length);
        offset += old.length + 1;
        return { range, text: replacement };
      });
      const moved = afterEdits(place(text.indexOf("SPAN"), 4), edits);
      const after = TextDocument.create(
        "",
        "",
        2,
        TextDocument.applyEdits(
          document,
          edits.map(({ range, text: newText }) => ({ range, newText })),
        ),
      );
      assert.ok(moved);
      assert.equal(after.getText(moved), "SPAN");
    }),
  );
});
