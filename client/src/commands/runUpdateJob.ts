import { applyUpdates } from "../apply/applyUpdates";
import { decide } from "../applyInEditor/decide";
import { type Result, isSent } from "../apply/outcome";
import { progressStage } from "../applyInEditor/progressStage";
import { serviceProblems } from "../apply/serviceProblems";
import { usualPatience } from "../apply/surroundings";
import type { ServiceDiagnostic } from "../applyInEditor/serviceDiagnostics";
import { unmetInWords } from "../apply/words";
import { connect } from "../aws/load";
import { asPayload, changesOf } from "../liveJob/liveConfiguration";
import { askForAccount } from "./askForAccount";
import type { ChangeContext } from "./changeContext";
import { type PayloadToRun, payloadsToRun } from "./payloadsToRun";
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

export async function runPayloads(
  context: ChangeContext,
  payloads: readonly PayloadToRun[],
  mode: "apply" | "dryRun",
): Promise<string> {
  const account = await askForAccount(context.accounts);
  if (account === undefined) return "";
  for (const { document } of payloads) context.diagnostics.clear(document.uri);
  const { journal, editor, comparison, clock } = context;
  const surroundings = {
    jobs: (await connect(account)).once,
    journal,
    decide: (review: Parameters<typeof decide>[1]) => decide({ editor, comparison }, review),
    stage: progressStage,
    clock,
    patience: usualPatience,
  };
  const requests = payloads.map(({ request }) => request);
  const results = await applyUpdates(surroundings, { account, requests, isDryRun: mode === "dryRun" });
  for (const { request, outcome } of results) if (isSent(outcome)) context.updated(request.payload.jobId);
  await Promise.all(results.map((result, index) => showProblems(context, payloads[index], result)));
  return reportResults(context.log, results, () => void runPayloads(context, payloads, mode));
}

/** Puts what AWS found wrong, and what it did not do, at the members that it is about; in no file there is no place for it. */
async function showProblems(
  { language, diagnostics }: ChangeContext,
  place: PayloadToRun | undefined,
  result: Result,
): Promise<void> {
  const problems = result.request.file === undefined ? [] : problemsOf(result);
  if (place !== undefined && problems.length > 0) await diagnostics.add(language, place, problems);
}

function problemsOf({ request: { payload }, outcome }: Result): readonly ServiceDiagnostic[] {
  if (outcome.kind === "notApplied") {
    return outcome.unmet.map((difference) => ({ path: difference.path, message: unmetInWords(difference) }));
  }
  const isInvalid = outcome.kind === "refused" && outcome.failure.kind === "invalid";
  return isInvalid ? serviceProblems(outcome.message, asPayload(payload, changesOf(payload))) : [];
}
