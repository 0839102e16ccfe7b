import assert from "node:assert/strict";
import { appendFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { cutOff, cutOffInWords } from "../../../client/src/journal/cutOff";
import { fileJournal } from "../../../client/src/journal/journal";
import {
  type Beginning,
  type JournalRecord,
  asJson,
  entriesOf,
  recordsIn,
  resultOf,
} from "../../../client/src/journal/record";
import { noRunInWords } from "../../../client/src/journal/noRun";
import { runItem } from "../../../client/src/journal/runItem";
import { inTemporaryFolder } from "../../temporaryFolder";

function beginning(id: string, at = "2026-01-15T12:00:00.000Z"): Beginning {
  const before = { description: "before" };
  const payload = { jobId: "j", description: "after" };
  return { kind: "beginning", id, at, accountId: "123456789012", region: "us-west-2", jobId: "j", before, payload };
}

function ending(id: string, result: "applied" | "unknown" = "applied"): JournalRecord {
  return { kind: "ending", id, at: "2026-01-15T12:00:01.000Z", result, requestId: `r${id}`, after: {} };
}

test("runs come back newest first, each with its last ending", async () => {
  await inTemporaryFolder(async (folder) => {
    const journal = fileJournal(path.join(folder, "made", "when", "needed"));
    assert.deepEqual(await journal.entries(), []);
    const records = [
      beginning("1", "2026-01-15T12:00:00Z"),
      ending("1", "unknown"),
      beginning("2", "2026-01-15T13:00:00Z"),
      ending("1"),
    ];
    for (const record of records) await journal.append(record);
    const entries = await journal.entries();
    assert.deepEqual(
      entries.map((entry) => [entry.beginning.id, resultOf(entry)]),
      [
        ["2", "unknown"],
        ["1", "applied"],
      ],
    );
  });
});

test("a line that was cut off or scribbled over loses only itself", async () => {
  await inTemporaryFolder(async (folder) => {
    const journal = fileJournal(folder);
    const file = path.join(folder, "journal.jsonl");
    await journal.append(beginning("1"));
    appendFileSync(file, `\n${JSON.stringify(beginning("half")).slice(0, 40)}`);
    await journal.append(beginning("2"));
    appendFileSync(
      file,
      '\u0000\u0000null\n[]\n{"kind":"beginning","id":7}\n{"kind":"ending","id":"1","at":"never"}\n',
    );
    await journal.append(ending("2"));
    const ids = (await journal.entries()).map(({ beginning: { id } }) => id);
    assert.deepEqual(ids.sort(), ["1", "2"]);
  });
});

test("whatever bytes are cut out of a journal, the lines that stay whole stay", () => {
  const records = ["1", "2", "3", "4"].flatMap((id) => [beginning(id), ending(id)]);
  const lines = records.map((record) => `\n${JSON.stringify(record)}\n`);
  const text = lines.join("");
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(200), (from, length) => {
      const left = recordsIn(text.slice(0, from) + text.slice(from + length));
      let start = 0;
      const whole = records.filter((_, index) => {
        const [first, end] = [start, start + (lines[index]?.length ?? 0)];
        start = end;
        return end <= from || first >= from + length;
      });
      for (const record of whole) assert.ok(left.some((found) => JSON.stringify(found) === JSON.stringify(record)));
    }),
  );
});

test("a journal is bounded: full files are closed, and the oldest go", async () => {
  await inTemporaryFolder(async (folder) => {
    const journal = fileJournal(folder, { file: 2_000, closedFiles: 3 });
    for (let run = 0; run < 60; run++) await journal.append(beginning(String(run)));
    const files = readdirSync(folder);
    assert.equal(files.length, 4);
    for (const file of files) assert.ok(statSync(path.join(folder, file)).size < 2_500);
    const entries = await journal.entries();
    assert.ok(entries.length > 20 && entries.length < 60, `${entries.length} of 60 are left`);
    assert.ok(entries.some(({ beginning: { id } }) => id === "59"));
  });
});

test("several windows write at once, across files that fill up: no line is lost or mixed", async () => {
  await inTemporaryFolder(async (folder) => {
    const limits = { file: 4_000, closedFiles: 1_000 };
    const windows = ["a", "b", "c"].map((name) => {
      const journal = fileJournal(folder, limits);
      return (async () => {
        for (let run = 0; run < 40; run++) await journal.append(beginning(`${name}${run}`));
      })();
    });
    await Promise.all(windows);
    const entries = await fileJournal(folder, limits).entries();
    assert.equal(new Set(entries.map(({ beginning: { id } }) => id)).size, 120);
  });
});

test("one window writes much at once, across files that fill up: no file takes another's place", async () => {
  await inTemporaryFolder(async (folder) => {
    const journal = fileJournal(folder, { file: 1, closedFiles: 1_000 });
    await Promise.all(Array.from({ length: 200 }, (_, run) => journal.append(beginning(String(run)))));
    assert.equal((await journal.entries()).length, 200);
  });
});

test("a run that is found twice, because a file was closed while it was read, is shown once", () => {
  assert.equal(entriesOf([beginning("1"), ending("1"), beginning("1"), ending("1")]).length, 1);
});

test("a run without an end was cut off, once it is too old to be under way; who was told of it knows", () => {
  const noon = "2026-01-15T12:00:00.000Z";
  const entries = entriesOf([
    beginning("old", "2026-01-15T11:00:00.000Z"),
    beginning("cut off", noon),
    beginning("ended", noon),
    ending("ended", "unknown"),
    beginning("under way", "2026-01-15T12:10:00.000Z"),
  ]);
  const found = (told: string): readonly string[] =>
    cutOff(entries, told, new Date("2026-01-15T12:20:00Z")).map(({ beginning: { id } }) => id);
  assert.deepEqual(found(""), ["cut off", "old"]);
  assert.deepEqual(found("2026-01-15T11:00:00.000Z"), ["cut off"]);
  assert.deepEqual(found(noon), []);
});

test("a run that was cut off is told with its job and time, several with their number", () => {
  const [newest] = entriesOf([beginning("1", "2026-01-15T12:00:00.000Z")]);
  assert.ok(newest);
  const what = "what was sent on 2026-01-15 12:00:00 UTC was cut off before it was known what became of it";
  assert.equal(cutOffInWords(newest, 1), `j: ${what}. Look again.`);
  assert.equal(cutOffInWords(newest, 2), "2 runs were cut off before it was known what became of them. Look again.");
});

test("where there is no run to choose, it is said why", () => {
  const entries = entriesOf([beginning("1"), ending("1")]);
  assert.equal(noRunInWords([], "j", "No run is uncertain."), "Nothing was sent from this machine yet.");
  assert.equal(noRunInWords(entries, "k", "No run is uncertain."), "No update of k was sent from this machine.");
  assert.equal(noRunInWords(entries, "j", "No run is uncertain."), "No run is uncertain.");
  assert.equal(noRunInWords(entries, undefined, "No run is uncertain."), "No run is uncertain.");
});

test("the export is JSON with an object a run", () => {
  const runs: unknown = JSON.parse(asJson(entriesOf([beginning("1"), ending("1")])));
  assert.deepEqual(runs, [
    {
      id: "1",
      at: "2026-01-15T12:00:00.000Z",
      endedAt: "2026-01-15T12:00:01.000Z",
      accountId: "123456789012",
      region: "us-west-2",
      jobId: "j",
      before: { description: "before" },
      payload: { jobId: "j", description: "after" },
      result: "applied",
      requestId: "r1",
      after: {},
    },
  ]);
});

test("a run in the history: its job, what became of it, when, what it changed and where", () => {
  const file = "file:///work/my%20jobs/a.json";
  const [entry] = entriesOf([{ ...beginning("1"), file }, ending("1")]);
  assert.ok(entry);
  const item = runItem(entry, new Date("2026-01-15T12:05:00Z"));
  assert.equal(item.label, "j");
  assert.equal(item.description, "applied · 5 min · description · us-west-2");
  assert.equal(
    item.tooltip,
    "j\nResult: applied\nSent: 2026-01-15 12:00:00 UTC\nAccount: 123456789012\nRegion: us-west-2\nFile: /work/my jobs/a.json\nRequest: r1",
  );
});
