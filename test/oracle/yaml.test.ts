import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { parseYaml } from "../../server/src/syntax/yaml/yaml";
import { plainSource } from "../../server/src/syntax/source";
import { plainDataOf } from "../fixture";
import { samples } from "./samples";

const runs = 10_000;
/** The library on which `--cli-input-yaml` is built. */
const python = ["python3", "/usr/bin/python3"].find(
  (program) => spawnSync(program, ["-c", "import ruamel.yaml"]).status === 0,
);

const pieces = [
  ...["a", "jobId", ": ", ":", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", ",", ", ", "'", '"', "#", " #x", "\t"],
  ...[
    "&x ",
    "*x",
    "<<: ",
    "|\n  x",
    "|-\n x",
    ">\n  y\n",
    "!!str ",
    "!!bool ",
    "!!int ",
    "!!float ",
    "! ",
    "~",
    "null",
    "010",
    "0x1F",
    "1e3",
    "1_0",
  ],
  ...[
    "yes",
    "true",
    "2024-01-01",
    ".5",
    "-",
    "...",
    "---\n",
    "\\n",
    "é",
    "😀",
    "\u0085",
    "\u2028",
    "@",
    "`",
    "=",
    "<<",
  ],
];
const wholes = [
  "jobId: a\nabortConfig:\n  criteriaList:\n    - failureType: ALL\n      action: CANCEL\n      thresholdPercentage: 10.5\n    - &x {failureType: FAILED, action: CANCEL}\n    - <<: *x\n      action: CANCEL\n",
  "jobId: 'a'\ndescription: >-\n  some text\n  more\ntimeoutConfig: {inProgressTimeoutInMinutes: 010}\n",
  '{"jobId": "a\\u0041", "x": [1, 2.50, null, true]}',
];

/** Names that are not text are spelled by Python there and left as written here; neither is a member of UpdateJob. */
const oddName = /"(?:None|True|False|inf|a date|[0-9.]+)":/;

function sameText(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === "number" && !Number.isFinite(item) ? "inf" : item,
  ).replaceAll('"2024-01-01"', '"a date"');
}

test(
  `${runs} made and mutated texts of YAML are taken only where the AWS CLI's reader takes them, for the same value`,
  { skip: python === undefined && "no ruamel.yaml here" },
  () => {
    const texts = samples(runs, pieces, wholes);
    const input = texts.map((text) => JSON.stringify(text)).join("\n");
    const options = { input, encoding: "utf8", maxBuffer: 2 ** 30 } as const;
    const lines = execFileSync(python ?? "", ["test/oracle/ruamelYaml.py"], options)
      .trimEnd()
      .split("\n");
    assert.equal(lines.length, runs);
    const taken = texts.flatMap((text, at) => {
      const { roots, problems } = parseYaml(plainSource(text));
      const node = roots[0]?.node;
      if (problems.length > 0 || (node?.kind !== "object" && node?.kind !== "list")) return [];
      return [{ text, value: plainDataOf(node), answer: lines[at] ?? "" }];
    });
    assert.ok(taken.length > runs / 20, `${taken.length} were taken`);
    const different = taken.filter(({ value, answer }) => {
      const isTwice = answer.includes("DuplicateKeyError");
      return !isTwice && !oddName.test(answer) && !isSame(answer, value);
    });
    assert.deepEqual(different, []);
  },
);

function isSame(answer: string, value: unknown): boolean {
  const theirs: unknown = JSON.parse(answer);
  return (
    typeof theirs === "object" &&
    theirs !== null &&
    "value" in theirs &&
    isDeepStrictEqual(JSON.parse(sameText(theirs.value)), JSON.parse(sameText(value)))
  );
}
