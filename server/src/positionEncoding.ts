import type { PositionEncodingKind, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type Position, type Range, TextDocument } from "vscode-languageserver-textdocument";

/** What a column of the protocol counts. Offsets inside the server always count UTF-16 units. */
export type Encoding = "utf-8" | "utf-16";

/** The client's first choice that is known here; without one the protocol's default. */
export function encodingFor(offered: readonly PositionEncodingKind[] = []): Encoding {
  return offered.find((kind): kind is Encoding => kind === "utf-8" || kind === "utf-16") ?? "utf-16";
}

interface DocumentMaker {
  create(uri: string, languageId: string, version: number, text: string): TextDocument;
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument;
}

/**
 * Makes the documents that the features see. Their `positionAt` and `offsetAt` speak the encoding agreed on: the one
 * place where columns are converted.
 */
export function documentsIn(encoding: () => Encoding): DocumentMaker {
  return {
    create: (uri, languageId, version, text) => {
      const document = TextDocument.create(uri, languageId, version, text);
      return encoding() === "utf-8" ? new Utf8Document(document) : document;
    },
    update: (document, changes, version) =>
      document instanceof Utf8Document
        ? document.update(changes, version)
        : TextDocument.update(document, changes, version),
  };
}

/** A document whose columns count bytes of UTF-8. */
class Utf8Document implements TextDocument {
  readonly #document: TextDocument;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  get version(): number {
    return this.#document.version;
  }

  get lineCount(): number {
    return this.#document.lineCount;
  }

  getText(range?: Range): string {
    return this.#document.getText(range && this.#utf16Range(range));
  }

  positionAt(offset: number): Position {
    const { line, character } = this.#document.positionAt(offset);
    return { line, character: Buffer.byteLength(this.#lineText(line, character)) };
  }

  getLineRange(line: number): Range {
    const { start, end } = this.#document.getLineRange(line);
    return {
      start: this.positionAt(this.#document.offsetAt(start)),
      end: this.positionAt(this.#document.offsetAt(end)),
    };
  }

  getEOLCharacters(line: number): string {
    return this.#document.getEOLCharacters(line);
  }

  offsetAt(position: Position): number {
    return this.#document.offsetAt(this.#utf16(position));
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    // Each range counts in the text that the change before it left.
    for (const change of changes) {
      const converted = "range" in change ? { text: change.text, range: this.#utf16Range(change.range) } : change;
      TextDocument.update(this.#document, [converted], version);
    }
    if (changes.length === 0) TextDocument.update(this.#document, [], version);
    return this;
  }

  #utf16Range({ start, end }: Range): Range {
    return { start: this.#utf16(start), end: this.#utf16(end) };
  }

  #utf16({ line, character }: Position): Position {
    // No character has more UTF-16 units than bytes of UTF-8: so much of the line is enough.
    const text = this.#lineText(line, character);
    return { line, character: isAscii(text) ? character : unitsIn(text, character) };
  }

  #lineText(line: number, length: number): string {
    return this.#document.getText({ start: { line, character: 0 }, end: { line, character: length } });
  }
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

/** How many UTF-16 units the first `bytes` bytes of the text are; a place inside a character counts as its start. */
function unitsIn(text: string, bytes: number): number {
  let units = 0;
  let left = bytes;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}
