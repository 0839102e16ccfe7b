import { t } from "@vscode/l10n";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { isNamedPayload } from "../../server/src/payloadFiles";
import type { Target } from "../../server/src/protocol";
import { UsageError } from "./world";

/** What `--from` takes. */
const notations: ReadonlyMap<string, DocumentNotation> = new Map([
  ["json", "json"],
  ["yaml", "yaml"],
  ["shorthand", "options"],
  ["script", "script"],
]);

/** What `--to` takes: a notation, or a shell for one command line. */
const targets: ReadonlyMap<string, Target> = new Map([
  ["json", "json"],
  ["yaml", "yaml"],
  ["shorthand", "options"],
  ["bash", "bash"],
  ["powershell", "powershell7"],
  ["powershell5", "powershell5"],
  ["cmd", "cmd"],
]);

/** By the end of a file's name; what a folder is searched for is narrower. */
const endings: readonly (readonly [RegExp, DocumentNotation])[] = [
  [/\.json$/i, "json"],
  [/\.ya?ml$/i, "yaml"],
  [/\.update-job$/i, "options"],
  [/\.(?:ba|z|k)?sh$/i, "script"],
];

/** The notation that `--from` names; `undefined` if it is not given. */
export function notationNamed(name: string | undefined): DocumentNotation | undefined {
  if (name === undefined) return undefined;
  const notation = notations.get(name);
  if (notation !== undefined) return notation;
  throw new UsageError(t("There is no notation {0}. --from takes one of {1}.", name, [...notations.keys()].join(", ")));
}

export function targetNamed(name: string | undefined): Target {
  const target = targets.get(name ?? "");
  if (target !== undefined) return target;
  const names = [...targets.keys()].join(", ");
  throw new UsageError(
    name === undefined
      ? t("Give --to and one of {0}.", names)
      : t("There is no target {0}. --to takes one of {1}.", name, names),
  );
}

/** The notation of a file that is named by hand. */
export function notationByName(file: string): DocumentNotation | undefined {
  return endings.find(([ending]) => ending.test(file))?.[1];
}

/** Whether a file that nobody named, but that stands in a folder, holds payloads. */
export function isPayloadFile(file: string): boolean {
  return isNamedPayload(file) || /\.(?:update-job|(?:ba|z|k)?sh)$/.test(file);
}
