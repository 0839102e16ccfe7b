/** What the parameters of LSP must be that the answers rely on. */
const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  textDocument: (value) => isRecord(value) && typeof value["uri"] === "string",
  position: isPosition,
  positions: (value) => Array.isArray(value) && value.every(isPosition),
  range: (value) => isRecord(value) && isPosition(value["start"]) && isPosition(value["end"]),
  context: (value) => isRecord(value) && (value["only"] === undefined || Array.isArray(value["only"])),
  newName: (value) => typeof value === "string",
  label: (value) => typeof value === "string",
};

/** What a request needs. Others of LSP about a document need the document alone; ours are asked by our own client. */
const required: ReadonlyMap<string, readonly string[]> = new Map([
  ["completionItem/resolve", ["label"]],
  ["textDocument/codeAction", ["textDocument", "range", "context"]],
  ["textDocument/completion", ["textDocument", "position"]],
  ["textDocument/documentHighlight", ["textDocument", "position"]],
  ["textDocument/hover", ["textDocument", "position"]],
  ["textDocument/inlayHint", ["textDocument", "range"]],
  ["textDocument/prepareRename", ["textDocument", "position"]],
  ["textDocument/rename", ["textDocument", "position", "newName"]],
  ["textDocument/selectionRange", ["textDocument", "positions"]],
  ["textDocument/semanticTokens/range", ["textDocument", "range"]],
]);

const ofDocument = ["textDocument"];
const ofNothing: readonly string[] = [];

/** The name of the first parameter that a request needs and that is missing or not what LSP says; `undefined` where all is well. */
export function wrongParameter(method: string, parameters: unknown): string | undefined {
  const given = isRecord(parameters) ? parameters : {};
  const needed = required.get(method) ?? (method.startsWith("textDocument/") ? ofDocument : ofNothing);
  return needed.find((name) => tests[name]?.(given[name]) === false);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && Number.isInteger(value["line"]) && Number.isInteger(value["character"]);
}
