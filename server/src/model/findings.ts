import { contains } from "../syntax/span";
import type { ObjectNode, Span } from "../syntax/tree";
import type { Answer, Code, Problem } from "./problem";
import type { Structure } from "./shape";

/** Adds a problem. */
export type Report = (span: Span, code: Code, message: string, answers?: readonly Answer[]) => void;

/** What a check of a document finds, and what it need not look for because the object is the one of the version before. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly report: Report;
  /** Finds what is wrong in an object: what was found in the version before, if it is the same, or else what `check` reports. */
  readonly inObject: (node: ObjectNode, shape: Structure, check: () => void) => void;
  /** What was wrong in each object. */
  readonly faulty: Faulty;
}

export type Faulty = ReadonlyMap<ObjectNode, Fault>;

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
    inObject(node, shape, check) {
      if (node.fits === shape) return;
      const first = problems.length;
      const known = before.get(node);
      if (known?.shape !== shape) check();
      else for (const problem of movedBy(node.start - known.start, known.problems)) problems.push(problem);
      const own = problems.slice(first);
      if (own.length === 0) node.fits = shape;
      // What is said of the key around it is true there alone.
      else if (own.every((problem) => contains(node, problem))) {
        faulty.set(node, { shape, problems: own, start: node.start });
      }
    },
  };
}

function movedBy(by: number, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
}
