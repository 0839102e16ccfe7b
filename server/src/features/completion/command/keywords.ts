import { t } from "@vscode/l10n";
import type { Keyword } from "../slot";
import type { Leaf } from "../template";

/** What `--cli-input-json` takes most often. */
export const inputFile: Leaf = {
  kind: "scalar",
  type: "string",
  text: "file://payload.update-job.json",
  stop: { choices: [] },
};

/** The options that are no members of the payload and that people set, less those that are there. */
export function commandKeywords(present: readonly string[], value: "given" | "missing"): readonly Keyword[] {
  const keywords: readonly Keyword[] = [
    keyword("--cli-input-json", t("the payload as JSON, or file:// and its path"), inputFile),
    keyword("--region", t("where the job is"), stop("us-east-1")),
    keyword("--profile", t("whose credentials to use"), stop("default")),
    keyword("--endpoint-url", t("where to send the request instead"), stop("https://")),
    keyword("--generate-cli-skeleton", t("check the command without sending it"), stop("output", ["input"])),
    keyword("--no-cli-pager", t("print the answer without a pager")),
    keyword("--debug", t("print what is sent and answered")),
  ];
  const takesAny = ({ filling }: Keyword): boolean => filling.value !== undefined && filling.value !== inputFile;
  return keywords.filter((one) => !present.includes(one.label) && (value === "missing" || takesAny(one)));
}

function keyword(name: string, detail: string, template?: Leaf): Keyword {
  return { label: name, detail, filling: { name, value: template } };
}

function stop(text: string, choices: readonly string[] = []): Leaf {
  return { kind: "scalar", type: "string", text, stop: { choices } };
}
