import * as vscode from "vscode";
import { renewal } from "../account/renewal";
import { type Outcome, type Result, isUncertain } from "../apply/outcome";
import { resultsInWords } from "../apply/words";
import { anotherProfileMayHelp } from "../aws/failure";
import { choose } from "../notify";
import { showFailure } from "./command";

/**
 * Tells what became of a run, once, with what to do next; `again` is what *Run Again*, or a new session, leads to. Does
 * not wait until that is read; gives what it said.
 */
export function reportResults(
  log: vscode.LogOutputChannel,
  results: readonly Result[],
  again: () => Promise<unknown>,
): string {
  const told = resultsInWords(results);
  const level = levelOf(results);
  if (level === "quiet") vscode.window.setStatusBarMessage(told, 5_000);
  else show(log, { told, level, results, again }).catch((error: unknown) => showFailure(log, error));
  log.info(`${told} (${requestIds(results)})`);
  return told;
}

/** What is an error stays until it is dismissed; a warning would go by itself. */
type Level = "quiet" | "information" | "error";

function levelOf(results: readonly Result[]): Level {
  const levels = results.map(({ outcome }) => levelOfOne(outcome));
  const order: readonly Level[] = ["error", "information", "quiet"];
  return order.find((level) => levels.includes(level)) ?? "quiet";
}

/** What the user decided, the user knows. */
function levelOfOne({ kind }: Outcome): Level {
  switch (kind) {
    case "applied":
    case "inStep":
    case "dryRun":
      return "information";
    case "canceled":
    case "notStarted":
      return "quiet";
    case "unknown":
    case "unverified":
    case "outdated":
    case "failed":
    case "journalFailed":
    case "notApplied":
    case "refused":
      return "error";
  }
}

interface Report {
  readonly told: string;
  readonly level: Exclude<Level, "quiet">;
  readonly results: readonly Result[];
  readonly again: () => Promise<unknown>;
}

async function show(log: vscode.LogOutputChannel, { told, level, results, again }: Report): Promise<void> {
  const signIn = vscode.l10n.t("Sign In");
  const chooseProfile = vscode.l10n.t("Choose Profile");
  const lookAgain = vscode.l10n.t("Look Again");
  const runAgain = vscode.l10n.t("Run Again");
  const showLog = vscode.l10n.t("Show Log");
  const uncertain = results.filter(({ outcome }) => isUncertain(outcome));
  const buttons = [
    ...(results.some(isExpired) && (await renewal.login()) !== undefined ? [signIn] : []),
    ...(results.some(needsProfile) ? [chooseProfile] : []),
    ...(uncertain.length > 0 ? [lookAgain] : []),
    ...(results.some(isOutdated) ? [runAgain] : []),
    ...(level === "error" && !results.some(isOutdated) ? [showLog] : []),
  ];
  const chosen = await choose(level, told, buttons);
  const look = (): Thenable<unknown> => vscode.commands.executeCommand("iotJobs.lookAgain", onlyJob(uncertain));
  const isSignedIn = chosen === signIn && (await vscode.commands.executeCommand<boolean>("iotJobs.signIn"));
  if (isSignedIn) await (uncertain.length > 0 ? look() : again());
  if (chosen === chooseProfile) await vscode.commands.executeCommand("iotJobs.chooseProfile");
  if (chosen === lookAgain) await look();
  if (chosen === runAgain) await again();
  if (chosen === showLog) log.show();
}

/** The job to look at again; undefined where there is more than one, for the user to choose. */
function onlyJob(uncertain: readonly Result[]): string | undefined {
  const [only, ...others] = uncertain;
  return others.length === 0 ? only?.request.payload.jobId : undefined;
}

function isOutdated({ outcome }: Result): boolean {
  return outcome.kind === "outdated";
}

function needsProfile({ outcome }: Result): boolean {
  return "failure" in outcome && anotherProfileMayHelp(outcome.failure.kind);
}

function isExpired({ outcome }: Result): boolean {
  return "failure" in outcome && outcome.failure.kind === "expired";
}

function requestIds(results: readonly Result[]): string {
  const ids = results.map(({ outcome }) => {
    if ("failure" in outcome) return outcome.failure.requestId;
    return "requestId" in outcome ? outcome.requestId : undefined;
  });
  return ids.map((id) => `request ${id ?? "without id"}`).join(", ");
}
