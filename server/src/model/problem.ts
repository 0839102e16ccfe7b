import type { Span, SyntaxCode } from "../syntax/tree";
import type { Evidence } from "./shape";

export type Severity = "error" | "warning" | "information" | "hint";

interface Rule {
  readonly severity: Severity;
  readonly evidence: Evidence;
}

/** Every code that a problem can have, with how bad it is and how sure the fact behind it. */
export const rules = {
  syntax: { severity: "error", evidence: "model" },
  "too-deep": { severity: "error", evidence: "model" },
  "unknown-option": { severity: "error", evidence: "model" },
  "option-prefix": { severity: "hint", evidence: "model" },
  "repeated-option": { severity: "warning", evidence: "model" },
  "overridden-member": { severity: "warning", evidence: "model" },
  "shell-expansion": { severity: "warning", evidence: "model" },
  "empty-payload": { severity: "error", evidence: "model" },
  "unknown-member": { severity: "error", evidence: "model" },
  "missing-member": { severity: "error", evidence: "model" },
  "duplicate-member": { severity: "error", evidence: "live" },
  type: { severity: "error", evidence: "model" },
  null: { severity: "error", evidence: "model" },
  range: { severity: "error", evidence: "model" },
  precision: { severity: "error", evidence: "reference" },
  integer: { severity: "error", evidence: "model" },
  enum: { severity: "error", evidence: "model" },
  pattern: { severity: "error", evidence: "model" },
  length: { severity: "error", evidence: "model" },
  "no-change": { severity: "warning", evidence: "third-party" },
  "empty-structure": { severity: "warning", evidence: "third-party" },
  "missing-maximum": { severity: "error", evidence: "live" },
  "base-rate": { severity: "warning", evidence: "third-party" },
  "one-criterion": { severity: "error", evidence: "live" },
  "retries-not-zero": { severity: "error", evidence: "guide" },
  "retry-all": { severity: "warning", evidence: "third-party" },
  "repeated-failure-type": { severity: "information", evidence: "guess" },
  "expiry-without-role": { severity: "information", evidence: "guess" },
  "criterion-never-acts": { severity: "information", evidence: "guess" },
  "reserved-job-id": { severity: "information", evidence: "guess" },
} as const satisfies Record<string, Rule> & Record<SyntaxCode, Rule>;

type Code = keyof typeof rules;

/** Something wrong with a payload, and where: offsets of the document. */
export interface Problem extends Span {
  readonly code: Code;
  readonly message: string;
  /** Values or names that would be right in the place of the one there, the likeliest first; not spelled for a notation. */
  readonly replacements?: readonly string[];
}

export type Report = (span: Span, code: Code, message: string, replacements?: readonly string[]) => void;
