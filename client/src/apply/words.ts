import { t } from "@vscode/l10n";
import { type Difference, pathInWords } from "../liveJob/difference";
import type { Json } from "../liveJob/liveConfiguration";
import { plain } from "../plainText";
import type { Glimpse, NotApplied, Outcome, Result } from "./outcome";

/** What became of an update, in a sentence or two that say what to do next. */
export function outcomeInWords(jobId: string, outcome: Outcome): string {
  switch (outcome.kind) {
    case "applied":
      return t("{0}: applied, and read back from the job.", jobId);
    case "notApplied":
      return `${t("{0}: not applied.", jobId)} ${notAppliedInWords(outcome.why, outcome.unmet)}`;
    case "refused":
      return `${t("{0}: not applied.", jobId)} ${outcome.failure.sentence}`;
    case "unverified":
      return unverifiedInWords(jobId, outcome);
    case "unknown":
      return unknownInWords(jobId, outcome.seen);
    case "canceled":
      return t("The update of {0} was not sent.", jobId);
    case "outdated":
      return `${t("{0}: nothing was sent.", jobId)} ${outcome.sentence}`;
    case "failed":
      return `${t("{0}: nothing was sent.", jobId)} ${outcome.failure.sentence}`;
    case "journalFailed":
      return t("{0}: nothing was sent, because the journal cannot be written: {1}", jobId, outcome.reason);
    case "inStep":
      return t("{0}: the job has all of this already; nothing was sent.", jobId);
    case "dryRun":
      return t("{0}: dry run; nothing was sent.", jobId);
    case "notStarted":
      return t("{0}: not sent.", jobId);
  }
}

function unverifiedInWords(jobId: string, outcome: Extract<Outcome, { readonly kind: "unverified" }>): string {
  return "failure" in outcome
    ? t(
        "{0}: AWS accepted the request, but the job could not be read afterwards. {1} Look again; do not send it again.",
        jobId,
        outcome.failure.sentence,
      )
    : t(
        "{0}: AWS accepted the request, but the job does not show it so far: {1}. Look again; do not send it again.",
        jobId,
        unmetInOneLine(outcome.unmet),
      );
}

/** The same of a cancellation. */
export function cancellationInWords(jobId: string, outcome: Outcome): string {
  if (outcome.kind === "applied") return t("The job {0} is canceled.", jobId);
  const refusal = t("{0}: not canceled.", jobId);
  if (outcome.kind === "canceled") return refusal;
  if (outcome.kind === "notApplied") return `${refusal} ${notAppliedInWords(outcome.why, outcome.unmet)}`;
  return outcome.kind === "refused" ? `${refusal} ${outcome.failure.sentence}` : outcomeInWords(jobId, outcome);
}

function notAppliedInWords(why: NotApplied, unmet: readonly Difference[]): string {
  switch (why) {
    case "failed":
      return t("AWS did not take it after several tries. The job is as it was; wait a minute and retry.");
    case "lost":
      return t("The connection broke, and the job is as it was. Look at the network and retry.");
    case "changed":
      return unmet.length === 0
        ? t("Somebody else changed the job meanwhile, and it has all of this now.")
        : t("Somebody else changed the job meanwhile: {0}. Compare, then run again.", unmetInOneLine(unmet));
  }
}

function unmetInOneLine(unmet: readonly Difference[]): string {
  return unmet.map(unmetInWords).join("; ");
}

/** `description is "before", not "after"` */
export function unmetInWords({ path, before, after }: Difference): string {
  const name = pathInWords(path);
  return after === undefined
    ? t("{0} is still {1}", name, valueInWords(before))
    : t("{0} is {1}, not {2}", name, valueInWords(before), valueInWords(after));
}

function unknownInWords(jobId: string, seen: Glimpse): string {
  switch (seen) {
    case "unchanged":
      return t(
        "{0}: no answer came in time. The job is unchanged so far; the request may still arrive. Look again; do not send it again.",
        jobId,
      );
    case "changed":
      return t(
        "{0}: no answer came in time, and somebody else changed the job meanwhile. The request may still arrive. Look again; do not send it again.",
        jobId,
      );
    case "nothing":
      return t(
        "{0}: no answer came, and the job could not be read. It may have been done all the same. Look again; do not send it again.",
        jobId,
      );
  }
}

/** `maximumPerMinute: 50 → 30`, for a member that goes `maximumPerMinute: 50 → lost`. */
export function differenceInWords({ path, before, after }: Difference): string {
  return `${pathInWords(path)}: ${valueInWords(before)} → ${after === undefined ? t("lost") : valueInWords(after)}`;
}

/** Long texts are cut: the diff editor has all of them. */
function valueInWords(value: Json | undefined): string {
  if (value === undefined) return t("not set");
  const text = plain(JSON.stringify(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** What became of all of them: what was done, then what was not. */
export function resultsInWords(results: readonly Result[]): string {
  return results
    .map(({ request, outcome, journalLacksEnd }) =>
      journalWords(outcomeInWords(request.payload.jobId, outcome), journalLacksEnd),
    )
    .join("\n");
}

/** A sentence, and what the journal lacks of it. */
export function journalWords(sentence: string, journalLacksEnd: string | undefined): string {
  if (journalLacksEnd === undefined) return sentence;
  return `${sentence} ${t("The journal could not be written: {0}", journalLacksEnd)}`;
}
