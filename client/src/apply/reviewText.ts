import { t } from "@vscode/l10n";
import { accountInWords } from "../aws/account";
import { annotatedJson } from "../liveJob/annotatedJson";
import { pathInWords } from "../liveJob/difference";
import { type JsonObject, asPayload } from "../liveJob/liveConfiguration";
import { plain } from "../plainText";
import { type Change, type PlannedUpdate, onlyWhatChanges } from "./plannedUpdate";
import { type Identity, type Review, type ReviewedUpdate, dangersOf, warningsOf } from "./review";
import { differenceInWords } from "./words";

/** The two sides of a diff editor. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Only what changes, as JSON with comments: above it, alike on both sides, where it goes and what to think of. */
export function reviewSides(review: Review): Sides {
  const head = [...whereLines(review), ...noteLines(review)].map(comment).join("");
  const sides = review.updates.map(({ plan }) => sidesOf(plan, onlyWhatChanges(plan)));
  const text = (side: keyof Sides): string => {
    const [only = "", ...others] = sides.map((each) => each[side]);
    return `${head}${others.length === 0 ? only : listOf([only, ...others])}\n`;
  };
  return { before: text("before"), after: text("after") };
}

/** The whole configuration, with what the update leaves as it is. */
export function comparisonSides(plan: PlannedUpdate): Sides {
  const { before, after } = sidesOf(plan, plan);
  return { before: `${before}\n`, after: `${after}\n` };
}

/** What a run changed: only that. */
export function changeSides(jobId: string, change: Change): Sides {
  const { before, after } = marked({ jobId }, change, onlyWhatChanges(change));
  return { before: `${before}\n`, after: `${after}\n` };
}

interface Configurations {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

function sidesOf(plan: PlannedUpdate, sides: Configurations): Sides {
  return marked(plan.payload, plan, sides);
}

/** Members that get lost are marked where they still are. */
function marked(name: Parameters<typeof asPayload>[0], { lost }: Change, { before, after }: Configurations): Sides {
  const marks = lost.map(({ path }): readonly [string, string] => [pathInWords(path), t("lost")]);
  return {
    before: annotatedJson(asPayload(name, before), new Map(marks)),
    after: annotatedJson(asPayload(name, after), new Map()),
  };
}

/** A half of a window of 1280 pixels with its side bar is narrow: long lines are broken between words, and go on indented. */
function comment(line: string): string {
  const lines: string[] = [];
  for (const word of plain(line).split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > widest)
      lines.push(last === undefined ? word : `  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((each) => `// ${each}\n`).join("");
}

const widest = 38;

function listOf(texts: readonly string[]): string {
  return `[\n${texts.map((text) => text.replaceAll(/^/gmu, "  ")).join(",\n")}\n]`;
}

/** Where it goes, and every warning, then what changes: for a dialog that shows text alone. */
export function reviewLines(review: Review): readonly string[] {
  const changes = review.updates.flatMap(({ plan }) => [
    ...(review.updates.length > 1 ? ["", plan.payload.jobId] : [""]),
    ...plan.differences.map(differenceInWords),
  ]);
  const notes = noteLines(review);
  return [...whereLines(review), ...(notes.length > 0 ? ["", ...notes] : []), ...changes].map(plain);
}

/** What a dialog asks: the worst that it would do is a part of it. */
export function reviewQuestion(review: Review): string {
  const canceled = jobsOf({ updates: review.updates.filter((update) => dangersOf(update).length > 0) });
  const question = t("Update {0}?", jobsOf(review));
  return canceled === "" ? question : `${question} ${t("This cancels {0} at once.", canceled)}`;
}

/** The ids of the jobs, each once. */
export function jobsOf({ updates }: Pick<Review, "updates">): string {
  return [...new Set(updates.map(({ plan }) => plain(plan.payload.jobId)))].join(", ");
}

/** `Account 123456789012 · profile fleet · us-west-2`. */
export function whereLines({ account, identity, updates }: Review): readonly string[] {
  const namespaces = new Set(updates.flatMap(({ plan }) => plan.payload.namespaceId ?? []));
  return [
    accountIdInWords(identity),
    accountInWords(account),
    ...[...namespaces].map((name) => t("Namespace: {0}", name)),
  ];
}

function accountIdInWords(identity: Identity): string {
  return identity.kind === "known" ? t("Account {0}", identity.accountId) : t("Account unknown ({0})", identity.reason);
}

/** What is dangerous first, and each line once: several commands may be for one job. */
function noteLines({ updates, changedMeanwhile }: Review): readonly string[] {
  const linesOf = (notesOf: (update: ReviewedUpdate) => readonly string[]): readonly string[] =>
    updates.flatMap((update) =>
      notesOf(update).map((note) => (updates.length > 1 ? `${update.plan.payload.jobId}: ${note}` : note)),
    );
  const changed = changedMeanwhile.map((jobId) => t("{0} has changed since the last review: look again.", jobId));
  const inWords = (warning: string): string => t("Warning: {0}", warning);
  return [
    ...new Set([
      ...changed,
      ...linesOf((update) => dangersOf(update).map(inWords)),
      ...linesOf((update) => warningsOf(update).map(inWords)),
      ...linesOf(({ findings }) =>
        findings.filter(({ severity }) => severity === "information").map(({ message }) => t("Note: {0}", message)),
      ),
    ]),
  ];
}
