import { t } from "@vscode/l10n";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { UsageError } from "./world";

/** What `--from` takes. */
const notations: ReadonlyMap<string, DocumentNotation> = new Map([
  ["json", "json"],
  ["shorthand", "options"],
  ["script", "script"],
]);

/** By the end of a file's name; what a folder is searched for is narrower. */
const endings: readonly (readonly [RegExp, DocumentNotation])[] = [
  [/\.json$/i, "json"],
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

/** The notation of a file that is named by hand. */
export function notationByName(file: string): DocumentNotation | undefined {
  return endings.find(([ending]) => ending.test(file))?.[1];
}

/** Whether a file that nobody named, but that stands in a folder, holds payloads. */
export function isPayloadFile(file: string): boolean {
  return /(?:^|[/\\.])update-job(?:\.json)?$|\.(?:ba|z|k)?sh$/.test(file);
}
