import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { applyUpdates } from "../apply/applyUpdates";
import { type Result, isSent } from "../apply/outcome";
import { type ServiceProblem, serviceProblems } from "../apply/serviceProblems";
import type { Decision, Surroundings } from "../apply/surroundings";
import { unmetInWords } from "../apply/words";
import { readableDocument } from "../language/payloadDocuments";
import { asPayload, changesOf } from "../liveJob/liveConfiguration";
import { completeStep } from "../walkthrough";
import { agreeOnAccount } from "./agreeOnAccount";
import { applySurroundings } from "./applySurroundings";
import type { ChangeContext } from "./changeContext";
import { type PayloadToRun, payloadsToRun, stillStands } from "./payloadsToRun";
import { reportResults } from "./reportResults";

/** Sends the payloads of a document as they stand, saved or not. Resolves to what the user was told. */
export async function runUpdateJob(context: ChangeContext, uri: unknown, position: unknown): Promise<string> {
  const payloads = await payloadsToRun(context.language, uri, position);
  return payloads === undefined ? "" : runPayloads(context, payloads, "apply");
}

/** The same, up to and with the review. */
export async function dryRun(context: ChangeContext, uri: unknown, position: unknown): Promise<string> {
  const payloads = await payloadsToRun(context.language, uri, position);
  return payloads === undefined ? "" : runPayloads(context, payloads, "dryRun");
}

type Mode = "apply" | "dryRun";

/** `again` is what *Run Again* does. */
export async function runPayloads(
  context: ChangeContext,
  found: readonly PayloadToRun[],
  mode: Mode,
  again: () => Promise<unknown> = () => runAgain(context, found, mode),
): Promise<string> {
  const ofWindow = await askForAccount(context.accounts);
  const payloads = ofWindow && (await agreeOnAccount(context.accounts, ofWindow, found));
  const account = payloads && (await askForAccount(context.accounts));
  if (payloads === undefined || account === undefined) return "";
  for (const { document } of payloads) context.diagnostics.clear(document.uri);
  const requests = payloads.map(({ request }) => request);
  const run = async (replaced?: AbortSignal): Promise<readonly Result[]> => {
    const surroundings = await applySurroundings(context, account, replaced);
    const decide = decideOnWhatStands(context, surroundings, payloads);
    return applyUpdates({ ...surroundings, decide }, { account, requests, isDryRun: mode === "dryRun" });
  };
  const results = mode === "dryRun" ? await run() : await context.runs.begin({ account, payloads }, run);
  if (results === undefined) return "";
  for (const { request, outcome } of results) if (isSent(outcome)) context.updated(request.payload.jobId);
  if (results.some(({ outcome }) => outcome.kind === "applied")) completeStep("applied");
  // Told before all else: the language server may be gone.
  const told = reportResults(context.log, results, again);
  await Promise.all(results.map((result, index) => showProblems(context, payloads[index], result)));
  return told;
}

/** What was reviewed and edited since is not sent: nobody has seen the new text, or means the old one. */
function decideOnWhatStands(
  { language }: ChangeContext,
  { decide }: Surroundings,
  payloads: readonly PayloadToRun[],
): Surroundings["decide"] {
  return async (review): Promise<Decision> => {
    const decision = await decide(review);
    if (decision !== "apply") return decision;
    const standing = await Promise.all(payloads.map((payload) => stillStands(language, payload)));
    if (standing.every((stands) => stands)) return "apply";
    const sentence = vscode.l10n.t(
      "The file has changed since the review was opened. Run it again to review it as it is.",
    );
    return { kind: "outdated", sentence };
  };
}

/** What was edited since is reviewed as it is now. */
async function runAgain(context: ChangeContext, payloads: readonly PayloadToRun[], mode: Mode): Promise<void> {
  const [first, ...others] = payloads;
  if (first === undefined || payloads.every(isAsItWas)) {
    await runPayloads(context, payloads, mode);
    return;
  }
  const document = await readableDocument(first.document.uri);
  const now = document === undefined || others.length > 0 ? [] : await context.language.payloads(document);
  const same = now.find(({ payload }) => payload?.jobId === first.request.payload.jobId);
  await (mode === "apply" ? runUpdateJob : dryRun)(context, first.document.uri, same?.range.start);
}

/** A document that was closed keeps its version, whatever becomes of the file. */
function isAsItWas({ document, version }: PayloadToRun): boolean {
  return !document.isClosed && document.version === version;
}

/**
 * Puts what AWS found wrong, and what it did not do, at the members that it is about. Nothing is shown of a payload that
 * is in no file, or whose document was edited or closed meanwhile.
 */
async function showProblems(
  { language, diagnostics }: ChangeContext,
  place: PayloadToRun | undefined,
  result: Result,
): Promise<void> {
  const problems = result.request.file === undefined ? [] : problemsOf(result);
  if (place === undefined || problems.length === 0 || !isAsItWas(place)) return;
  await diagnostics.add(language, place, problems);
}

function problemsOf({ request: { payload }, outcome }: Result): readonly ServiceProblem[] {
  if ("unmet" in outcome) {
    return outcome.unmet.map((difference) => ({ path: difference.path, message: unmetInWords(difference) }));
  }
  const isInvalid = outcome.kind === "refused" && outcome.failure.kind === "invalid";
  return isInvalid ? serviceProblems(outcome.message, asPayload(payload, changesOf(payload))) : [];
}
