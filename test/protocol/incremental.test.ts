import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { editOf } from "../fuzz/edits";
import { randomFrom } from "../fuzz/random";
import { documents } from "../fuzz/seeds";
import { type RunningServer, startServer } from "./server";

const files = {
  json: ["a.update-job.json", "json"],
  yaml: ["a.update-job.yaml", "yaml"],
  options: ["a.update-job", "iot-update-job"],
  script: ["a.sh", "shellscript"],
} as const;

let server: RunningServer;
before(async () => (server = await startServer({ textDocument: { diagnostic: {} } })));
after(() => server.stop());

/** Everything that is asked of a document, but for its URI. */
async function answers({ uri }: TextDocument, end: number): Promise<string> {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: end, character: 0 } };
  const all = [
    await server.connection.sendRequest("textDocument/diagnostic", { textDocument }),
    await server.connection.sendRequest("textDocument/documentSymbol", { textDocument }),
    await server.connection.sendRequest("textDocument/codeAction", { textDocument, range, context: {} }),
    await server.connection.sendRequest("textDocument/completion", { textDocument, position: range.end }),
  ];
  return JSON.stringify(all).replaceAll(uri, "…");
}

async function open(document: TextDocument): Promise<void> {
  const { uri, languageId, version } = document;
  const textDocument = { uri, languageId, version, text: document.getText() };
  await server.connection.sendNotification("textDocument/didOpen", { textDocument });
}

for (const notation of ["json", "yaml", "options", "script"] as const) {
  const [name, languageId] = files[notation];
  test(`${notation}: edit by edit, the answers are those for the same text opened anew`, async () => {
    const random = randomFrom(7);
    for (let walk = 0; walk < 5; walk++) {
      const document = TextDocument.create(
        `file:///edited/${walk}/${name}`,
        languageId,
        1,
        random.pick(documents[notation]),
      );
      await open(document);
      for (let version = 2; version < 30; version++) {
        const { start, end, text } = editOf(document.getText(), notation, random);
        const range = { start: document.positionAt(start), end: document.positionAt(end) };
        TextDocument.update(document, [{ range, text }], version);
        const textDocument = { uri: document.uri, version };
        await server.connection.sendNotification("textDocument/didChange", {
          textDocument,
          contentChanges: [{ range, text }],
        });
        // Some versions nobody asks about.
        if (random.below(3) === 0) continue;
        const fresh = TextDocument.create(`file:///${version}/${walk}/${name}`, languageId, 1, document.getText());
        await open(fresh);
        const lines = document.lineCount;
        assert.equal(await answers(document, lines), await answers(fresh, lines), JSON.stringify(document.getText()));
        await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: fresh.uri } });
      }
    }
  });
}
