import type { ObjectNode, Span } from "../syntax/tree";
import type { Answer, Code, Problem } from "./problem";
import type { Structure } from "./shape";

/** Adds a problem. */
export type Report = (span: Span, code: Code, message: string, answers?: readonly Answer[]) => void;

/** What a check of a document finds, and what it need not look for because the object is the one of the version before. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly report: Report;
  /** Whether the object was held against the shape already; what was found is found again. */
  readonly recall: (node: ObjectNode, shape: Structure) => boolean;
  /** Remembers that the object was held against the shape: all problems from the index `first` on are its own. */
  readonly remember: (node: ObjectNode, shape: Structure, first: number) => void;
  /** What was wrong in each object. */
  readonly faulty: Faulty;
}

type Faulty = ReadonlyMap<ObjectNode, Fault>;

interface Fault {
  readonly shape: Structure;
  readonly problems: readonly Problem[];
  /** Where the object stood. */
  readonly start: number;
}

/** No findings yet; `before` are those of the version before. */
export function findings(before: Faulty = new Map<never, never>()): Findings {
  const problems: Problem[] = [];
  const faulty = new Map<ObjectNode, Fault>();
  return {
    problems,
    faulty,
    report({ start, end }, code, message, answers = []) {
      problems.push({ code, message, start, end, answers });
    },
    recall(node, shape) {
      if (node.fits === shape) return true;
      const known = before.get(node);
      if (known?.shape !== shape) return false;
      const by = node.start - known.start;
      const moved = known.problems.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
      problems.push(...moved);
      faulty.set(node, { shape, problems: moved, start: node.start });
      return true;
    },
    remember(node, shape, first) {
      if (problems.length === first) node.fits = shape;
      const own = problems.slice(first);
      const isInside = own.every(({ start, end }) => node.start <= start && end <= node.end);
      if (own.length > 0 && isInside) faulty.set(node, { shape, problems: own, start: node.start });
    },
  };
}
