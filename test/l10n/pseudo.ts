import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import { translatable } from "../../scripts/l10n.mjs";
import type { Shape } from "../../server/src/model/shape";
import { updateJob } from "../../server/src/model/updateJob";

/** Every text that is translated, written with accents: what has none was not translated. */
export async function pseudoBundle(): Promise<Readonly<Record<string, string>>> {
  const texts = Object.entries(getL10nPseudoLocalized(await translatable()));
  return Object.fromEntries(texts.map(([key, text]) => [key, typeof text === "string" ? text : text.message]));
}

/** Code, options, icons, addresses, characters, and what is repeated in quotes: the same in every language. */
const untranslated =
  /```[^]*?```|`[^`]*`|\[\w+\]\([^)]*\)|\]\([^)]*\)|https?:\S+|--[a-z-]+|U\+[0-9A-F]+|"[^"]*"|\$\([a-z-]+\)/gu;

/** The words of a text that nobody has translated; `given` is what the user wrote, which may be repeated to him. */
export function english(text: string, given: string): readonly string[] {
  const known = new Set([...words(given), ...ofPayloads]);
  return words(text.replaceAll(untranslated, " ")).filter((word) => !known.has(word));
}

function words(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\d])[A-Za-z]{2,}(?![\p{L}\d])/gu) ?? [];
}

/** Names, values and examples of a shape. */
function namesIn(shape: Shape): readonly string[] {
  const own = words(shape.example);
  switch (shape.kind) {
    case "structure":
      return Object.entries(shape.members).reduce(
        (all, [name, member]) => [...all, name, ...namesIn(member.shape)],
        [...own, shape.page],
      );
    case "list":
      return [...own, ...namesIn(shape.item)];
    case "choice":
      return [...own, ...Object.keys(shape.values).flatMap(words)];
    case "quantity":
      return [...own, shape.type];
    case "text":
      return own;
  }
}

/** `min` is the sign of the minute, as `h` is that of the hour. */
const ofPayloads: ReadonlySet<string> = new Set([...namesIn(updateJob), "UpdateJob", "min"]);
