import type * as vscode from "vscode";
import type { Account } from "../aws/account";
import { type JobsView, readView } from "./jobsView";

const memoryKey = "jobsViews";
/** Of so many accounts the way of showing jobs is kept; the one that was changed longest ago is forgotten. */
const mostKept = 100;

/** How the jobs of each account and region are shown, across restarts. */
export class JobsMemory {
  constructor(private readonly memento: vscode.Memento) {}

  view(account: Account): JobsView {
    return readView(this.#all()[keyOf(account)]);
  }

  async keep(account: Account, view: JobsView): Promise<void> {
    const key = keyOf(account);
    const others = Object.entries(this.#all()).filter(([name]) => name !== key);
    const kept = [...others, [key, view] as const].slice(-mostKept);
    await this.memento.update(memoryKey, Object.fromEntries(kept));
  }

  #all(): Readonly<Record<string, unknown>> {
    const stored = this.memento.get<unknown>(memoryKey);
    return typeof stored === "object" && stored !== null ? { ...stored } : {};
  }
}

/** The same for all calls that go to the same place as the same profile. */
export function keyOf({ kind, profile, region, endpoint }: Account): string {
  // The sample jobs are at another address each time.
  if (kind === "samples") return kind;
  return [profile ?? "", region, endpoint ?? ""].join("|");
}
