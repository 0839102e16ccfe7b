import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { parseShorthand } from "../../server/src/syntax/shorthand/shorthand";
import { plainSource } from "../../server/src/syntax/source";
import { plainDataOf } from "../fixture";
import { samples } from "./samples";

const runs = 200_000;
const missing = spawnSync("python3", ["-c", "import awscli.shorthand"]).status !== 0;

const pieces = [
  ..."=,[]{}@'\"\\ \t\n".split(""),
  "\\,",
  "\\'",
  '\\"',
  "a",
  "b",
  "key",
  "1",
  ".5",
  "é",
  "\u00a0",
  "\u001c",
  "\u0001",
  "😀",
  "a=b",
  "x=[",
  "y={",
  "=",
];
const wholes = [
  "criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=3}]",
  "roleArn='arn:aws:iam::123456789012:role/R',expiresInSec=60",
  "a=b,c,d=e",
];

/** As the CLI counts: in code points. */
function verdictOf(text: string): unknown {
  const { roots, problems } = parseShorthand(plainSource(text));
  const index = problems[0]?.start;
  return index === undefined
    ? { value: plainDataOf(roots[0]?.node) }
    : { index: Array.from(text.slice(0, index)).length };
}

test(
  `${runs} made and mutated strings are read as the AWS CLI reads them`,
  { skip: missing && "no AWS CLI here" },
  () => {
    const texts = samples(runs, pieces, wholes);
    const input = texts.map((text) => JSON.stringify(text)).join("\n");
    const answer = execFileSync("python3", ["test/oracle/shorthand.py"], {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    const lines = answer.trimEnd().split("\n");
    assert.equal(lines.length, runs);
    texts.forEach((text, at) => assert.deepEqual(verdictOf(text), JSON.parse(lines[at] ?? ""), JSON.stringify(text)));
  },
);
