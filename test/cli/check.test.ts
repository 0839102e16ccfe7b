import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { run } from "../../cli/src/run";
import payloads from "../facts/payloads.json";
import { inTemporaryFolder } from "../temporaryFolder";
import { iotJobs } from "./commandLine";

const good = `{"jobId": "j1", "description": "x"}`;
const bad = `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 10081}}`;
const hint = `--job-id j1 --descr x`;

async function picture(commandLine: string, files: Parameters<typeof iotJobs>[1] = {}, input = ""): Promise<string> {
  const { code, output, notes } = await iotJobs(commandLine, files, { input });
  return `$ ${commandLine}\n${output}${notes}= ${code}`;
}

test("a problem is shown with its file, line and column, and with a squiggle below its line", async () => {
  assert.equal(
    await picture("iot-jobs check a.update-job.json", {
      "a.update-job.json": `{\n\t"jobId": "j/1",\n  "description": "x" }`,
    }),
    `$ iot-jobs check a.update-job.json
a.update-job.json:2:11: error: Expected the letters A to Z and a to z, digits, - and _; found "/". [pattern]
\t"jobId": "j/1",
\t         ~~~~~
Files checked: 1. Problems: 1.
= 1`,
  );
});

test("a script is checked command by command, an option list by its name", async () => {
  const files = {
    "deploy.sh": `set -e\naws iot update-job --job-id j1 \\\n  --timeout-config inProgressTimeoutInMinutes=0`,
    "a.update-job": `--job-id j1 --description x # fine`,
  };
  assert.equal(
    await picture("iot-jobs check a.update-job deploy.sh", files),
    `$ iot-jobs check a.update-job deploy.sh
deploy.sh:3:47: error: Expected a whole number from 1 to 10080, found 0; nearest 1. [range]
  --timeout-config inProgressTimeoutInMinutes=0
                                              ~
Files checked: 2. Problems: 1.
= 1`,
  );
});

test("what is right ends with 0 and an empty output", async () => {
  assert.deepEqual(await iotJobs("iot-jobs check a.json", { "a.json": good }), {
    code: 0,
    output: "",
    notes: "Files checked: 1. Problems: 0.\n",
  });
});

test("the standard input is checked in the notation that --from names", async () => {
  assert.equal(
    await picture("iot-jobs check --from json -", {}, `{"jobId": 1, "description": "x"}`),
    `$ iot-jobs check --from json -
-:1:11: error: Expected text in quotes, found the number 1. [type]
{"jobId": 1, "description": "x"}
          ~
Files checked: 1. Problems: 1.
= 1`,
  );
  assert.equal(
    await picture("iot-jobs check -"),
    `$ iot-jobs check -
-: The standard input has no name to tell its notation from. Give --from.
Files checked: 0. Problems: 0.
= 2`,
  );
});

test("in a folder the payload files and the scripts are checked, and nothing else", async () => {
  const files = {
    "sub/a.update-job.json": bad,
    "sub/update-job.json": bad,
    "sub/b.update-job": "--job-id",
    "sub/c.sh": "aws iot update-job --job-id",
    "sub/package.json": "{",
    "sub/notupdate-job.json": "{",
    "sub/update-job": "{",
    "sub/node_modules/x.update-job.json": "{",
    "sub/.git/x.update-job.json": "{",
    "sub/.hidden/x.update-job.json": bad,
    "other/x.update-job.json": bad,
  };
  const { output } = await iotJobs("iot-jobs check sub", files);
  assert.deepEqual(
    [...output.matchAll(/^(\S+?):\d/gm)].map(([, file]) => file),
    ["sub/.hidden/x.update-job.json", "sub/a.update-job.json", "sub/b.update-job", "sub/c.sh", "sub/update-job.json"],
  );
});

test("a folder without a payload file is no success", async () => {
  assert.equal(
    await picture("iot-jobs check sub", { "sub/a.json": good }),
    `$ iot-jobs check sub
sub: There are no payload files in this folder.
Files checked: 0. Problems: 0.
= 2`,
  );
});

test("an empty argument is no folder", async () => {
  assert.equal(
    await picture("iot-jobs check ", { "a.update-job.json": bad }),
    `$ iot-jobs check ${""}
"": There is no such file or folder.
Files checked: 0. Problems: 0.
= 2`,
  );
});

test(
  "a pipe in a folder is passed over: nothing may ever come from it",
  { skip: process.platform === "win32" },
  async () => {
    const outcome = await inTemporaryFolder((folder) => {
      execFileSync("mkfifo", [path.join(folder, "a.update-job.json")]);
      return run(["check", "."], { folder, colors: false, readInput: () => Promise.resolve(Buffer.of()) });
    });
    assert.deepEqual(outcome.notes, ".: There are no payload files in this folder.\nFiles checked: 0. Problems: 0.\n");
  },
);

test("a glob names files by hand, whatever they are called, and each file is checked once", async () => {
  const files = { "jobs/a.json": bad, "jobs/b.json": good, "jobs/.c.json": bad, "jobs/d/e.json": good };
  for (const [commandLine, count] of [
    ["iot-jobs check jobs/*.json", 2],
    ["iot-jobs check jobs/**/*.json", 3],
    ["iot-jobs check ./jobs/{a,b}.json jobs/a.json", 2],
    ["iot-jobs check jobs/a.json jobs/a.json ./jobs/a.json", 1],
  ] as const) {
    assert.equal((await iotJobs(commandLine, files)).notes, `Files checked: ${count}. Problems: 1.\n`, commandLine);
  }
});

test("a file with the name of a glob is that file", async () => {
  assert.equal((await iotJobs("iot-jobs check [a].json", { "[a].json": good, "a.json": bad })).code, 0);
});

test("what cannot be read is said, file by file, and the others are checked", async () => {
  const utf16 = Buffer.from(`\ufeff${good}`, "utf16le");
  const latin1 = Buffer.from(`{"jobId": "j1", "description": "\xe9"}`, "latin1");
  const files = { "a.json": bad, "b.json": utf16, "c.json": latin1, "d.txt": good, "e.json/x": "" };
  const { code, output, notes } = await iotJobs("iot-jobs check a.json b.json c.json d.txt x.json *.yes", files);
  assert.equal(code, 2);
  assert.match(output, /^a\.json:1:65: error/);
  assert.equal(
    notes,
    `d.txt: The name does not tell in which notation this file is. Give --from.
x.json: There is no such file or folder.
*.yes: No file has such a name.
b.json: This is UTF-16 text, which the AWS CLI cannot read. Save it as UTF-8.
c.json: This is not UTF-8 text, which the AWS CLI needs. Save it as UTF-8.
Files checked: 1. Problems: 1.
`,
  );
});

test("--from says the notation of files whose names do not", async () => {
  assert.equal((await iotJobs("iot-jobs check --from json d.txt", { "d.txt": good })).code, 0);
  assert.equal(
    (await iotJobs("iot-jobs check --from shorthand d.txt", { "d.txt": "--job-id j --description x" })).code,
    0,
  );
});

test("--severity leaves out what matters less", async () => {
  assert.equal((await iotJobs("iot-jobs check a.update-job", { "a.update-job": hint })).code, 1);
  assert.equal((await iotJobs("iot-jobs check --severity information a.update-job", { "a.update-job": hint })).code, 0);
});

test("--rule changes how bad a kind of problem is, or leaves it out", async () => {
  const check = (rules: string): ReturnType<typeof iotJobs> =>
    iotJobs(`iot-jobs check ${rules} a.update-job`, { "a.update-job": hint });
  assert.match((await check("--rule option-prefix=warning")).output, /warning: .* \[option-prefix\]/);
  assert.equal((await check("--rule option-prefix=off")).code, 0);
  for (const [rules, message] of [
    ["--rule nothing=off", "There is no rule nothing. docs/rules.md lists them."],
    ["--rule range", "Write --rule range=off, with error, warning, information, hint or off."],
    ["--rule syntax=off", "syntax stays an error: without it nothing can be sent."],
  ] as const) {
    assert.deepEqual(
      [(await check(rules)).code, (await check(rules)).notes.split("\n")[0]],
      [2, `iot-jobs: ${message}`],
    );
  }
});

test("the report for programs holds the same, with the end of each range", async () => {
  const { code, output, notes } = await iotJobs("iot-jobs check --format json a.json x.json", { "a.json": bad });
  assert.deepEqual([code, notes], [2, ""]);
  assert.deepEqual(JSON.parse(output), {
    files: 1,
    problems: [
      {
        file: "a.json",
        line: 1,
        column: 65,
        endLine: 1,
        endColumn: 70,
        severity: "error",
        code: "range",
        message: "Expected a whole number from 1 to 10080, found 10081; nearest 10080.",
      },
    ],
    failures: [{ file: "x.json", message: "There is no such file or folder." }],
  });
});

test("a long line is cut around the problem", async () => {
  const { output } = await iotJobs("iot-jobs check a.json", {
    "a.json": `{"description": "${"x".repeat(1000)}", "jobId": "j/1"}`,
  });
  const [, line = "", squiggle = ""] = output.split("\n");
  assert.ok(line.length <= 120);
  assert.equal(line.slice(squiggle.indexOf("~"), squiggle.length), `"j/1"`);
});

test("characters of a file that would steer a terminal are not printed", async () => {
  const { output } = await iotJobs("iot-jobs check a.json", {
    "a.json": `{"jobId": "j1", "\\u001b[31m\u202e": 1, "description": "\x9b31m"}`,
  });
  assert.doesNotMatch(output, /[\x1b\x9b\u202e]/);
});

test("on a terminal with colors the severity and the squiggle have one", async () => {
  const { output } = await iotJobs("iot-jobs check a.json", { "a.json": bad }, { colors: true });
  assert.match(output, /\x1b\[31merror:\x1b\[0m .*\n.*\n +\x1b\[31m~~~~~\x1b\[0m\n$/);
});

test("wrong usage says what is right, and ends with 2", async () => {
  for (const [commandLine, message] of [
    ["iot-jobs check", "iot-jobs: What to check? Give files, folders, globs, or -."],
    ["iot-jobs chekc a", "iot-jobs: There is no command chekc. There are check, "],
    ["iot-jobs check --format xml a", "iot-jobs: There is no format xml. --format takes text or json."],
    ["iot-jobs check --severity bad a", "iot-jobs: There is no severity bad. --severity takes one of error, warning, "],
    ["iot-jobs check --from xml a", "iot-jobs: There is no notation xml. --from takes one of json, "],
    ["iot-jobs check --fix a", "iot-jobs: There is no option --fix. A file whose name starts with a dash is written "],
    ["iot-jobs check --from", "iot-jobs: --from needs a value.\niot-jobs check --help says more."],
    ["iot-jobs skeleton --full=yes", "iot-jobs: --full takes no value."],
    ["iot-jobs schema a.json", "iot-jobs: a.json is too much: this command takes options only."],
    ["iot-jobs", "Checks and makes payloads"],
  ] as const) {
    const { code, output, notes } = await iotJobs(commandLine);
    assert.deepEqual([code, output, notes.slice(0, message.length)], [2, "", message]);
  }
});

test("--help and --version go to the standard output", async () => {
  for (const commandLine of [
    "iot-jobs --help",
    "iot-jobs check --help",
    "iot-jobs help schema",
    "iot-jobs skeleton -h",
  ]) {
    const { code, output } = await iotJobs(commandLine);
    assert.equal(code, 0);
    assert.match(output, /Usage:/);
  }
  assert.match((await iotJobs("iot-jobs --version")).output, /^\d+\.\d+\.\d+\n$/);
});

test("whatever files stand beside one another, each has the problems that it has alone", async () => {
  const texts = payloads.flatMap(({ payload }) => (payload === null ? [] : [payload]));
  const cut = (text: string): string => text.slice(0, text.length / 2) + text.slice(text.length / 2 + 1);
  const files = texts.flatMap((text, index): readonly (readonly [string, string])[] => {
    const name = `all/${String(index).padStart(3, "0")}`;
    return [
      [`${name}-a.update-job.json`, text],
      [`${name}-b.update-job.json`, cut(text)],
      [`${name}-c.update-job.yaml`, text],
      [`${name}-d.update-job`, `--cli-input-json '${text}'`],
      [`${name}-e.sh`, `aws iot update-job --cli-input-json '${text}' --job-id ${index}\n`],
    ];
  });
  const { output } = await iotJobs("iot-jobs check all", Object.fromEntries(files));
  const alone: string[] = [];
  for (const [name, text] of files) alone.push((await iotJobs(`iot-jobs check ${name}`, { [name]: text })).output);
  assert.ok(alone.filter((each) => each !== "").length > 200);
  assert.equal(output, alone.join(""));
});
