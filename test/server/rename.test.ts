import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyze } from "../../server/src/analysis";
import { refusalOfName, renamable, rename } from "../../server/src/features/rename";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf, atCursor } from "../fixture";

type Opened = readonly (readonly [DocumentNotation, string])[];

/** The texts of all open documents after the job at the cursor, which is in the first, got another id. */
function renamed(opened: Opened, name: string): readonly string[] {
  const { offset } = atCursor(opened[0]?.[1] ?? "");
  const analyses = opened.map(([notation, marked], index) =>
    analyze(TextDocument.create(`file:///${index}`, notation, 1, marked.replace("<|>", "")), notation),
  );
  const [first] = analyses;
  assert.ok(first);
  assert.equal(renamable(first, offset)?.placeholder, "one");
  const { changes = {} } = rename(first, offset, name, analyses) ?? {};
  return analyses.map(({ document }) => TextDocument.applyEdits(document, changes[document.uri] ?? []));
}

test("a job gets its new id in every notation, in each open payload, and other jobs keep theirs", () => {
  assert.deepEqual(
    renamed(
      [
        ["script", `aws iot update-job --job-id on<|>e\naws iot update-job --job-id other --description one`],
        ["json", `{"jobId": "\\u006fne", "description": "one"}`],
        ["json", `{"jobId": "one, "description": "one"}`],
        ["yaml", "jobId: one # one\n"],
        ["yaml", "jobId: 'one'\n"],
        ["options", `--cli-input-json "{\\"jobId\\": \\"one\\"}"`],
        ["options", `--job-id=o"n"e`],
      ],
      "two",
    ),
    [
      `aws iot update-job --job-id two\naws iot update-job --job-id other --description one`,
      `{"jobId": "two", "description": "one"}`,
      `{"jobId": "two", "description": "one"}`,
      "jobId: two # one\n",
      "jobId: 'two'\n",
      `--cli-input-json "{\\"jobId\\": \\"two\\"}"`,
      `--job-id=two`,
    ],
  );
});

test("a bare id that would be read as something else gets what it needs", () => {
  assert.deepEqual(
    renamed(
      [
        ["yaml", "jobId: o<|>ne\n"],
        ["options", "--job-id one"],
        ["options", "--job-id=one"],
        ["options", `--job-id "one"`],
      ],
      "-5",
    ),
    ['jobId: "-5"\n', "--job-id=-5", "--job-id=-5", `--job-id="-5"`],
  );
  assert.deepEqual(renamed([["yaml", "jobId: on<|>e\n"]], "null"), ['jobId: "null"\n']);
});

test("a job id that an alias gives to another member keeps its text; one that is given by another gets its own", () => {
  const { text, offset } = atCursor("jobId: &a on<|>e\ndescription: *a\n");
  assert.equal(renamable(analysisOf(text, "yaml"), offset), undefined);
  assert.deepEqual(
    renamed(
      [
        ["yaml", "jobId: &a on<|>e\n"],
        ["yaml", "jobId: &a one\ndescription: *a\n"],
        ["yaml", "description: &a one\njobId: *a\n"],
      ],
      "two",
    ),
    ["jobId: &a two\n", "jobId: &a one\ndescription: *a\n", "description: &a one\njobId: two\n"],
  );
});

test("only a job id can be renamed", () => {
  for (const marked of [`{"job<|>Id": "one"}`, `{"jobId": "one", "description": "o<|>ne"}`, `<|>`, `{"jobId": <|>5}`]) {
    const { text, offset } = atCursor(marked);
    const analysis = analysisOf(text);
    const isId = marked.includes("5");
    assert.equal(renamable(analysis, offset)?.placeholder, isId ? "5" : undefined);
    assert.equal(rename(analysis, offset, "two", [analysis]) !== undefined, isId);
  }
});

test("an id that the service refuses is refused, with what it takes", () => {
  assert.equal(refusalOfName("a_b-9"), undefined);
  assert.equal(
    refusalOfName("a/b"),
    "A job id has 1 to 64 characters: the letters A to Z and a to z, digits, - and _.",
  );
  assert.ok(refusalOfName("") !== undefined && refusalOfName("a".repeat(65)) !== undefined);
});
