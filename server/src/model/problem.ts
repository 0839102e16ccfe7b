import type { ListNode, Member, Mend, Node, ObjectNode, Span, SyntaxCode } from "../syntax/tree";
import type { Evidence } from "./shape";

export type Severity = "error" | "warning" | "information" | "hint";

interface Rule {
  readonly severity: Severity;
  /** `cli`: seen in a run of the real AWS CLI. */
  readonly evidence: Evidence | "cli";
  /** The text has no value without an answer to this: no setting changes the severity. */
  readonly fixed?: true;
}

/** Every code that a problem can have, with how bad it is and how sure the fact behind it; docs/rules.md describes each. */
export const rules = {
  syntax: { severity: "error", evidence: "cli", fixed: true },
  "too-deep": { severity: "error", evidence: "cli", fixed: true },
  "too-large": { severity: "error", evidence: "model", fixed: true },
  encoding: { severity: "error", evidence: "cli", fixed: true },
  "empty-payload": { severity: "error", evidence: "cli", fixed: true },
  "unknown-option": { severity: "error", evidence: "cli" },
  "option-prefix": { severity: "hint", evidence: "cli" },
  "repeated-option": { severity: "warning", evidence: "cli" },
  "overridden-member": { severity: "warning", evidence: "cli" },
  "shell-expansion": { severity: "warning", evidence: "cli" },
  "carriage-return": { severity: "warning", evidence: "cli" },
  "unknown-member": { severity: "error", evidence: "model" },
  "missing-member": { severity: "error", evidence: "model" },
  "duplicate-member": { severity: "error", evidence: "cli" },
  type: { severity: "error", evidence: "model" },
  null: { severity: "error", evidence: "model", fixed: true },
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

export type Code = keyof typeof rules;

/** Something wrong with a payload, and where: offsets of the document. */
export interface Problem extends Span {
  readonly code: Code;
  readonly message: string;
  /** What would put it right, the likeliest first. */
  readonly answers?: readonly Answer[];
  /** The same where the text breaks the grammar. */
  readonly mends?: readonly Mend[];
}

/** What would put a problem right: what, not how it is written. */
export type Answer = Change & {
  /** Nothing else can be meant, so that it may be done without asking. */
  readonly sure?: true;
};

type Change =
  /** Another value in the place of the problem. */
  | { readonly kind: "value"; readonly type: "text" | "number"; readonly text: string }
  /** Another name for a member. */
  | { readonly kind: "name"; readonly name: string; readonly member: Member }
  /** A blank after the colon in a text of YAML, which makes a name and a value of it. */
  | { readonly kind: "separate"; readonly part: Span }
  | { readonly kind: "remove"; readonly part: Member | Node }
  /** `json` is the value as JSON. */
  | { readonly kind: "add"; readonly to: ObjectNode; readonly members: readonly { name: string; json: string }[] }
  | { readonly kind: "append"; readonly to: ListNode; readonly json: string }
  /** Out of its object into the one around it. */
  | { readonly kind: "moveOut"; readonly member: Member }
  /** Into the object that these names lead to, from the object that it stands in or from the payload; it need not be there yet. */
  | {
      readonly kind: "move";
      readonly member: Member;
      readonly path: readonly string[];
      readonly from: "here" | "payload";
    }
  /** Into an object of its own, as the member of that name. */
  | { readonly kind: "nest"; readonly name: string; readonly part: Node }
  /** The same as the only item of a list. */
  | { readonly kind: "enlist"; readonly name: string; readonly part: ObjectNode }
  /** Into a list of its own. */
  | { readonly kind: "wrap"; readonly node: Node }
  /** Members of shorthand, between braces of their own. */
  | { readonly kind: "embrace"; readonly part: Span }
  /** The only item of a list, without the list. */
  | { readonly kind: "unwrap"; readonly node: ListNode };
