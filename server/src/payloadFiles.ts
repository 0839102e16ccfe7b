import picomatch from "picomatch";
import { isPayloadPattern } from "./protocol";
import type { DocumentNotation } from "./syntax/parse";

/** In which notation a document holds payloads; `undefined` for a document that is none of ours. */
export type NotationOf = (uri: string, languageId: string) => DocumentNotation | undefined;

/** Whether a JSON or YAML file holds a payload by its name, wherever it stands. */
export function isNamedPayload(path: string): boolean {
  return /(?:^|[/\\.])update-job\.(?:json|ya?ml)$/.test(path);
}

const notations: ReadonlyMap<string, DocumentNotation> = new Map([
  ["json", "json"],
  ["jsonc", "json"],
  ["yaml", "yaml"],
]);
/** What VS Code, Neovim, Emacs and Helix call a shell script. */
const shells = new Set(["shellscript", "sh", "bash", "zsh", "ksh"]);

/** `patterns` are globs of more JSON and YAML files that hold payloads; one without a slash is for names in any folder. */
export function notationOf(patterns: readonly string[]): NotationOf {
  const usable = patterns.filter(isPayloadPattern);
  const more = picomatch([...usable, ...usable.map((pattern) => `**/${pattern}`)], { dot: true });
  return (uri, languageId) => {
    if (languageId === "iot-update-job" || /\.update-job(?:$|[?#])/.test(uri)) return "options";
    if (shells.has(languageId)) return "script";
    const notation = notations.get(languageId);
    if (notation === undefined) return undefined;
    const path = decoded(uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, ""));
    return isNamedPayload(path) || more(path) ? notation : undefined;
  };
}

/** A `%` that encodes nothing stands for itself: file names may have one, and not every editor encodes it. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
