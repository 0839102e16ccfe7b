import { t } from "@vscode/l10n";
import type { Analysis } from "../analysis";
import type { NamedAccount } from "../protocol";
import type { Word } from "../syntax/shell";
import type { Root } from "../syntax/tree";

/** What a command says of where the AWS CLI sends it. */
export interface AccountOfCommand {
  /** What it names outright. */
  readonly named: NamedAccount;
  /** What cannot count when the payload is sent from an editor: a sentence each. */
  readonly warnings: readonly string[];
}

/** The endpoint of a command is a text of the workspace: credentials never go there. */
export function namedAccount(analysis: Analysis, root: Root): AccountOfCommand {
  if (analysis.notation !== "options" && analysis.notation !== "script") return { named: {}, warnings: [] };
  const words = analysis.wordsOf(root);
  const [profile, region, endpoint] = [
    valueOf(words, "--profile", /^.+$/u),
    valueOf(words, "--region", /^[a-z]+(?:-[a-z]+)+-\d+$/u),
    valueOf(words, "--endpoint-url", /^/u),
  ];
  const ignored = [
    ...(profile?.kind === "unknown" ? ["--profile"] : []),
    ...(region?.kind === "unknown" ? ["--region"] : []),
    ...(endpoint === undefined ? [] : ["--endpoint-url"]),
  ].join(", ");
  return {
    named: {
      ...(profile?.kind === "known" && { profile: profile.text }),
      ...(region?.kind === "known" && { region: region.text }),
    },
    warnings:
      ignored === "" ? [] : [t("{0} of the command does not count here; the setting of this window does.", ignored)],
  };
}

type Value = { readonly kind: "known"; readonly text: string } | { readonly kind: "unknown" };

/** The last one counts, as for the AWS CLI, where it is one that AWS could have; undefined where the option is not given. */
function valueOf(words: readonly Word[], name: string, pattern: RegExp): Value | undefined {
  const index = words.findLastIndex(({ source: { text } }) => text === name || text.startsWith(`${name}=`));
  const word = words[index];
  if (word === undefined) return undefined;
  const holder = word.source.text === name ? words[index + 1] : word;
  const text = holder?.source.text.slice(holder === word ? name.length + 1 : 0);
  const isKnown = text !== undefined && holder?.unknownFrom === undefined && pattern.test(text);
  return isKnown ? { kind: "known", text } : { kind: "unknown" };
}
