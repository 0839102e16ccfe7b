import * as vscode from "vscode";
import { type Review, dangersOf } from "../apply/review";
import { jobsOf, reviewLines, reviewQuestion, reviewSides } from "../apply/reviewText";
import { closeButton, confirm } from "../notify";
import type { ComparisonEditor } from "./comparisonEditor";
import type { ReviewEditor } from "./reviewEditor";
import { typedIfProtected } from "./typedIfProtected";

interface Place {
  readonly editor: ReviewEditor;
  readonly comparison: ComparisonEditor;
  /** Aborts when a later run takes the place of this one: that closes the review. */
  readonly replaced: AbortSignal;
}

/** Shows what would change, as the setting `iotJobs.review` says, and asks; protected jobs must be typed after that. */
export async function decide({ editor, comparison, replaced }: Place, review: Review): Promise<"apply" | "cancel"> {
  const asDialog = vscode.workspace.getConfiguration("iotJobs").get<string>("review") === "modal";
  if (review.isDryRun) {
    await (asDialog ? dryRunDialog(review) : dryRunEditor(comparison, review));
    return "cancel";
  }
  if ((await (asDialog ? decideInDialog(review) : editor.decide(review, replaced))) === "cancel") return "cancel";
  const jobIds = review.updates.map(({ plan }) => plan.payload.jobId);
  const prompt = (jobId: string): string => vscode.l10n.t("Type the id of the job, {0}, to update it.", jobId);
  return (await typedIfProtected({ identity: review.identity, jobIds }, prompt)) ? "apply" : "cancel";
}

/** Enter takes the first button: where the update cancels a job at once, that is another than the one that sends it. */
async function decideInDialog(review: Review): Promise<"apply" | "cancel"> {
  const detail = reviewLines(review).join("\n");
  const apply = { title: vscode.l10n.t("Apply") };
  const leave = { title: vscode.l10n.t("Do Not Apply") };
  const isDangerous = review.updates.some((update) => dangersOf(update).length > 0);
  const buttons = isDangerous ? [leave, apply, closeButton()] : [apply];
  const answer = await confirm("warning", { message: reviewQuestion(review), detail }, buttons);
  return answer === apply ? "apply" : "cancel";
}

async function dryRunDialog(review: Review): Promise<void> {
  const detail = reviewLines(review).join("\n");
  await confirm("information", { message: dryRunTitle(review), detail }, []);
}

async function dryRunEditor(comparison: ComparisonEditor, review: Review): Promise<void> {
  const jobs = jobsOf(review);
  const before = vscode.l10n.t("{0} as it is", jobs);
  const after = vscode.l10n.t("{0} after the update", jobs);
  await comparison.show(dryRunTitle(review), reviewSides(review), { before, after });
}

function dryRunTitle(review: Review): string {
  return vscode.l10n.t("Dry run: {0}", jobsOf(review));
}
