import { t } from "@vscode/l10n";
import type { DocumentNotation } from "./parse";
import type { Span, SyntaxProblem } from "./tree";

/** What stands around all payloads of a document and is no part of them. */
export function strangersIn(text: string, notation: DocumentNotation): readonly SyntaxProblem[] {
  // The library that reads YAML passes over the mark itself, as the AWS CLI does.
  const mark = notation !== "yaml" && text.startsWith("\ufeff") ? [byteOrderMark(notation)] : [];
  if (notation === "script") return mark;
  const around = [...mark, ...fencesIn(text).map(fence)];
  return notation === "options" ? [...around, ...prompt(withoutStrangers(text, around))] : around;
}

/** The same text with a blank for each of their characters, so that all else stands where it stood. */
export function withoutStrangers(text: string, strangers: readonly Span[]): string {
  return strangers.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + " ".repeat(end - start) + blanked.slice(end),
    text,
  );
}

function byteOrderMark(notation: DocumentNotation): SyntaxProblem {
  const message =
    notation === "json"
      ? t(
          "A byte order mark stands here, which shows nothing; the AWS CLI refuses it. Save the file as UTF-8 without it.",
        )
      : t("A byte order mark stands here, which shows nothing; a shell takes it for a part of the first word.");
  return { code: "encoding", message, ...removed({ start: 0, end: 1 }) };
}

const opening = /^\s*(`{3,}[\w.+-]*)[ \t]*(?:\r?\n|$)/;
const closing = /^\s*(`{3,})$/;

/** What text stands between that was copied as Markdown: a shell would take all of it for a command of its own. */
function fencesIn(text: string): readonly Span[] {
  const first = opening.exec(text)?.[1];
  if (first === undefined) return [];
  const start = text.indexOf(first);
  const head = { start, end: start + first.length };
  const solid = text.trimEnd();
  const last = closing.exec(solid.slice(solid.lastIndexOf("\n") + 1))?.[1];
  const isClosed = last !== undefined && solid.length > head.end;
  return isClosed ? [head, { start: solid.length - last.length, end: solid.length }] : [head];
}

function fence(span: Span): SyntaxProblem {
  return { code: "syntax", message: t("Remove this: it marks code in Markdown."), ...removed(span) };
}

const prompted = /^(\s*)([$%>]|PS [^>\n]*>|[A-Z]:\\[^>\n]*>) *(?=aws\s)/;

/** What a terminal shows before a command that is copied from there. */
function prompt(text: string): readonly SyntaxProblem[] {
  const [, blanks = "", sign] = prompted.exec(text) ?? [];
  if (sign === undefined) return [];
  const span = { start: blanks.length, end: blanks.length + sign.length };
  return [{ code: "unknown-option", message: t("Remove this: it is the prompt of a terminal."), ...removed(span) }];
}

function removed({ start, end }: Span): Span & Pick<SyntaxProblem, "mends"> {
  return { start, end, mends: [{ start, end, text: "", sure: true, literal: true }] };
}
