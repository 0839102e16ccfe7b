import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { convert } from "../../server/src/features/convert";
import { writeJson } from "../../server/src/syntax/write";
import { analysisOf } from "../fixture";
import { payloads, typedPayloads } from "../payloads";

const missing = spawnSync("python3", ["-c", "import awscli.clidriver"]).status !== 0;
const runs = 300;

test(
  `${runs} payloads, converted and run through bash, make the AWS CLI send what their JSON makes it send`,
  { skip: missing && "no AWS CLI here" },
  () => {
    const samples = fc.sample(fc.oneof({ weight: 4, arbitrary: typedPayloads }, payloads), { numRuns: runs, seed: 11 });
    const texts = samples.map((payload) => writeJson(payload));
    const requests = requestsOf(texts.map((text) => ["aws", "iot", "update-job", "--cli-input-json", text]));
    for (const to of ["bash", "options"] as const) {
      const commands = texts.map((text) => convert(analysisOf(text), undefined, to)?.text ?? "");
      const sent = requestsOf(wordsOf(commands));
      texts.forEach((text, at) => assert.equal(sent[at], requests[at], `${text}\n${commands[at] ?? ""}`));
    }
    assert.ok(requests.filter((request) => request !== "refused").length > runs / 4);
  },
);

/** The words that bash hands to the program of each command. */
function wordsOf(commands: readonly string[]): readonly (readonly string[])[] {
  const aws = `aws() { printf '%s\\0' aws "$@"; printf '\\n\\0'; }`;
  const script = [aws, ...commands].join("\n");
  const output = execFileSync("bash", { input: script, encoding: "utf8", maxBuffer: 2 ** 28 });
  return output
    .split("\n\0")
    .slice(0, -1)
    .map((line) => line.split("\0").slice(0, -1));
}

/** What the AWS CLI would send, or "refused". */
function requestsOf(commands: readonly (readonly string[])[]): readonly string[] {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
  const input = commands.map((words) => JSON.stringify(words)).join("\n");
  const options = { input, env, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const lines = execFileSync("python3", ["test/oracle/updateJob.py"], options).trimEnd().split("\n");
  assert.equal(lines.length, commands.length);
  return lines.map((line) => (line.startsWith('{"refused"') ? "refused" : JSON.stringify(JSON.parse(line))));
}
