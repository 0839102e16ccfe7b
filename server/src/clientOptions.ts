import { isLevel } from "./model/ruleBook";
import type { InitializationOptions, InlayHintKinds, Level } from "./protocol";

/** What of the client's JSON can be used; anything of another type is passed over. */
export function clientOptionsOf(value: unknown): InitializationOptions {
  if (typeof value !== "object" || value === null) return {};
  const options: Record<string, unknown> = { ...value };
  const { payloadFiles, editorReportsJsonSyntax, editorOutlines, inlayHints, commands, rules, rulesPage, l10n } =
    options;
  return {
    ...(Array.isArray(payloadFiles) && { payloadFiles: payloadFiles.filter(isText) }),
    ...(typeof editorReportsJsonSyntax === "boolean" && { editorReportsJsonSyntax }),
    ...(Array.isArray(editorOutlines) && { editorOutlines: editorOutlines.filter(isText) }),
    ...(typeof inlayHints === "object" && { inlayHints: kindsOf({ ...inlayHints }) }),
    ...(Array.isArray(commands) && { commands: commands.filter(isText) }),
    ...(typeof rules === "object" && rules !== null && { rules: levelsIn(rules) }),
    ...(isText(rulesPage) && { rulesPage }),
    ...(isText(l10n) && { l10n }),
  };
}

function kindsOf({ units, sentences, defaults }: Readonly<Record<string, unknown>>): InlayHintKinds {
  return { units: units !== false, sentences: sentences !== false, defaults: defaults !== false };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function levelsIn(rules: object): Readonly<Record<string, Level>> {
  return Object.fromEntries(Object.entries(rules).filter((entry): entry is [string, Level] => isLevel(entry[1])));
}
