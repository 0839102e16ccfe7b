import { t } from "@vscode/l10n";
import type { ErrorCode } from "yaml";

/** What the YAML library says of a mistake: a code, and a sentence that alone says which character is missing. */
interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What is wrong with the text, in our words. `found` is the character at the mistake, empty at a blank or the end. */
export function messageOf({ code, message }: Fault, found: string): string {
  if (code === "MISSING_CHAR" || isUnclosedBracket({ message })) return missing(message);
  if (code === "BAD_SCALAR_START") return t("Text cannot start with {0}. Put it in quotes.", found);
  return messages[code]?.() ?? (found === "" ? t("The value is not complete.") : t("{0} does not belong here.", found));
}

const messages: Readonly<Partial<Record<ErrorCode, () => string>>> = {
  ALIAS_PROPS: () => t("An alias takes neither anchor nor tag."),
  BAD_ALIAS: () => t("A name is missing after & or *, or a blank before the colon."),
  BAD_DIRECTIVE: () => t("Remove this line; the AWS CLI reads YAML 1.2 without directives."),
  BAD_DQ_ESCAPE: () => t("YAML has no such escape in double quotes. A backslash is written {0}.", "\\\\"),
  BAD_INDENT: () => t("This does not line up with the lines above it."),
  BAD_PROP_ORDER: () => t("Anchors and tags stand between the colon or dash and the value."),
  BLOCK_AS_IMPLICIT_KEY: () => t("A second colon on the line. Put the value in quotes, or start a line of its own."),
  BLOCK_IN_FLOW: () => t("Inside [ ] and { }, a value stands in brackets too."),
  KEY_OVER_1024_CHARS: () => t("A member name ends at its colon within 1024 characters."),
  MULTILINE_IMPLICIT_KEY: () => t("A colon and a value are missing after this name."),
  MULTIPLE_ANCHORS: () => t("A value takes one anchor."),
  MULTIPLE_TAGS: () => t("A value takes one tag."),
  TAB_AS_INDENT: () => t("YAML indents with blanks, not tabs."),
};

/** The library calls it a wrong indentation where the line behind the bracket starts too far to the left. */
export function isUnclosedBracket({ message }: Pick<Fault, "message">): boolean {
  return message.includes("end with a");
}

function missing(sentence: string): string {
  const [, message] = missingCharacters.find(([part]) => sentence.includes(part)) ?? [];
  return message?.() ?? t("Something is missing before this.");
}

const missingCharacters: readonly (readonly [part: string, message: () => string])[] = [
  ["end with", () => t("The closing bracket is missing.")],
  ["Missing , ", () => t("A comma is missing before this.")],
  ["space after :", () => t("A blank is missing after the colon.")],
  ["Comments must", () => t("A blank is missing before the #.")],
  ["Tags and anchors", () => t("A blank is missing after the anchor or tag.")],
  ["Sequence item", () => t("A dash is missing before this item.")],
  ["followed by map values", () => t("A colon and a value are missing after this name.")],
];
