import { type Code, type Problem, type Severity, rules } from "./problem";

/** How bad a problem is to the user; one that is `off` is not said at all. */
export type Level = Severity | "off";

/** The rules as the user has set them. */
export interface RuleBook {
  readonly levelOf: (code: Code) => Level;
  /** Where a person reads about a rule, if a page is known: a URL. */
  readonly pageOf: (code: Code) => string | undefined;
}

const levels: ReadonlySet<string> = new Set<Level>(["error", "warning", "information", "hint", "off"]);

export function isLevel(value: unknown): value is Level {
  return typeof value === "string" && levels.has(value);
}

/** Without a value for these nothing can be sent, so they stay errors. */
export function isFixed(code: Code): boolean {
  return "fixed" in rules[code];
}

export const defaultRules: RuleBook = ruleBook({}, undefined);

/** `changes` maps codes to levels; fixed rules and unknown codes in it are ignored. `page` has an anchor `#code` for each rule. */
export function ruleBook(changes: Readonly<Record<string, Level>>, page: string | undefined): RuleBook {
  const changed = new Map(Object.entries(changes));
  return {
    levelOf: (code) => (isFixed(code) ? undefined : changed.get(code)) ?? rules[code].severity,
    pageOf: (code) => page && `${page}#${code}`,
  };
}

/** What one rule says of a value, another says better: of 11 retries that there may be none, not that there may be 10. */
const better: Readonly<Partial<Record<Code, Code>>> = { range: "retries-not-zero", integer: "retries-not-zero" };

/** The problems, in the order of the text, without those of which another says more; none that is worse than that one is left out. */
export function withoutRepeated(problems: readonly Problem[], { levelOf }: RuleBook): readonly Problem[] {
  return problems.filter(({ code, start, end }, index) => {
    const next = problems[index + 1];
    const isSaidBetter = next?.code === better[code] && next?.start === start && next.end === end;
    return !isSaidBetter || levelOf(next.code) !== levelOf(code);
  });
}
