import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inTemporaryFolder } from "../temporaryFolder";

const hasNeovim = spawnSync("nvim", ["--version"]).status === 0;

const payload = `{
  
  "timeoutConfig": { "inProgressTimeoutInMinutes": 10081 },
  "description": "ä", "jobId": "a/b"
}
`;

/** What Neovim's own client gets of a payload, from the built server. */
function session(): Promise<string> {
  return inTemporaryFolder((folder) => {
    const [file, answer] = [path.join(folder, "a.update-job.json"), path.join(folder, "answer.json")];
    writeFileSync(file, payload);
    const given = [path.resolve("dist/server.js"), file, answer].map((text) => `'${text.replaceAll("'", "''")}'`);
    const run = spawnSync(
      "nvim",
      [
        ...["--headless", "--clean", "-n", "--cmd", `let g:iot_jobs = [${given.join(", ")}]`],
        ...["-c", "filetype on", "-c", `luafile ${path.resolve("test/neovim/session.lua")}`],
      ],
      { encoding: "utf8", timeout: 60_000, env: { ...process.env, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder } },
    );
    assert.equal(run.status, 0, run.stderr);
    return readFileSync(answer, "utf8");
  });
}

test(
  "Neovim shows diagnostics where they belong, and gets completions and hovers",
  { skip: hasNeovim ? false : "there is no nvim on the PATH" },
  async () => {
    const answer = await session();
    assert.match(answer, /Expected a whole number from 1 to 10080, found 10081; nearest 10080/);
    const column = payload.split("\n")[2]?.indexOf("10081") ?? 0;
    assert.match(answer, new RegExp(`\\[2, ?${column}, ?"Expected`));
    const behindUmlaut = Buffer.from(payload.split("\n")[3] ?? "").indexOf('"a/b"');
    assert.match(answer, new RegExp(`\\[3, ?${behindUmlaut}, ?"Expected the letters`));
    assert.match(answer, /10081 minutes = 7 days 1 minute/);
    assert.match(answer, /"label": ?"abortConfig"/);
  },
);
