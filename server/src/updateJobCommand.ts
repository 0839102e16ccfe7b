import { t } from "@vscode/l10n";
import { misplaced, nearest } from "./model/names";
import { membersOf } from "./model/shape";
import { updateJob } from "./model/updateJob";
import { memberOfOption, optionOf } from "./syntax/command/optionNames";
import type { Command } from "./syntax/command/options";
import { shown } from "./syntax/shown";

/** `aws iot update-job`, as its shape says. */
export const command: Command = {
  words: ["aws", "iot", "update-job"],
  options: new Map(
    Object.entries(updateJob.members).map(([member, { shape }]) => [
      optionOf(member),
      { member, kind: shape.kind === "structure" ? "structure" : "scalar" },
    ]),
  ),
  required: membersOf(updateJob).required,
  unknownOption: (option) => misplaced(memberOfOption(option), updateJob)?.message ?? didYouMean(option),
  nearest,
};

function didYouMean(option: string): string | undefined {
  const guess = nearest(memberOfOption(option), Object.keys(updateJob.members));
  return guess && t("There is no option {0}. Did you mean {1}?", shown(option), optionOf(guess));
}
