import * as vscode from "vscode";
import { cutOff, cutOffInWords } from "../journal/cutOff";
import type { Journal } from "../journal/journal";
import type { JournalEntry } from "../journal/record";
import { offer } from "../notify";

const toldKey = "iotJobs.cutOffTold";

/** A journal that, once somebody reads it or writes to it, tells of runs that were cut off: of each run once. */
export function tellingCutOff(journal: Journal, memory: vscode.Memento): Journal {
  const entries = async (): Promise<readonly JournalEntry[]> => {
    const all = await journal.entries();
    const found = cutOff(all, memory.get(toldKey, ""), new Date());
    const [newest] = found;
    if (newest === undefined) return all;
    await memory.update(toldKey, newest.beginning.at);
    void tell(newest, found.length);
    return all;
  };
  let isFirst = true;
  const append: Journal["append"] = async (record) => {
    await journal.append(record);
    // A journal that cannot be read is told of where somebody wants to read it.
    if (isFirst) entries().catch(() => undefined);
    isFirst = false;
  };
  return { append, entries };
}

async function tell(entry: JournalEntry, count: number): Promise<void> {
  const args = count === 1 ? [{ kind: "run", jobId: entry.beginning.jobId, entry }] : [];
  const lookAgain = { title: vscode.l10n.t("Look Again"), command: "iotJobs.lookAgain", args };
  await offer("warning", cutOffInWords(entry, count), [lookAgain]);
}
