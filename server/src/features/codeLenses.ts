import { t } from "@vscode/l10n";
import type { CodeLens } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { payloadRange } from "./payload";

/** What can be done with each payload, above it: of the commands that the client has, those that belong here. */
export function codeLenses(analysis: Analysis, commands: readonly string[]): CodeLens[] {
  const offered = [
    { command: "iotJobs.runUpdateJob", title: `$(play) ${t("Run UpdateJob")}` },
    { command: "iotJobs.compareWithLiveJob", title: t("Compare with Live Job") },
    { command: "iotJobs.convertTo", title: t("Convert") },
  ].filter(({ command }) => commands.includes(command));
  return analysis.tree.roots
    .filter(({ node }) => node?.kind === "object")
    .flatMap((root) => {
      const range = payloadRange(analysis, root);
      return offered.map(({ command, title }) => ({
        range,
        command: { title, command, arguments: [analysis.document.uri, range.start] },
      }));
    });
}
