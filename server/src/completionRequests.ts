import type { Connection } from "vscode-languageserver";
import type { Client } from "./capabilities";
import { completion, resolveCompletion } from "./features/completion";
import { roleArnsIn } from "./features/completion/known";
import type { OpenDocuments } from "./openDocuments";
import { type KnownJobsParams, knownJobsNotification } from "./protocol";

/** Completion, with what the session knows beside the text: the jobs that the client has listed, the roles of open payloads. */
export function answerCompletion(connection: Connection, open: OpenDocuments, client: () => Client): void {
  let known: readonly string[] = [];
  const jobIds = (): readonly string[] => known;
  const roleArns = (): readonly string[] => roleArnsIn(open.analyses());
  connection.onNotification(knownJobsNotification, (params: KnownJobsParams) => {
    known = params.jobIds;
  });
  connection.onCompletion(({ textDocument, position, context }) => {
    const { snippets, indents, describesRows, commands } = client();
    const trigger = context?.triggerCharacter ?? "";
    const options = { snippets, indents, describesRows, commands, trigger, jobIds, roleArns };
    return open.at(textDocument.uri, position, (analysis, offset) => completion(analysis, offset, options));
  });
  connection.onCompletionResolve(resolveCompletion);
}
