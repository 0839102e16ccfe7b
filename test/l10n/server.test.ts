import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import payloads from "../facts/payloads.json";
import shorthand from "../facts/shorthand.json";
import { type RunningServer, startServer } from "../protocol/server";
import { inTemporaryFolder } from "../temporaryFolder";
import { english, pseudoBundle } from "./pseudo";

interface Given {
  readonly languageId: string;
  readonly uri: string;
  readonly text: string;
}

/** Payloads right and wrong, in all notations. */
const given: readonly Given[] = [
  ...payloads.flatMap(({ kind, payload }) => (kind === "json" && payload !== null ? [document("json", payload)] : [])),
  ...shorthand
    .filter(({ input }) => !input.includes("'"))
    .map(({ param, input }) => document("iot-update-job", `--job-id j1 ${param} '${input}'\n`)),
  document("yaml", "jobId: 010\njobId: j\ntimeoutConfig: {inProgressTimeoutInMinutes: 1e1}\nnothing: &a *b\n"),
  document("yaml", "jobId: j1\nabortConfig:\n  criteriaList:\n    - failureType: FAIL\n      action: CANCEL\n---\nx"),
  document("shellscript", "aws iot update-job --job-id j1 --timeout-config {inProgressTimeoutInMinutes=1,x=2}\n"),
  document("shellscript", `aws iot update-job --cli-input-json '{"jobId": "j1", "x": NaN}' --description ""\n`),
];

function document(languageId: string, text: string): Given {
  const ending = { json: "json", yaml: "yaml", shellscript: "sh" }[languageId];
  return { languageId, text, uri: `file:///w/a.update-job${ending === undefined ? "" : `.${ending}`}` };
}

/** All that the server says about a document, to whoever asks for everything everywhere. */
async function said({ connection }: RunningServer, { languageId, uri, text }: Given): Promise<readonly unknown[]> {
  const textDocument = { uri };
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    connection.sendRequest(method, { textDocument, ...params });
  const lines = text.split("\n");
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const positions = lines.flatMap((characters, line) =>
    [...Array(Math.ceil(characters.length / 4) + 1).keys()].map((step) => ({ line, character: step * 4 })),
  );
  const answers = await Promise.all([
    ask("textDocument/diagnostic"),
    ask("textDocument/codeAction", { range, context: { diagnostics: [] } }),
    ask("textDocument/codeLens"),
    ask("textDocument/inlayHint", { range }),
    ask("textDocument/documentLink"),
    ...positions.flatMap((position) => [
      ask("textDocument/hover", { position }),
      ask("textDocument/completion", { position }),
    ]),
  ]);
  await connection.sendNotification("textDocument/didClose", { textDocument });
  return answers;
}

const capabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ["markdown"] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** Members of LSP's answers that a user reads. */
const read = new Set(["message", "title", "label", "detail", "documentation", "contents", "value", "tooltip"]);

function textsIn(answer: unknown, name = ""): readonly string[] {
  if (typeof answer === "string") return read.has(name) ? [answer] : [];
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => textsIn(value, Array.isArray(answer) ? name : key));
}

test("with another language, nothing that the server says is English", async () => {
  const texts = await inTemporaryFolder(async (folder) => {
    const bundle = path.join(folder, "bundle.l10n.qps-ploc.json");
    writeFileSync(bundle, JSON.stringify(await pseudoBundle()));
    const commands = ["iotJobs.runUpdateJob", "iotJobs.compareWithLiveJob", "iotJobs.convertTo"];
    const server = await startServer(capabilities, { l10n: pathToFileURL(bundle).href, commands });
    return everyText(server).finally(() => server.stop());
  });
  assert.ok(texts.length > 1000, `${texts.length} texts`);
  const stray = texts.flatMap(({ text, given }) =>
    english(text, given).map((word) => [word, text.slice(0, 60)] as const),
  );
  assert.deepEqual(Object.fromEntries(stray), {});
});

async function everyText(server: RunningServer): Promise<readonly { readonly text: string; readonly given: string }[]> {
  const found = [];
  for (const each of given) {
    for (const answer of await said(server, each)) {
      found.push(...textsIn(answer).map((text) => ({ text, given: each.text })));
    }
  }
  return found;
}
