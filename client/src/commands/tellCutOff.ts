import * as vscode from "vscode";
import { cutOff } from "../journal/cutOff";
import type { Journal } from "../journal/journal";
import type { JournalEntry } from "../journal/record";
import { offer } from "../notify";
import { timeWords } from "../times";

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
  const { jobId, at } = entry.beginning;
  const message =
    count === 1
      ? vscode.l10n.t(
          "{0}: what was sent on {1} was cut off before it was known what became of it. Look again.",
          jobId,
          timeWords(new Date(at)),
        )
      : vscode.l10n.t("{0} runs were cut off before it was known what became of them. Look again.", count);
  const args = count === 1 ? [{ kind: "run", jobId, entry }] : [];
  await offer("warning", message, [{ title: vscode.l10n.t("Look Again"), command: "iotJobs.lookAgain", args }]);
}
