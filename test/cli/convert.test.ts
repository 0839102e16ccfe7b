import assert from "node:assert/strict";
import { test } from "node:test";
import { updateJob } from "../../server/src/model/updateJob";
import { iotJobs } from "./commandLine";

const payload = `{"jobId": "j1", "description": "it's 5%", "abortConfig": {"criteriaList": [
  {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 10.50, "minNumberOfExecutedThings": 3}]}}`;

/** What each target makes of the payload: numbers are spelled as in the source. */
const written = {
  json: `{
  "jobId": "j1",
  "description": "it's 5%",
  "abortConfig": {
    "criteriaList": [
      {
        "failureType": "ALL",
        "action": "CANCEL",
        "thresholdPercentage": 10.50,
        "minNumberOfExecutedThings": 3
      }
    ]
  }
}
`,
  yaml: `jobId: j1
description: "it's 5%"
abortConfig:
  criteriaList:
    - failureType: ALL
      action: CANCEL
      thresholdPercentage: 10.50
      minNumberOfExecutedThings: 3
`,
  shorthand: `aws iot update-job \\
  --job-id j1 \\
  --description 'it'\\''s 5%' \\
  --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=10.50,minNumberOfExecutedThings=3}]'
`,
  bash: `aws iot update-job --job-id j1 --description 'it'\\''s 5%' --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=10.50,minNumberOfExecutedThings=3}]'
`,
  powershell: `aws iot update-job --job-id j1 --description 'it''s 5%' --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=10.50,minNumberOfExecutedThings=3}]'
`,
} as const;

for (const [to, text] of Object.entries(written)) {
  test(`convert --to ${to} keeps each value, digit for digit`, async () => {
    const outcome = await iotJobs(`iot-jobs convert a.json --to ${to}`, { "a.json": payload });
    assert.deepEqual(outcome, { code: 0, output: text, notes: "" });
  });
}

test("what is written in one notation is read back from the standard input to the same payload", async () => {
  for (const [from, text] of [
    ["yaml", written.yaml],
    ["shorthand", written.shorthand],
    ["script", written.bash],
    ["json", payload],
  ] as const) {
    const outcome = await iotJobs(`iot-jobs convert - --from ${from} --to json`, {}, { input: text });
    assert.deepEqual(outcome, { code: 0, output: written.json, notes: "" });
  }
});

test("in a script with several commands a line says which is meant", async () => {
  const files = {
    "a.sh": "aws iot update-job --job-id j1 --description a\n\naws iot update-job --job-id j2 \\\n  --description b\n",
  };
  const first = `iot-jobs: There are 2 commands, on the lines 1, 3. Choose one with --line.`;
  assert.equal((await iotJobs("iot-jobs convert a.sh --to yaml", files)).notes.split("\n")[0], first);
  const { output } = await iotJobs("iot-jobs convert a.sh --to yaml --line 4", files);
  assert.equal(output, "jobId: j2\ndescription: b\n");
  assert.deepEqual(await iotJobs("iot-jobs convert a.sh --to yaml --line 2", files), {
    code: 1,
    output: "",
    notes: "a.sh: No command aws iot update-job stands on line 2.\n",
  });
});

test("what cannot be converted is said, not dropped", async () => {
  const files = {
    "a.update-job": "--job-id $JOB --description a",
    "b.json": `{"jobId": "j1",}`,
    "c.sh": "echo",
    "d.json": " ",
    "e.update-job": "--job-id j1 --descripton a b",
  };
  assert.deepEqual(await iotJobs("iot-jobs convert a.update-job --to json", files), {
    code: 1,
    output: `{\n  "description": "a"\n}\n`,
    notes: "a.update-job: The value of jobId is known only when the command runs; it was left out.\n",
  });
  assert.deepEqual(await iotJobs("iot-jobs convert b.json --to yaml", files), {
    code: 1,
    output: "",
    notes: `b.json:1:15: error: Remove this comma: nothing follows it. [syntax]
{"jobId": "j1",}
              ~
`,
  });
  for (const file of ["c.sh", "d.json"]) {
    const notes = `${file}: There is no payload in this file.\n`;
    assert.deepEqual(await iotJobs(`iot-jobs convert ${file} --to yaml`, files), { code: 1, output: "", notes });
  }
  assert.deepEqual(await iotJobs("iot-jobs convert e.update-job --to yaml", files), {
    code: 1,
    output: "jobId: j1\n",
    notes: "e.update-job: Words that the AWS CLI does not know were left out: --descripton, b.\n",
  });
});

test("neither the name of a file nor a report on the standard error steers the terminal", async () => {
  for (const [text, message] of [
    ["", "There is no payload in this file."],
    [`{"jobId": "j1",}`, "Remove this comma"],
  ] as const) {
    const name = "\u001b[31m.json";
    const { notes } = await iotJobs(
      `iot-jobs convert --from json --to yaml ${name}`,
      { [name]: text },
      { colors: true },
    );
    assert.ok(notes.includes(message), notes);
    assert.doesNotMatch(notes, /\x1b/);
  }
});

test("wrong usage of convert says what is right, and ends with 2", async () => {
  for (const [commandLine, message] of [
    ["iot-jobs convert a.json", "iot-jobs: Give --to and one of json, yaml, shorthand, bash, powershell, "],
    ["iot-jobs convert a.json --to xml", "iot-jobs: There is no target xml. --to takes one of json, "],
    ["iot-jobs convert --to json", "iot-jobs: Give one file to convert, or -."],
    ["iot-jobs convert --to json a.json b.json", "iot-jobs: Give one file to convert, or -."],
    ["iot-jobs convert --to json --line x a.json", "iot-jobs: x is no line number. The first line is 1."],
    ["iot-jobs convert --to json none.json", "none.json: There is no such file or folder."],
  ] as const) {
    const { code, output, notes } = await iotJobs(commandLine, { "a.json": payload });
    assert.deepEqual([code, output, notes.slice(0, message.length)], [2, "", message]);
  }
});

test("a skeleton is clean in each notation, and has every member where it is to be full", async () => {
  for (const to of ["json", "yaml", "shorthand"]) {
    for (const full of ["", " --full"]) {
      const skeleton = await iotJobs(`iot-jobs skeleton${full} --to ${to}`);
      const checked = await iotJobs(`iot-jobs check - --from ${to}`, {}, { input: skeleton.output });
      assert.deepEqual([skeleton.code, checked.code, checked.output], [0, 0, ""]);
      const json = await iotJobs(`iot-jobs convert - --from ${to} --to json`, {}, { input: skeleton.output });
      const members = json.output.split("\n").filter((line) => /^ {2}"/.test(line));
      assert.equal(members.length, full === "" ? 2 : Object.keys(updateJob.members).length);
    }
  }
});
