import { t } from "@vscode/l10n";
import type { Analysis } from "../analysis";
import type { NamedAccount } from "../protocol";
import { optionMeant } from "../syntax/command/optionNames";
import type { Assignment } from "../syntax/shell/assignments";
import type { Word } from "../syntax/shell/shell";
import { contains } from "../syntax/span";
import type { Root } from "../syntax/tree";
import { command } from "../updateJobCommand";

/** What a command says of where the AWS CLI sends it. */
export interface AccountOfCommand {
  /** What it names outright. */
  readonly named: NamedAccount;
  /** What cannot count when the payload is sent from an editor: a sentence each. */
  readonly warnings: readonly string[];
}

/** Something that the AWS CLI is told by an option, or else by a variable; and what AWS could have of that name. */
interface Setting {
  readonly option: string;
  readonly variables: readonly string[];
  readonly pattern: RegExp;
}

const profileSetting = { option: "--profile", variables: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"], pattern: /^.+$/u };
const regionSetting = {
  option: "--region",
  variables: ["AWS_REGION", "AWS_DEFAULT_REGION"],
  pattern: /^[a-z]+(?:-[a-z]+)+-\d+$/u,
};
const endpointSetting = {
  option: "--endpoint-url",
  variables: ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_IOT"],
  pattern: /^/u,
};

/** The endpoint of a command is a text of the workspace: credentials never go there. */
export function namedAccount(analysis: Analysis, root: Root): AccountOfCommand {
  const { notation } = analysis;
  if (notation !== "options" && notation !== "script") return { named: {}, warnings: [] };
  const words = analysis.wordsOf(root);
  const assigned = analysis.assignments().filter((one) => contains(one, root.span));
  const valueOf = (setting: Setting): Value | undefined => optionIn(words, setting) ?? variableIn(assigned, setting);
  const [profile, region, endpoint] = [valueOf(profileSetting), valueOf(regionSetting), valueOf(endpointSetting)];
  const ignored = [
    ...(profile && profile.text === undefined ? [profile.name] : []),
    ...(region && region.text === undefined ? [region.name] : []),
    ...(endpoint ? [endpoint.name] : []),
  ].join(", ");
  return {
    named: {
      ...(profile?.text !== undefined && { profile: profile.text }),
      ...(region?.text !== undefined && { region: region.text }),
    },
    warnings:
      ignored === ""
        ? []
        : [t("What the command says of {0} does not count here; the setting of this window does.", ignored)],
  };
}

interface Value {
  /** Of the option or the variable. */
  readonly name: string;
  /** Absent where it is known only when the command runs, or none that AWS could have. */
  readonly text: string | undefined;
}

/** The last one counts, as for the AWS CLI; `undefined` where the option is not given. */
function optionIn(words: readonly Word[], { option, pattern }: Setting): Value | undefined {
  const index = words.findLastIndex((word) => optionOf(word) === option);
  const word = words[index];
  if (word === undefined) return undefined;
  const equals = word.source.text.indexOf("=");
  const holder = equals < 0 ? words[index + 1] : word;
  return { name: option, text: known(holder, equals + 1, pattern) };
}

function optionOf({ source: { text } }: Word): string | undefined {
  const [written = ""] = text.split("=", 1);
  return optionMeant(written, command.options);
}

/** What a script gives the variable before the command, there or further above. */
function variableIn(assigned: readonly Assignment[], { variables, pattern }: Setting): Value | undefined {
  const { name, value } = assigned.findLast((one) => variables.includes(one.name)) ?? {};
  return name === undefined || value === undefined ? undefined : { name, text: known(value.word, value.from, pattern) };
}

function known(word: Word | undefined, start: number, pattern: RegExp): string | undefined {
  const text = word?.source.text.slice(start);
  return text !== undefined && word?.unknownFrom === undefined && pattern.test(text) ? text : undefined;
}
