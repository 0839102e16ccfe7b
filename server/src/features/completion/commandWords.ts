import { t } from "@vscode/l10n";
import type { Word } from "./slot";
import type { Leaf } from "./template";

/** What `--cli-input-json` takes most often. */
export const inputFile: Leaf = {
  kind: "scalar",
  type: "string",
  text: "file://payload.update-job.json",
  stop: { choices: [] },
};

/** The options that are no members of the payload and that people set, less those that are there. */
export function commandWords(present: readonly string[], value: "given" | "missing"): readonly Word[] {
  const words: readonly Word[] = [
    word("--cli-input-json", t("the payload as JSON, or file:// and its path"), inputFile),
    word("--region", t("where the job is"), stop("us-east-1")),
    word("--profile", t("whose credentials to use"), stop("default")),
    word("--endpoint-url", t("where to send the request instead"), stop("https://")),
    word("--generate-cli-skeleton", t("check the command without sending it"), stop("output", ["input"])),
    word("--no-cli-pager", t("print the answer without a pager")),
    word("--debug", t("print what is sent and answered")),
  ];
  const takesAny = ({ filling }: Word): boolean => filling.value !== undefined && filling.value !== inputFile;
  return words.filter((one) => !present.includes(one.label) && (value === "missing" || takesAny(one)));
}

function word(name: string, detail: string, template?: Leaf): Word {
  return { label: name, detail, filling: { name, value: template } };
}

function stop(text: string, choices: readonly string[] = []): Leaf {
  return { kind: "scalar", type: "string", text, stop: { choices } };
}
