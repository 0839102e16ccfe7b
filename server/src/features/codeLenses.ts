import { t } from "@vscode/l10n";
import type { CodeLens } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { payloadRange } from "./payload";

/** "Run UpdateJob" above each payload. The command is the client's. */
export function codeLenses(analysis: Analysis): CodeLens[] {
  return analysis.tree.roots
    .filter(({ node }) => node?.kind === "object")
    .map((root) => {
      const range = payloadRange(analysis, root);
      const title = `$(play) ${t("Run UpdateJob")}`;
      return {
        range,
        command: { title, command: "iotJobs.runUpdateJob", arguments: [analysis.document.uri, range.start] },
      };
    });
}
