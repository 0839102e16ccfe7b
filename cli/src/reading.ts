import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import path from "node:path";
import { t } from "@vscode/l10n";
import type { World } from "./world";

/** The name of the standard input on the command line. */
export const standardInput = "-";

/** The text of a file, or why there is none. */
export type Read = { readonly text: string } | { readonly failure: string };

/** Gives the text of each of the named files; the standard input, if it is among them, is read to its end before. */
export async function reading(
  names: readonly { readonly name: string }[],
  { folder, readInput }: World,
): Promise<(name: string) => Read> {
  const input = names.some(({ name }) => name === standardInput) ? await readInput() : undefined;
  return (name) => {
    if (name === standardInput && input !== undefined) return textOf(input);
    const file = path.isAbsolute(name) ? name : `${folder}${path.sep}${name}`;
    try {
      const text = readFileSync(file, "utf8");
      return isDoubtful.test(text) ? textOf(readFileSync(file)) : { text };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  };
}

/** What decoding leaves of bytes that are no UTF-8, and of UTF-16. */
const isDoubtful = /[\ufffd\0]/;

/** Decodes UTF-8. A byte order mark stays in the text, where the check finds it: the AWS CLI refuses it. */
function textOf(bytes: Buffer): Read {
  if (isUtf16(bytes)) return { failure: t("This is UTF-16 text, which the AWS CLI cannot read. Save it as UTF-8.") };
  if (!isUtf8(bytes)) return { failure: t("This is not UTF-8 text, which the AWS CLI needs. Save it as UTF-8.") };
  return { text: bytes.toString("utf8") };
}

/** By its byte order mark, or by the zero bytes of the ASCII characters that each notation starts with. */
function isUtf16([first, second]: Buffer): boolean {
  if (first === undefined || second === undefined) return false;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const isText = (byte: number): boolean => byte >= 0x09 && byte < 0x7f;
  return isMarked || (first === 0 && isText(second)) || (second === 0 && isText(first));
}

/** Why a file could not be opened or read. */
export function failureOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return t("There is no such file or folder.");
    case "EACCES":
    case "EPERM":
      return t("Reading it is not permitted.");
    case "ELOOP":
      return t("Its links lead in a circle.");
    case undefined:
      return String(error);
    default:
      return t("It cannot be read ({0}).", String(code));
  }
}
