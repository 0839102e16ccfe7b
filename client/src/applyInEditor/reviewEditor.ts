import * as vscode from "vscode";
import type { Review, UpdateRequest } from "../apply/review";
import { jobsOf, reviewSides, whereLines } from "../apply/reviewText";
import { FixedDocuments } from "./fixedDocuments";
import { showWhile, tell } from "../notify";

type Decision = "apply" | "cancel";

/** The diff editor of a review. The manifest puts *Apply* and *Cancel* into the title of editors of this scheme. */
const scheme = "iot-job-review";

export class ReviewEditor implements vscode.Disposable {
  readonly #documents = new FixedDocuments(scheme);
  /** What waits for a decision, by the URI of the right side. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #subscriptions = vscode.Disposable.from(
    this.#documents,
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.forEach((tab) => this.#closed(tab))),
  );

  /** Closing the editor cancels, as the signal does; a notification says where it goes as long as it is open. */
  async decide(review: Review, replaced: AbortSignal): Promise<Decision> {
    const { before, after } = reviewSides(review);
    const name = jobsOf(review);
    const left = this.#documents.add(vscode.l10n.t("{0} as it is.jsonc", name), before);
    const right = this.#documents.add(vscode.l10n.t("{0} after the update.jsonc", name), after);
    const { promise, resolve } = decisionToCome();
    const title = vscode.l10n.t("Review {0}: as it is ↔ after the update", name);
    const waiting = { review, title, left, right, resolve };
    this.#waiting.set(right.toString(), waiting);
    replaced.addEventListener("abort", () => resolve("cancel"));
    try {
      await show(waiting);
      await this.#tellManifest();
      return await whileShown(waitingTitle(review, name), promise, () => resolve("cancel"));
    } finally {
      this.#waiting.delete(right.toString());
      await this.#tellManifest();
      await closeTab(right);
    }
  }

  /** Brings the review of some requests to the front; there may be none yet, or no more. */
  async reveal(requests: readonly UpdateRequest[]): Promise<void> {
    const isOfThese = ({ review }: Waiting): boolean =>
      review.updates.some(({ request }) => requests.includes(request));
    const waiting = [...this.#waiting.values()].find(isOfThese);
    if (waiting !== undefined) await show(waiting);
  }

  /**
   * The command of a title button gets the URI of the right side; from the palette, the active editor is meant. Where that is no
   * review, nothing is decided: the only one that waits comes to the front.
   */
  async settle(decision: Decision, uri: unknown): Promise<void> {
    const meant = uri instanceof vscode.Uri ? uri : rightSideOf(vscode.window.tabGroups.activeTabGroup.activeTab);
    const waiting = this.#waiting.get(meant?.toString() ?? "");
    if (waiting === undefined) await this.#showTheOnly();
    else waiting.resolve(decision);
  }

  async #showTheOnly(): Promise<void> {
    const [only, ...others] = this.#waiting.values();
    if (only !== undefined && others.length === 0) await show(only);
    else if (only === undefined) tell("information", vscode.l10n.t("No review is open."));
    else tell("information", vscode.l10n.t("Several reviews are open. Go to the one that you mean."));
  }

  /** One that was dragged to another group is open there. */
  #closed(tab: vscode.Tab): void {
    const right = rightSideOf(tab);
    if (right !== undefined && tabOf(right) === undefined) this.#waiting.get(right.toString())?.resolve("cancel");
  }

  /** The buttons and the palette's commands are there while something waits. */
  async #tellManifest(): Promise<void> {
    await vscode.commands.executeCommand("setContext", "iotJobs.reviewing", this.#waiting.size > 0);
  }

  dispose(): void {
    for (const { resolve } of this.#waiting.values()) resolve("cancel");
    this.#subscriptions.dispose();
  }
}

interface Waiting {
  readonly review: Review;
  readonly title: string;
  readonly left: vscode.Uri;
  readonly right: vscode.Uri;
  readonly resolve: (decision: Decision) => void;
}

/** Where it is open already; from the first line on, which says where it goes: VS Code would go to the first change. */
async function show({ left, right, title }: Waiting): Promise<void> {
  const viewColumn = tabOf(right)?.group.viewColumn ?? vscode.ViewColumn.Active;
  const options = { preview: false, viewColumn, selection: new vscode.Range(0, 0, 0, 0) };
  await vscode.commands.executeCommand("vscode.diff", left, right, title, options);
}

function waitingTitle(review: Review, name: string): string {
  const where = whereLines(review).join(" · ");
  return vscode.l10n.t("Review {0}, then Apply or Cancel in the title of the editor. {1}", name, where);
}

/** A notification for as long as nothing is decided. */
function whileShown(title: string, decided: Promise<Decision>, cancel: () => void): Thenable<Decision> {
  return showWhile({ title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(cancel);
    return decided;
  });
}

function decisionToCome(): { readonly promise: Promise<Decision>; readonly resolve: (decision: Decision) => void } {
  let resolve: (decision: Decision) => void = () => undefined;
  const promise = new Promise<Decision>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

function rightSideOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme ? input.modified : undefined;
}

async function closeTab(right: vscode.Uri): Promise<void> {
  const tab = tabOf(right);
  if (tab !== undefined) await vscode.window.tabGroups.close(tab);
}

function tabOf(right: vscode.Uri): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find((each) => rightSideOf(each)?.toString() === right.toString());
}
