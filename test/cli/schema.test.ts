import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type JSONSchema, getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { hasErrors } from "../../server/src/features/diagnostics";
import { updateJobSchema } from "../../server/src/model/jsonSchema";
import { type Shape, type Structure, membersOf } from "../../server/src/model/shape";
import { updateJob } from "../../server/src/model/updateJob";
import { analysisOf } from "../fixture";
import { iotJobs } from "./commandLine";

const service = getLanguageService({});
const schema: JSONSchema = updateJobSchema();

/** What VS Code's JSON service says of a text with our schema. */
async function schemaProblems(text: string): Promise<readonly string[]> {
  const document = TextDocument.create("file:///a.json", "json", 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
  return problems.map(({ message }) => (typeof message === "string" ? message : message.value));
}

/** Values that fit a shape, most of them; some are just beside it, a few are something else. */
function near(shape: Shape): fc.Arbitrary<unknown> {
  const junk = fc.constantFrom<unknown>(null, true, {}, [], "", "x", 0, 1.5);
  const example: unknown = JSON.parse(shape.example);
  return fc.oneof(
    { weight: 400, arbitrary: shape.kind === "structure" ? withRequired(shape) : fc.constant(example) },
    { weight: 20, arbitrary: edges(shape) },
    { weight: 1, arbitrary: junk },
  );
}

function edges(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "structure":
      return anyMembers(shape);
    case "list":
      return fc.array(near(shape.item), { maxLength: 3 });
    case "text":
      return fc.constantFrom("a-b_c", "a.b", "a\u200bb", "x".repeat(shape.maximum ?? 9), "");
    case "choice":
      return fc.constantFrom(...Object.keys(shape.values), "OTHER");
    case "quantity": {
      const limits = [shape.minimum, shape.maximum ?? "1000000", shape.example].map(Number);
      const steps = shape.type === "double" ? [0, 0.1, -0.1, 0.01, 0.001] : [0, 1, -1];
      return fc.constantFrom(...limits.flatMap((limit) => steps.map((step) => Number((limit + step).toFixed(3)))));
    }
  }
}

function withRequired(shape: Structure): fc.Arbitrary<unknown> {
  const { required } = membersOf(shape);
  return fc.record(memberValues(shape), { requiredKeys: [...required] });
}

function anyMembers(shape: Structure): fc.Arbitrary<unknown> {
  return fc.record({ ...memberValues(shape), stranger: fc.constant(1) }, { requiredKeys: [] });
}

function memberValues({ members }: Structure): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(members).map(([name, { shape }]) => [name, near(shape)]));
}

test("the schema refuses exactly what is an error to the check", async () => {
  let refused = 0;
  const runs = 1500;
  await fc.assert(
    fc.asyncProperty(near(updateJob), async (value) => {
      const text = JSON.stringify(value);
      const analysis = analysisOf(text);
      const problems = await schemaProblems(text);
      if (problems.length > 0) refused++;
      assert.equal(
        problems.length > 0,
        hasErrors(analysis),
        `${text}\n${JSON.stringify({ errors: analysis.problems, problems })}`,
      );
    }),
    { numRuns: runs },
  );
  assert.ok(refused > runs / 5 && refused < (runs * 4) / 5, `of ${runs}, ${refused} were refused`);
});

test("iot-jobs schema prints it", async () => {
  const { code, output } = await iotJobs("iot-jobs schema");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(output), schema);
});

test("every percentage of two decimals passes in a reader that computes in decimals", async () => {
  const criteria = Array.from({ length: 10_000 }, (_, index) => ({
    failureType: "ALL",
    action: "CANCEL",
    thresholdPercentage: Number(((index + 1) / 100).toFixed(2)),
    minNumberOfExecutedThings: 1,
  }));
  const text = JSON.stringify({ jobId: "j1", abortConfig: { criteriaList: criteria } });
  assert.deepEqual(await schemaProblems(text), []);
});

test("an editor that knows the schema alone offers the useful numbers", async () => {
  const text = '{"timeoutConfig": {"inProgressTimeoutInMinutes": ';
  const document = TextDocument.create("file:///a.json", "json", 1, text);
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: "update-job", fileMatch: ["*.json"], schema }] });
  const position = document.positionAt(text.length);
  const offered = await service.doComplete(document, position, service.parseJSONDocument(document));
  assert.deepEqual(
    offered?.items.map(({ label }) => label),
    ["60", "1440", "10080"],
  );
});
