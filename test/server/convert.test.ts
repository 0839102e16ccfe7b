import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { convert } from "../../server/src/features/convert";
import { updateJob } from "../../server/src/model/updateJob";
import { plainValueOf } from "../../server/src/model/value";
import type { ConvertResult, Target } from "../../server/src/protocol";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { isSameValue } from "../../server/src/syntax/plainValue";
import { writeJson } from "../../server/src/syntax/write";
import { analysisOf } from "../fixture";
import facts from "../facts/conversions.json";
import { payloads } from "../payloads";
import { cmdWords, powershellWords, windowsArguments } from "./shells";

function converted(text: string, from: DocumentNotation, to: Target): ConvertResult | undefined {
  return convert(analysisOf(text, from), undefined, to);
}

const payload = `{
  "jobId": "example-job-01",
  "description": "it's 5 % | \\"fast\\"",
  "abortConfig": {
    "criteriaList": [
      {
        "failureType": "ALL",
        "action": "CANCEL",
        "thresholdPercentage": 10.50,
        "minNumberOfExecutedThings": 3
      }
    ]
  },
  "timeoutConfig": {
    "inProgressTimeoutInMinutes": 60
  }
}
`;

const criteria = "{failureType=ALL,action=CANCEL,thresholdPercentage=10.50,minNumberOfExecutedThings=3}";
const pictures: Readonly<Record<Target, string>> = {
  json: payload,
  yaml: `jobId: example-job-01
description: "it's 5 % | \\"fast\\""
abortConfig:
  criteriaList:
    - failureType: ALL
      action: CANCEL
      thresholdPercentage: 10.50
      minNumberOfExecutedThings: 3
timeoutConfig:
  inProgressTimeoutInMinutes: 60
`,
  options: `aws iot update-job \\
  --job-id example-job-01 \\
  --description 'it'\\''s 5 % | "fast"' \\
  --abort-config 'criteriaList=[${criteria}]' \\
  --timeout-config inProgressTimeoutInMinutes=60
`,
  bash: `aws iot update-job --job-id example-job-01 --description 'it'\\''s 5 % | "fast"' --abort-config 'criteriaList=[${criteria}]' --timeout-config inProgressTimeoutInMinutes=60`,
  powershell7: `aws iot update-job --job-id example-job-01 --description 'it''s 5 % | "fast"' --abort-config 'criteriaList=[${criteria}]' --timeout-config 'inProgressTimeoutInMinutes=60'`,
  powershell5: `aws iot update-job --job-id example-job-01 --description 'it''s 5 % | ""fast""' --abort-config 'criteriaList=[${criteria}]' --timeout-config 'inProgressTimeoutInMinutes=60'`,
  cmd: `aws iot update-job --job-id example-job-01 --description ^"it's 5 ^% ^| \\^"fast\\^"^" --abort-config "criteriaList=[${criteria}]" --timeout-config "inProgressTimeoutInMinutes=60"`,
};

for (const [to, text] of Object.entries(pictures)) {
  test(`a payload as ${to}`, () => {
    assert.deepEqual(converted(payload, "json", targetOf(to)), { text, losses: [] });
  });
}

function targetOf(name: string): Target {
  const target = targets.find((candidate) => candidate === name);
  assert.ok(target !== undefined);
  return target;
}

const targets = ["json", "yaml", "options", "bash", "powershell7", "powershell5", "cmd"] as const;
const back: readonly (readonly [Target, DocumentNotation])[] = [
  ["json", "json"],
  ["yaml", "yaml"],
  ["options", "options"],
  ["bash", "script"],
];

const spelled: readonly (readonly [name: string, from: DocumentNotation, text: string, to: Target, result: string])[] =
  [
    [
      "YAML's own numbers",
      "yaml",
      "jobId: a\ntimeoutConfig: {inProgressTimeoutInMinutes: 0x3C}",
      "bash",
      "--timeout-config inProgressTimeoutInMinutes=60",
    ],
    [
      "Python's numbers",
      "options",
      "--job-id a --timeout-config inProgressTimeoutInMinutes=0_60",
      "json",
      '"inProgressTimeoutInMinutes": 60',
    ],
    ["text that YAML takes for a number", "json", '{"jobId": "010"}', "yaml", 'jobId: "010"'],
    ["text that starts like an option", "json", '{"jobId": "-a"}', "bash", "--job-id=-a"],
    [
      "text that the AWS CLI takes for a file",
      "json",
      '{"jobId": "a", "description": "file://x"}',
      "bash",
      `--cli-input-json '{"description":"file://x"}'`,
    ],
    [
      "text that the AWS CLI drops",
      "json",
      '{"jobId": "--", "description": "x"}',
      "bash",
      `--description x --cli-input-json '{"jobId":"--"}'`,
    ],
    [
      "a name that the AWS CLI takes for a file",
      "json",
      '{"jobId": "a", "timeoutConfig": {"file://x": 1}}',
      "bash",
      `--timeout-config '{"file://x":1}'`,
    ],
    [
      "a character that no shell hands on",
      "json",
      '{"jobId": "a", "timeoutConfig": {"x": "\\u0000"}}',
      "cmd",
      String.raw`--timeout-config ^"{\^"x\^":\^"\u0000\^"}^"`,
    ],
    [
      "a number where text belongs",
      "json",
      '{"abortConfig": {"criteriaList": [{"failureType": 1}]}}',
      "bash",
      `--abort-config '{"criteriaList":[{"failureType":1}]}'`,
    ],
    [
      "a member that there is not",
      "json",
      '{"jobId": "a", "jobName": null}',
      "bash",
      `--cli-input-json '{"jobName":null}'`,
    ],
  ];

for (const [name, from, text, to, result] of spelled) {
  test(`${name}: ${text} has ${result} as ${to}`, () => {
    const written = converted(text, from, to);
    assert.ok(written !== undefined);
    assert.ok(written.text.includes(result), written.text);
    assert.deepEqual(written.losses, []);
  });
}

test("what only the running command knows is said", () => {
  const text = 'aws iot update-job --job-id "$JOB" --timeout-config inProgressTimeoutInMinutes=60 "$@"';
  assert.deepEqual(converted(text, "script", "yaml"), {
    text: "timeoutConfig:\n  inProgressTimeoutInMinutes: 60\n",
    losses: [
      "More options are known only when the command runs; they were left out.",
      "The value of jobId is known only when the command runs; it was left out.",
    ],
  });
});

const asides: readonly (readonly [text: string, from: DocumentNotation, losses: readonly string[]])[] = [
  ["jobId: j1 # the first\ndescription: x#y\n", "yaml", ["The comments were left out."]],
  ["jobId: j1\ndescription: 'a # b'\nnamespaceId: >\n  # c\n", "yaml", []],
  ["--job-id j1 # the first\n", "options", ["The comments were left out."]],
  ["--job-id j1 --description 'a # b'\n", "options", []],
  [
    "aws --region=eu-west-1 iot update-job --job-id j1 --profile p --no-cli-pager # x",
    "script",
    ["Options of the AWS CLI itself are no part of the payload; left out: --region, --profile, --no-cli-pager."],
  ],
];

for (const [text, from, losses] of asides) {
  test(`what is no part of the payload of ${JSON.stringify(text)} is said`, () => {
    assert.deepEqual(converted(text, from, "json")?.losses, losses);
  });
}

test("broken text is not converted, nor a list into a command", () => {
  assert.equal(converted('{"jobId": "a"', "json", "yaml"), undefined);
  assert.equal(converted("[]", "json", "bash"), undefined);
});

for (const { payload: sent, command, request } of facts) {
  test(`${command} is what the AWS CLI was seen to send as a request`, () => {
    assert.equal(converted(JSON.stringify(sent), "json", "bash")?.text, command);
    const { jobId, namespaceId, ...body } = { namespaceId: undefined, ...sent };
    const query = namespaceId === undefined ? {} : { namespaceId };
    assert.deepEqual(request, { path: `/jobs/${jobId}`, query, body });
  });
}

test("every payload, right or wrong, comes back from each notation as it was, digit for digit", () => {
  fc.assert(
    fc.property(payloads, (original) => {
      const json = writeJson(original);
      for (const [to, notation] of back) {
        const written = converted(json, "json", to);
        assert.ok(written !== undefined, `${to} of ${json}`);
        assert.deepEqual(written.losses, []);
        const root = analysisOf(written.text, notation).tree.roots[0]?.node;
        const read = root && plainValueOf(root, updateJob, []);
        assert.ok(read !== undefined && isSameValue(read, original), `${written.text}\nof\n${json}`);
      }
    }),
    { numRuns: 500 },
  );
});

test("PowerShell and cmd hand the program the words that bash hands it", () => {
  fc.assert(
    fc.property(payloads, (original) => {
      const json = writeJson(original);
      const words = powershellWords(converted(json, "json", "powershell7")?.text ?? "");
      const five = powershellWords(converted(json, "json", "powershell5")?.text ?? "");
      assert.deepEqual(windowsArguments(five.map(windowsPowershell5).join(" ")), words);
      const cmd = converted(json, "json", "cmd")?.text;
      if (cmd !== undefined) assert.deepEqual(windowsArguments(cmdWords(cmd)), words);
    }),
    { numRuns: 500 },
  );
});

/** Windows PowerShell puts quotes around an argument with a blank outside of quotes, and changes nothing in it. */
function windowsPowershell5(word: string): string {
  const isBlankOutside = word.split('"').some((part, index) => index % 2 === 0 && /\s/.test(part));
  return isBlankOutside ? `"${word}"` : word;
}

const bash = hasBash();
test("a real bash takes the command apart as it is meant", { skip: bash ? false : "there is no bash here" }, () => {
  const show = String.raw`printf '%s\0' `;
  const samples = fc.sample(payloads, { numRuns: 25, seed: 7 }).map((original) => writeJson(original));
  for (const json of [payload, ...samples]) {
    const { text } = converted(json, "json", "bash") ?? { text: "" };
    const words = execFileSync("bash", ["-c", show + text], { encoding: "utf8" })
      .split("\0")
      .slice(0, -1);
    assert.deepEqual(words, powershellWords(converted(json, "json", "powershell7")?.text ?? ""));
  }
});

function hasBash(): boolean {
  try {
    execFileSync("bash", ["-c", "true"]);
    return true;
  } catch {
    return false;
  }
}
