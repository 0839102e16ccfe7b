import { randomUUID } from "node:crypto";
import { appendFile, mkdir, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { oneAtATime } from "../oneAtATime";
import { type JournalEntry, type JournalRecord, entriesOf, recordsIn } from "./record";

/** What was sent, and what became of it. */
export interface Journal {
  /** Resolves when the record is in the file. */
  readonly append: (record: JournalRecord) => Promise<void>;
  /** Newest first. */
  readonly entries: () => Promise<readonly JournalEntry[]>;
}

export interface JournalLimits {
  /** In bytes: a file that has grown to this is closed, and another begun. */
  readonly file: number;
  /** How many closed files are kept. */
  readonly closedFiles: number;
}

/** A run takes about 2 KB: some thousand runs are kept. */
const usualLimits: JournalLimits = { file: 1_000_000, closedFiles: 7 };

const current = "journal.jsonl";
const closed = /^journal-.+\.jsonl$/u;

/**
 * A journal in files of JSON lines, in a folder that is made with the first record. Several windows may write at once:
 * each record is one append, and begins with a line break of its own, so that one that was cut off before it stays alone.
 */
export function fileJournal(folder: string, limits: JournalLimits = usualLimits): Journal {
  const file = path.join(folder, current);
  const alone = oneAtATime();
  return {
    append: (record) =>
      alone(async () => {
        await mkdir(folder, { recursive: true });
        await closeIfFull(folder, limits);
        await appendFile(file, `\n${JSON.stringify(record)}\n`, { mode: 0o600, flush: true });
      }),
    async entries() {
      // The current file first: when it is closed meanwhile, it is read twice, and not never.
      const newest = await textOf(file);
      const texts = [];
      for (const name of await closedFiles(folder)) texts.push(await textOf(path.join(folder, name)));
      return entriesOf([...texts, newest].flatMap(recordsIn));
    },
  };
}

/** The new name is nobody else's: whoever closes a file at the same moment keeps what it moves. */
async function closeIfFull(folder: string, limits: JournalLimits): Promise<void> {
  const file = path.join(folder, current);
  if ((await sizeOf(file)) < limits.file) return;
  const name = `journal-${new Date().toISOString().replaceAll(":", "")}-${randomUUID()}.jsonl`;
  await rename(file, path.join(folder, name)).catch(unlessMissing);
  const old = (await closedFiles(folder)).slice(0, -limits.closedFiles);
  for (const each of old) await rm(path.join(folder, each), { force: true });
}

/** Oldest first: their names begin with their time. */
async function closedFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(unlessMissing);
  return (names ?? []).filter((name) => closed.test(name)).sort();
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(unlessMissing))?.size ?? 0;
}

async function textOf(file: string): Promise<string> {
  return (await readFile(file, "utf8").catch(unlessMissing)) ?? "";
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
