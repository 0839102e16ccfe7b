/**
 * The one tree that every notation is read into. All offsets count UTF-16 units of the document. Nothing writes to it but what
 * takes it over for the next version (reuse.ts, command/scriptReuse.ts), and `fits`.
 */

import type { Interner } from "./interner";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a node is written: `options` is the option list of a command, where `--abort-config` is the key `abortConfig`. */
type Notation = "json" | "yaml" | "shorthand" | "options";

/** A member of an object. Its span is that of its name; the value has its own. */
export interface Member extends Span {
  /** As the API spells it: unquoted, unescaped, `--abort-config` read as `abortConfig`. */
  readonly name: string;
  /** Absent where the text ends or breaks before the value. */
  readonly value: Node | undefined;
}

export interface ObjectNode extends Span {
  readonly kind: "object";
  readonly notation: Notation;
  readonly members: readonly Member[];
  /** More members may come when the command runs, from a file or a variable: what is absent here is not missing. */
  readonly open?: true;
  /**
   * How deep brackets nest inside it. Given only where it stands in the document letter for letter and without a mistake, so
   * that it reads the same whatever is around it.
   */
  readonly height?: number | undefined;
  /**
   * The shape that a check has found it to fit, with all in it. Here, because a map of all objects would be made anew with
   * each key; every reader writes it, so that V8 takes all objects for one kind.
   */
  fits: object | undefined;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly notation: Notation;
  readonly items: readonly Node[];
  /** As that of an object. */
  readonly height?: number | undefined;
}

/**
 * What the notation itself says of a scalar. A `bare` one has no type until a shape gives it one: a shorthand value or a
 * word of a command line.
 */
export type ScalarType = "string" | "number" | "boolean" | "null" | "date" | "bare";

export interface ScalarNode extends Span {
  readonly kind: "scalar";
  readonly notation: Notation;
  readonly type: ScalarType;
  /** The value of a string or bare scalar with quotes and escapes taken off; the source text of anything else. */
  readonly text: string;
}

/** A value that cannot be told from the text, so it satisfies "required" and is never checked. */
export interface UnknownNode extends Span {
  readonly kind: "unknown";
  readonly notation: Notation;
  /** A token that breaks the grammar (it has its own problem), a shell expansion, or a file read when the command runs. */
  readonly reason: "broken" | "expansion" | "file";
}

export type Node = ObjectNode | ListNode | ScalarNode | UnknownNode;

/** Text that breaks its notation's grammar. The reader went on after it. */
export interface SyntaxProblem extends Span {
  readonly code: SyntaxCode;
  readonly message: string;
  /** What cannot be judged because of this: the reader lost the thread there, and nothing else is to be said of it. */
  readonly hides?: Span;
  /** Texts that would put it right, the likeliest first. */
  readonly mends?: readonly Mend[];
}

/** Text in the place of a span, as the notation spells it; what surrounds that, the quotes of a shell, is not its business. */
export interface Mend extends Span {
  readonly text: string;
  /** Nothing else can be meant. */
  readonly sure?: true;
  /** It goes into the document as it is, outside of all quotes. */
  readonly literal?: true;
}

/** What a reader itself refuses. */
export type SyntaxCode =
  | "syntax"
  | "too-deep"
  | "too-large"
  | "encoding"
  | "unknown-option"
  | "option-prefix"
  | "repeated-option"
  | "overridden-member"
  | "shell-expansion"
  | "carriage-return";

/** One payload of a document: the whole of a JSON file, or one command of a script. */
export interface Root {
  readonly notation: Notation;
  readonly span: Span;
  /** Where to say that something is missing, if that is not at the start of the node: the name of a command. */
  readonly owner?: Span;
  /** The command stands in quotes of another: more quotes in there would end those. */
  readonly inQuotes?: boolean;
  /** Absent where the document holds no value at all. */
  readonly node: Node | undefined;
}

export interface SyntaxTree {
  /** What the next version is read with. */
  readonly strings?: Interner;
  /** What was read, from a reader that takes over of it what has not changed in the next version. */
  readonly text?: string;
  /** Of a script: where the lines start that are read the same whatever stands before them. */
  readonly lineStarts?: readonly number[];
  readonly roots: readonly Root[];
  readonly problems: readonly SyntaxProblem[];
}
