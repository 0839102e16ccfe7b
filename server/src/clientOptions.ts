import type { InitializationOptions } from "./protocol";

/** What of the client's JSON can be used; anything of another type is passed over. */
export function clientOptionsOf(value: unknown): InitializationOptions {
  if (typeof value !== "object" || value === null) return {};
  const options: Record<string, unknown> = { ...value };
  const { payloadFiles, editorReportsJsonSyntax, commands, l10n } = options;
  return {
    ...(Array.isArray(payloadFiles) && { payloadFiles: payloadFiles.filter(isText) }),
    ...(typeof editorReportsJsonSyntax === "boolean" && { editorReportsJsonSyntax }),
    ...(Array.isArray(commands) && { commands: commands.filter(isText) }),
    ...(isText(l10n) && { l10n }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
