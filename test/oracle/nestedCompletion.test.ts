import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { accepted, offered } from "../fixture";
import { commandsAtCursor, known, nestings, wordsOf } from "../nestedScripts";
import { inTemporaryFolder } from "../temporaryFolder";

const missing = spawnSync("bash", ["-c", "exit 0"]).status !== 0;

/** What the AWS CLI is called with by scripts that a bash runs in a folder of its own. */
function bashIn(folder: string): (script: string) => readonly string[] {
  const called = path.join(folder, "called");
  const programs = { aws: `printf '%s\\0' "$@" >> '${called}'`, ssh: `shift; exec bash -c "$*"` };
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(path.join(folder, name), `#!/bin/bash\n${body}\n`, { mode: 0o755 });
  }
  const env = { PATH: `${folder}:/usr/bin:/bin`, TYPE: "ALL" };
  return (script) => {
    rmSync(called, { force: true });
    spawnSync("bash", ["-c", script], { env, cwd: folder });
    return existsSync(called) ? readFileSync(called, "utf8").split("\0").slice(0, -1) : [];
  };
}

test(
  "with an item accepted, bash hands on what is read here, and of a nested command what it does of the command by itself",
  { skip: missing && "no bash here" },
  () =>
    inTemporaryFolder((folder) => {
      const run = bashIn(folder);
      let count = 0;
      for (const [index, script] of commandsAtCursor.entries()) {
        const plainly = new Map<string, readonly string[]>();
        for (const item of offered(script, "script", known)) {
          const after = accepted(script, item);
          const called = run(after);
          plainly.set(item.label, called);
          if (!after.includes("$TYPE")) assert.deepEqual(called, wordsOf(after).slice(1), after);
        }
        // A third of them each: a bash for each item takes its time.
        const some = nestings.filter((_, at) => (at + index) % 3 === 0);
        for (const marked of some.map(([, nested]) => nested(script))) {
          for (const item of offered(marked, "script", known)) {
            const after = accepted(marked, item);
            assert.deepEqual(run(after), plainly.get(item.label), after);
            count++;
          }
        }
      }
      assert.ok(count > 500, `${count} items`);
    }),
);
