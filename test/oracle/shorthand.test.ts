import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { parseShorthand } from "../../server/src/syntax/shorthand";
import { plainSource } from "../../server/src/syntax/source";
import { valueOf } from "../fixture";

const runs = 200_000;
const missing = spawnSync("python3", ["-c", "import awscli.shorthand"]).status !== 0;

/** A generator of its own: the same strings in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

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

function sample(next: (below: number) => number): string {
  if (next(3) > 0) return Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join("");
  const whole = wholes[next(wholes.length)] ?? "";
  const cut = next(whole.length + 1);
  return whole.slice(0, cut) + (pieces[next(pieces.length)] ?? "") + whole.slice(cut + next(3));
}

/** As the CLI counts: in code points. */
function verdictOf(text: string): unknown {
  const { roots, problems } = parseShorthand(plainSource(text));
  const index = problems[0]?.start;
  return index === undefined ? { value: valueOf(roots[0]?.node) } : { index: Array.from(text.slice(0, index)).length };
}

test(
  `${runs} made and mutated strings are read as the AWS CLI reads them`,
  { skip: missing && "no AWS CLI here" },
  () => {
    const next = random(20_261_123);
    const texts = Array.from({ length: runs }, () => sample(next));
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
