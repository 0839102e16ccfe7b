import { t } from "@vscode/l10n";
import { maximumDepth } from "./brackets";
import type { Mend, Span, SyntaxCode, SyntaxProblem } from "./tree";

/** What is wrong with a text. All indices are those of the text read. */
export interface Fault extends Span {
  /** `syntax` if absent. */
  readonly code?: SyntaxCode;
  readonly message: string;
  /** Texts that would put it right, the likeliest first. */
  readonly mends?: readonly Mend[];
  /** Nothing else is to be said of this part. */
  readonly hides?: Span;
}

interface Reported {
  readonly problems: readonly SyntaxProblem[];
  readonly add: (fault: Fault) => void;
  /** `mend` takes the place of what is reported, if it does not say another. */
  readonly report: (start: number, end: number, message: string, mend?: Partial<Mend>) => void;
}

/** A list of problems to be filled; `at` says where an index stands in the document. */
export function reportAt(at: (index: number) => number): Reported {
  const problems: SyntaxProblem[] = [];
  const placed = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) });
  function add({ code = "syntax", start, end, message, mends, hides }: Fault): void {
    problems.push({
      code,
      message,
      ...placed({ start, end }),
      ...(hides && { hides: placed(hides) }),
      ...(mends && { mends: mends.map((mend) => ({ ...mend, ...placed(mend) })) }),
    });
  }
  return {
    problems,
    add,
    report: (start, end, message, mend) =>
      add({ start, end, message, ...(mend && { mends: [{ text: "", start, end, ...mend }] }) }),
  };
}

/** A bracket inside of so many others that no reader goes on. */
export function tooDeep(text: string, start: number): Fault {
  const message = t("Nested more than {0} levels deep; the rest is not read.", maximumDepth);
  return { code: "too-deep", message, start, end: start + 1, hides: { start: 0, end: text.length } };
}
