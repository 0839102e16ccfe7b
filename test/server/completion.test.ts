import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { resolveCompletion } from "../../server/src/features/completion";
import { rolloutRecipes } from "../../server/src/features/completion/recipes";
import { updateJob } from "../../server/src/model/updateJob";
import { accept, accepted, analysisOf, assertInside, hoverText, labels, offered } from "../fixture";

function accepts(name: string, before: string, label: string, after: string): void {
  test(name, () => assert.equal(accept(before, label), after));
}

test("members are offered required first, and none that is there already", () => {
  assert.deepEqual(labels(`{"jobId": "j1", "timeoutConfig": {}, <|>}`), [
    "description",
    "presignedUrlConfig",
    "jobExecutionsRolloutConfig",
    "careful rollout",
    "balanced rollout",
    "fast rollout",
    "abortConfig",
    "namespaceId",
    "jobExecutionsRetryConfig",
  ]);
  const [first] = offered(`{"description": "x", <|>}`);
  assert.ok(first);
  assert.equal(`${first.label}: ${first.detail ?? ""}`, "jobId: string (required)");
});

test("values of an enum are offered in quotes and out of them, each with what it means", () => {
  const failures = `{"abortConfig": {"criteriaList": [{"failureType": <|>}]}}`;
  assert.deepEqual(labels(failures), ["FAILED", "REJECTED", "TIMED_OUT", "ALL"]);
  assert.equal(offered(failures)[2]?.detail, "the device did not finish in time");
  const retries = `{"jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "<|>"}]}}`;
  assert.deepEqual(labels(retries), ["FAILED", "TIMED_OUT", "ALL"]);
});

test("useful numbers say what they are", () => {
  const numbers = offered(`{"presignedUrlConfig": {"expiresInSec": <|>}}`);
  assert.deepEqual(
    numbers.map(({ label, detail }) => `${label}: ${detail ?? ""}`),
    ["60: 1 minute", "600: 10 minutes", "3600: 1 hour, the default"],
  );
});

accepts(
  "a member stands beside those of its line",
  `{"jobId": "j1", <|>}`,
  "timeoutConfig",
  `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
);
accepts(
  "on a line of its own it gets a line for each member, indented as the others",
  `{
    "jobId": "j1",
    <|>
}`,
  "timeoutConfig",
  `{
    "jobId": "j1",
    "timeoutConfig": {
        "inProgressTimeoutInMinutes": 60
    }
}`,
);
accepts(
  "a list with its first item",
  `{
  "abortConfig": <|>
}`,
  "{ … }",
  `{
  "abortConfig": {
    "criteriaList": [
      {
        "failureType": "FAILED",
        "action": "CANCEL",
        "thresholdPercentage": 10.5,
        "minNumberOfExecutedThings": 100
      }
    ]
  }
}`,
);
accepts(
  "a second item of a list",
  `{"jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 0}<|>]}}`,
  "{ … }",
  `{"jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 0},{"failureType": "FAILED", "numberOfRetries": 0}]}}`,
);
accepts(
  "a member right after a comma gets a blank",
  `{"jobId": "j1",<|>}`,
  "namespaceId",
  `{"jobId": "j1", "namespaceId": "my-namespace"}`,
);
accepts(
  "a missing comma is added before",
  `{"jobId": "j1" <|>}`,
  "namespaceId",
  `{"jobId": "j1", "namespaceId": "my-namespace"}`,
);
accepts(
  "a missing comma is added behind",
  `{<|> "description": "x"}`,
  "jobId",
  `{"jobId": "example-job-01", "description": "x"}`,
);
accepts(
  "a missing comma is added before, at the end of the line above",
  `{
  "jobId": "j1"
  "<|>"
}`,
  "namespaceId",
  `{
  "jobId": "j1",
  "namespaceId": "my-namespace"
}`,
);
accepts("a key before a colon is only renamed", `{"job<|>": "j1"}`, "jobId", `{"jobId": "j1"}`);
accepts("so is one with the cursor behind it", `{"descripton"<|>: "x"}`, "description", `{"description": "x"}`);
accepts(
  "a name before a value gets its colon",
  `{"timeoutConfig": {"in<|>" 60}}`,
  "inProgressTimeoutInMinutes",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
);
accepts("a value behind a name gets its colon", `{"jobId" <|>}`, "example", `{"jobId" : "example-job-01"}`);
accepts(
  "an unclosed quote is replaced",
  `{"timeoutConfig": {"in<|>`,
  "inProgressTimeoutInMinutes",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes": 60`,
);
accepts(
  "an unclosed quote takes nothing of what follows with it",
  `{"time<|>, "jobId": "j1"}`,
  "namespaceId",
  `{"namespaceId": "my-namespace", "jobId": "j1"}`,
);
accepts(
  "a value after a colon gets a blank",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes":<|>}}`,
  "1440",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes": 1440}}`,
);
accepts(
  "an enum value replaces the one in quotes",
  `{"abortConfig": {"criteriaList": [{"action": "C<|>AN"}]}}`,
  "CANCEL",
  `{"abortConfig": {"criteriaList": [{"action": "CANCEL"}]}}`,
);
accepts(
  "an empty file offers a whole payload",
  `<|>`,
  "UpdateJob payload",
  `{
	"jobId": "example-job-01",
	"timeoutConfig": {
		"inProgressTimeoutInMinutes": 60
	}
}`,
);

accepts(
  "in empty braces all members fit too",
  `{"timeoutConfig": {<|>}}`,
  "{ … }",
  `{"timeoutConfig": {
	"inProgressTimeoutInMinutes": 60
}}`,
);
accepts(
  "a recipe on a line of its own in braces",
  `{
  "jobExecutionsRolloutConfig": {
    <|>
  }
}`,
  "careful rollout",
  `{
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 100,
    "exponentialRate": {
      "baseRatePerMinute": 10,
      "incrementFactor": 1.5,
      "rateIncreaseCriteria": {
        "numberOfSucceededThings": 100
      }
    }
  }
}`,
);

test("where a value stands already, or after a whole payload, nothing is offered", () => {
  assert.deepEqual(labels(`{"jobId": <|> "j1"}`), []);
  assert.deepEqual(labels(`{"jobId": "j1"} <|>`), []);
  assert.deepEqual(labels(`{{}<|>}`), []);
  assert.deepEqual(labels(`{'jobId'<|>: 'j1'}`), []);
  assert.deepEqual(labels(`{"jobId": "a\nb<|>"}`), []);
});

test("where a quote is missing before, a name goes with both of its own", () => {
  assert.equal(
    accept(`{"jobId": "j", abortConfig": {}, "desc<|>ript": "x"}`, "description"),
    `{"jobId": "j", abortConfig": {}, "description": "x"}`,
  );
});

test("where a quote is missing before, others of the line close a string", () => {
  assert.deepEqual(labels(`{"abortConfig": {"criteriaList": [{"acti: "CANCEL", "thresholdPercentage": 3 }<|> ]}}`), [
    "{ … }",
  ]);
  const between = `{"abortConfig": {"criteriaList": [{"ac: "CANCEL", "thresholdPercentage": 10<|>, "x": 3}]}}`;
  assert.deepEqual(labels(between), labels(between.replace(`"ac:`, `"ac":`)));
});

test("the skeleton with every member has each once, and no problem", () => {
  const text = accept("<|>", "UpdateJob payload, all members");
  for (const name of Object.keys(updateJob.members)) assert.equal(text.split(`"${name}"`).length, 2);
  assert.deepEqual(analysisOf(text).problems, []);
});

test("rollout recipes break no rule", () => {
  for (const { name } of rolloutRecipes()) {
    const text = accept(`{"jobId": "j1", "jobExecutionsRolloutConfig": <|>}`, name);
    assert.match(text, /exponentialRate/);
    assert.deepEqual(analysisOf(text).problems, [], text);
  }
});

test("a recipe is found by the name of its member", () => {
  const [, recipe] = offered(`{"jobId": "j1", "rollout<|>"}`).filter(({ label }) => /rollout/i.test(label));
  assert.equal(`${recipe?.label ?? ""}: ${recipe?.detail ?? ""}`, "careful rollout: 10/min, ×1.5 …, up to 100/min");
  assert.equal(recipe?.filterText, `"jobExecutionsRolloutConfig careful rollout`);
  const { documentation } = resolveCompletion(recipe);
  const text = typeof documentation === "object" ? documentation.value : "";
  assert.match(text, /10 → 15 → 22.5[^]*jobExecutionsRolloutConfig/);
});

test("jobs and roles that are known are offered in place of an example", () => {
  const jobIds = (): readonly string[] => ["blue", "green"];
  const roleArns = (): readonly string[] => ["arn:aws:iam::123456789012:role/R"];
  const ids = offered(`{"jobId": "b<|>"}`, "json", { jobIds });
  assert.deepEqual(
    ids.map(({ label }) => label),
    ["blue", "green"],
  );
  const [role] = offered(`{"presignedUrlConfig": {"roleArn": <|>}}`, "json", { roleArns });
  assert.equal(role?.label, "arn:aws:iam::123456789012:role/R");
});

test("of very many jobs those are offered that hold what is typed, and the editor asks again", () => {
  const jobIds = (): readonly string[] => Array.from({ length: 5000 }, (_, index) => `job-${index}`);
  const ids = offered(`{"jobId": "B-499<|>"}`, "json", { jobIds }).map(({ label }) => label);
  assert.deepEqual(ids.slice(0, 2), ["job-499", "job-4990"]);
  assert.equal(offered(`{"jobId": "<|>"}`, "json", { jobIds }).length, 200);
});

test("with snippets each value is a tab stop, a choice where few are possible, and none where one is", () => {
  const criteria = offered(`{"abortConfig": {"criteriaList": [<|>]}}`, "json", { snippets: true, indents: true });
  assert.deepEqual(criteria[0]?.textEdit, {
    range: { start: { line: 0, character: 34 }, end: { line: 0, character: 34 } },
    newText: `{
	"failureType": "\${1|FAILED,REJECTED,TIMED_OUT,ALL|}",
	"action": "CANCEL",
	"thresholdPercentage": \${2:10.5},
	"minNumberOfExecutedThings": \${3:100}
}`,
  });
});

test("after a colon, an equals sign or a blank only values are offered of their own accord", () => {
  const members = `{"jobId": "j1", <|>}`;
  assert.deepEqual(offered(members, "json", { trigger: " " }), []);
  assert.notDeepEqual(offered(members, "json", { trigger: '"' }), []);
  assert.notDeepEqual(offered(`{"timeoutConfig": <|>}`, "json", { trigger: " " }), []);
  assert.deepEqual(offered("timeoutConfig:<|>", "yaml", { trigger: ":" }), [], "Enter opens a block there");
  assert.notDeepEqual(offered("jobId:<|>", "yaml", { trigger: ":" }), []);
});

test("a hover tells type, limits, default, and whether the member is required", () => {
  const text = hoverText(`{"presignedUrlConfig": {"expires<|>InSec": 60}}`);
  for (const part of [
    "**expiresInSec** · long · optional",
    "a whole number from 60 to 3600",
    "Default: 3600",
    '`"expiresInSec": 3600`',
  ]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  assert.match(hoverText(`{"abortConfig": {"criteriaList": [{"thresholdPercentage<|>": 1}]}}`), /at most 2/);
});

test("a hover on a value says what it means", () => {
  assert.match(hoverText(`{"timeoutConfig": {"inProgressTimeoutInMinutes": 100<|>80}}`), /^10080 minutes = 7 d/);
  assert.match(hoverText(`{"abortConfig": {"criteriaList": [{"failureType": "REJ<|>ECTED"}]}}`), /refused the job/);
});

test("no text makes a feature throw or point outside the document", () => {
  const piece = fc.constantFrom(
    ...Array.from("{}[],:\"'\\ \n\t#/0.-1eE"),
    '"jobId"',
    '"abortConfig"',
    "true",
    "null",
    "\ud800",
    "é",
    "😀",
    "__proto__",
    '"constructor":',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, seed) => {
      const text = pieces.join("");
      assertInside(analysisOf(text).problems, text);
      const offset = seed % (text.length + 1);
      offered(`${text.slice(0, offset)}<|>${text.slice(offset)}`, "json", { snippets: true });
      hoverText(`${text}<|>`);
    }),
    { numRuns: 500 },
  );
});

test("an empty file offers the payload of a job where the client can read one", () => {
  const commands = ["iotJobs.insertJobPayload"];
  for (const [notation, before] of [
    ["json", "<|>"],
    ["yaml", "<|>"],
    ["options", "\n<|>"],
  ] as const) {
    const items = offered(before, notation, { commands });
    const [, , item] = items;
    assert.equal(item?.label, "UpdateJob payload of a job…");
    assert.equal(item.command?.command, "iotJobs.insertJobPayload");
    assert.equal(accepted(before, item), before.replace("<|>", ""));
  }
  assert.ok(!offered("<|>").some(({ command }) => command !== undefined));
  assert.ok(!offered(`{"jobId": "j1", <|>}`, "json", { commands }).some(({ command }) => command !== undefined));
});

test("an editor that can shows what is said of each row", () => {
  const [item] = offered(`{"abortConfig": {"criteriaList": [{"failureType": <|>}]}}`, "json", { describesRows: true });
  assert.deepEqual([item?.labelDetails, item?.detail], [{ description: "the device reported a failure" }, undefined]);
});
