import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { documentsIn, encodingFor } from "../../server/src/positionEncoding";

const utf8 = documentsIn(() => "utf-8");

/** Each character of the line with the column that it starts at. */
function columns(text: string): string {
  const document = utf8.create("file:///a", "json", 1, text);
  let picture = "";
  for (let offset = 0; offset < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    picture += `${character}${document.positionAt(offset).character} `;
    offset += character.length;
  }
  return picture;
}

test("the client's first choice that is known is taken, and UTF-16 without one", () => {
  const choices = [undefined, [], ["utf-32"], ["utf-8", "utf-16"], ["utf-32", "utf-16", "utf-8"]];
  assert.deepEqual(
    choices.map((offered) => encodingFor(offered)),
    ["utf-16", "utf-16", "utf-16", "utf-8", "utf-16"],
  );
});

test("columns count bytes: one for ASCII, two, three and four for what is above", () => {
  assert.equal(columns("aé€😀b"), "a0 é1 €3 😀6 b10 ");
});

test("a column inside a character is the character's start, and one after the line its end", () => {
  const document = utf8.create("file:///a", "json", 1, "é😀\nx");
  const offsets = [0, 1, 2, 3, 4, 5, 6, 7, 99].map((character) => document.offsetAt({ line: 0, character }));
  assert.deepEqual(offsets, [0, 0, 1, 1, 1, 1, 3, 3, 3]);
});

const text = fc.string({ unit: fc.constantFrom("a", "é", "€", "😀", "\n", "\r\n", '"'), maxLength: 30 });

test("every offset leads to a position and back", () => {
  fc.assert(
    fc.property(text, (value) => {
      const document = utf8.create("file:///a", "json", 1, value);
      const plain = TextDocument.create("file:///a", "json", 1, value);
      for (let offset = 0; offset <= value.length; offset++) {
        const there = plain.offsetAt(plain.positionAt(offset));
        const inside = /[\udc00-\udfff]/.test(value.charAt(there));
        assert.equal(document.offsetAt(document.positionAt(offset)), inside ? there - 1 : there);
      }
    }),
  );
});

test("edits in bytes and edits in UTF-16 units give the same text", () => {
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (before, inserted, one, other) => {
      const plain = TextDocument.create("file:///a", "json", 1, before);
      const document = utf8.create("file:///a", "json", 1, before);
      const [start = 0, end = 0] = [one, other]
        .map((seed) => plain.offsetAt(plain.positionAt(seed % (before.length + 1))))
        .map((offset) => (/[\udc00-\udfff]/.test(before.charAt(offset)) ? offset - 1 : offset))
        .sort((a, b) => a - b);
      const rangeIn = (of: TextDocument) => ({ start: of.positionAt(start), end: of.positionAt(end) });
      const edited = utf8.update(document, [{ range: rangeIn(document), text: inserted }], 2);
      assert.equal(edited.getText(), before.slice(0, start) + inserted + before.slice(end));
      assert.equal(edited.version, 2);
    }),
  );
});
