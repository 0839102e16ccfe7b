import { changeBetween, move } from "../reuse";
import type { Root, Span, SyntaxProblem, SyntaxTree } from "../tree";

/** What was read of some lines of a script, and where they start. */
interface Stretch {
  readonly roots: readonly Root[];
  readonly problems: readonly SyntaxProblem[];
  readonly lineStarts: readonly number[];
}

/** For the reader of a script of which an earlier version was read. */
interface ScriptReuse {
  /** Where there is something to read. */
  readonly from: number;
  /** What stands before, as it was read. */
  readonly before: Stretch;
  /** All from the start of a line on, if it is what stood there before, moved to where it is now. The earlier tree is not to be used afterwards. */
  readonly after: (index: number) => Stretch | undefined;
}

const nothing: ScriptReuse = {
  from: 0,
  before: { roots: [], problems: [], lineStarts: [] },
  after: () => undefined,
};

/**
 * A backquote, and `$'`, that nothing closes is plain text, and the lines after it are read. One of these put in, or taken
 * away, may close it, and so swallow them.
 */
const closing = /['`\\]/;

/** The lines that a change leaves alone, and with them what was read of them. */
export function scriptReuseOf(earlier: SyntaxTree | undefined, text: string): ScriptReuse {
  const { text: old, lineStarts } = earlier ?? {};
  if (earlier === undefined || old === undefined || lineStarts === undefined) return nothing;
  const { start, end, by } = changeBetween(old, text);
  // A backslash before the change makes something else of what follows it.
  const first = Math.max(0, start - 1);
  if (closing.test(old.slice(first, end)) || closing.test(text.slice(first, end + by))) return nothing;
  // At the end of the text no line starts.
  const from = lineStarts.findLast((line) => line <= start && line < text.length) ?? 0;
  const known = new Set(lineStarts.filter((line) => line >= end));
  return {
    from,
    before: {
      roots: earlier.roots.filter(({ span }) => span.end <= from),
      problems: earlier.problems.filter((problem) => problem.start < from),
      lineStarts: lineStarts.filter((line) => line <= from),
    },
    after(index) {
      const line = index - by;
      if (!known.has(line)) return undefined;
      const roots = earlier.roots.filter(({ span }) => span.start >= line);
      move(
        roots.flatMap(({ node }) => node ?? []),
        by,
      );
      return {
        roots: roots.map((root) => movedRoot(root, by)),
        problems: earlier.problems
          .filter((problem) => problem.start >= line)
          .map((problem) => movedProblem(problem, by)),
        lineStarts: lineStarts.filter((start) => start >= line).map((start) => start + by),
      };
    },
  };
}

/** Its node has moved already. */
function movedRoot(root: Root, by: number): Root {
  const { span, owner } = root;
  return { ...root, span: moved(span, by), ...(owner && { owner: moved(owner, by) }) };
}

function movedProblem(problem: SyntaxProblem, by: number): SyntaxProblem {
  const { hides, mends } = problem;
  return {
    ...problem,
    ...moved(problem, by),
    ...(hides && { hides: moved(hides, by) }),
    ...(mends && { mends: mends.map((mend) => ({ ...mend, ...moved(mend, by) })) }),
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
