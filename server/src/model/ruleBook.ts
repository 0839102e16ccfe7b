import { type Code, type Severity, rules } from "./problem";

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
