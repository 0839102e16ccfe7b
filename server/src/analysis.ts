import { t } from "@vscode/l10n";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Faulty, type Findings, findings } from "./model/findings";
import { match } from "./model/match";
import type { Problem } from "./model/problem";
import { type RuleBook, defaultRules, withoutRepeated } from "./model/ruleBook";
import { updateJob } from "./model/updateJob";
import { type DocumentNotation, eachCallIn, parse } from "./syntax/parse";
import type { Assignment } from "./syntax/shell/assignments";
import type { Word } from "./syntax/shell/shell";
import type { Root, SyntaxProblem, SyntaxTree } from "./syntax/tree";
import { command } from "./updateJobCommand";

/**
 * One version of a document, read and checked: what every feature asks, until the next version is asked. The tree and the
 * problems are worked out when something first asks, so that a hover checks nothing and a completion does not read the text twice.
 */
export interface Analysis {
  readonly document: TextDocument;
  readonly notation: DocumentNotation;
  readonly text: string;
  readonly rules: RuleBook;
  readonly tree: SyntaxTree;
  /** What the next version may take over: of this one or, where nothing has asked for it, of the one before. */
  readonly kept: Kept;
  /** In the order of the text, without those whose rule is off. */
  readonly problems: readonly Problem[];
  /** The words of the command that a root is, in their order. Asked again for the same one, they are not read again. */
  readonly wordsOf: (root: Root) => readonly Word[];
  /** What a script gives the variables of the AWS CLI, in the order of the text. */
  readonly assignments: () => readonly Assignment[];
  /** The document with another text, to see what a fix leads to. Good until the next is tried. */
  readonly tried: (text: string) => Analysis;
}

interface Kept {
  readonly tree?: SyntaxTree | undefined;
  readonly faulty?: Faulty | undefined;
  /** How long all the texts are together, in UTF-16 units, that nodes taken over from earlier versions keep alive. */
  readonly held?: number | undefined;
}

/** From here on, and four times the text, a document is read afresh. */
const maximumHeld = 64_000_000;

/** Reads and checks a document. The analysis of an earlier version makes that faster, and is not to be used any more. */
export function analyze(
  document: TextDocument,
  notation: DocumentNotation,
  rules = defaultRules,
  earlier?: Analysis,
): Analysis {
  return new Reading({ document, notation, rules }, earlier?.kept ?? {});
}

/** A class, because V8 counts what getters of an object literal reach among the old, and collects that seldom. */
class Reading implements Analysis {
  readonly document: TextDocument;
  readonly notation: DocumentNotation;
  readonly rules: RuleBook;
  readonly text: string;
  readonly assignments: Analysis["assignments"];
  readonly tried: Analysis["tried"];
  readonly wordsOf: Analysis["wordsOf"];
  #tree: SyntaxTree | undefined;
  #problems: readonly Problem[] | undefined;
  #kept: Kept;

  constructor({ document, notation, rules }: Pick<Analysis, "document" | "notation" | "rules">, kept: Kept) {
    this.document = document;
    this.notation = notation;
    this.rules = rules;
    this.text = document.getText();
    this.#kept = kept;
    this.assignments = once(() => assignmentsIn(this.text, notation));
    this.tried = trialsOf(document, notation, rules);
    this.wordsOf = keepingLast((root) => wordsOf(root, this));
  }

  get tree(): SyntaxTree {
    return (this.#tree ??= this.#read());
  }

  get problems(): readonly Problem[] {
    return (this.#problems ??= this.#check());
  }

  get kept(): Kept {
    return this.#kept;
  }

  #read(): SyntaxTree {
    const { tree, held } = readAfter(this.#kept, this.text, this.notation);
    this.#kept = { tree, held, faulty: this.#kept.faulty };
    return tree;
  }

  #check(): readonly Problem[] {
    const found = findings(this.#kept.faulty);
    const all = problemsIn(this, found);
    const { tree, held } = this.#kept;
    this.#kept = { tree, held, faulty: found.faulty };
    const told = all.filter(({ code }) => this.rules.levelOf(code) !== "off");
    return withoutRepeated(told, this.rules);
  }
}

function assignmentsIn(text: string, notation: DocumentNotation): readonly Assignment[] {
  if (notation !== "script") return [];
  const found: Assignment[] = [];
  const assigned = (one: Assignment): void => {
    if (one.name.startsWith("AWS_")) found.push(one);
  };
  eachCallIn(text, notation, command, { call: () => undefined, assigned });
  return found.sort((a, b) => a.start - b.start);
}

/** Reads the lines of the script that hold the command once more: what quotes around it hold is known from there on alone. */
function wordsOf({ span }: Root, { text, notation, tree }: Analysis): readonly Word[] {
  if (notation !== "script" && notation !== "options") return [];
  let words: readonly Word[] = [];
  eachCallIn(text, notation, command, {
    from: tree.lineStarts?.findLast((line) => line <= span.start) ?? 0,
    readsOn: (index) => index < span.end,
    call(call) {
      if (call.start === span.start && call.end === span.end) words = call.words;
    },
  });
  return words;
}

/** Reads a text with what is kept of the version before. */
function readAfter({ tree, held = 0 }: Kept, text: string, notation: DocumentNotation) {
  const isAfresh = tree === undefined || held >= maximumHeld + 4 * text.length;
  return {
    tree: parse(text, notation, command, isAfresh ? undefined : tree),
    held: text.length + (isAfresh ? 0 : held),
  };
}

function trialsOf({ uri, languageId, version }: TextDocument, notation: DocumentNotation, rules: RuleBook) {
  let last: Analysis | undefined;
  return (text: string): Analysis =>
    (last = analyze(TextDocument.create(uri, languageId, version, text), notation, rules, last));
}

/** One answer is kept: those for all commands of a script would be as large as its tree. */
function keepingLast<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => (last = last?.key === key ? last : { key, value: make(key) }).value;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function emptyMessage({ notation }: Root): string {
  switch (notation) {
    case "options":
    case "shorthand":
      return t("A payload is missing. It needs {0}.", "--job-id");
    case "yaml":
      return t("A payload is missing. It needs {0}.", "jobId");
    case "json":
      return t("A payload is missing. It starts with {0} and needs a jobId.", "{");
  }
}

function problemsIn({ tree, text, rules }: Analysis, found: Findings): readonly Problem[] {
  for (const root of tree.roots) check(root, text, found);
  // What is no error to the user must not keep an error back.
  const mayHide = tree.problems.filter(({ hides, code }) => hides !== undefined && rules.levelOf(code) === "error");
  return withoutHidden([...tree.problems, ...found.problems], mayHide)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(isFirst);
}

/** Of more places that hide something, nobody reads what they hide. */
const mostHiding = 100;

/** Where a reader lost the thread, one problem says so, and what it made of that part is not judged. */
function withoutHidden(problems: readonly Problem[], ofSyntax: readonly SyntaxProblem[]): Problem[] {
  const hiding: SyntaxProblem[] = [];
  for (const problem of ofSyntax) {
    if (hiding.length === mostHiding) break;
    if (problem.hides !== undefined && !isHidden(problem, hiding)) hiding.push(problem);
  }
  return problems.filter((problem) => !isHidden(problem, hiding));
}

function isHidden(problem: Problem, hiding: readonly SyntaxProblem[]): boolean {
  return hiding.some(
    (other) => other !== problem && other.hides && problem.start < other.hides.end && problem.end > other.hides.start,
  );
}

/** What an alias of YAML stands for is checked in each place; the mistake is one. */
function isFirst({ start, end, code }: Problem, index: number, sorted: readonly Problem[]): boolean {
  const before = sorted[index - 1];
  return before?.start !== start || before.end !== end || before.code !== code;
}

function check(root: Root, text: string, found: Findings): void {
  const { node, span } = root;
  if (node === undefined) {
    const end = text.trim() === "" ? span.start + Math.min(1, text.length) : span.end;
    found.report({ start: span.start, end }, "empty-payload", emptyMessage(root));
  } else {
    const owner = root.owner ?? { start: node.start, end: Math.min(node.start + 1, node.end) };
    match(node, updateJob, owner, found);
  }
}
