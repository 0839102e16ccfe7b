import { t } from "@vscode/l10n";
import { type Code, rules } from "../../server/src/model/problem";
import { type Level, type RuleBook, isFixed, isLevel, ruleBook } from "../../server/src/model/ruleBook";
import { UsageError } from "./world";

/** The rules as the arguments of `--rule` change them: `code=level`, as in the setting `iotJobs.rules`. */
export function rulesChangedBy(changes: readonly string[]): RuleBook {
  return ruleBook(Object.fromEntries(changes.map(changeIn)), undefined);
}

function changeIn(change: string): readonly [code: string, level: Level] {
  const [code = "", level] = change.split("=");
  if (!isCode(code)) throw new UsageError(t("There is no rule {0}. docs/rules.md lists them.", code));
  if (isFixed(code)) throw new UsageError(t("{0} stays an error: without it nothing can be sent.", code));
  if (isLevel(level)) return [code, level];
  throw new UsageError(t("Write {0}, with error, warning, information, hint or off.", `--rule ${code}=off`));
}

function isCode(name: string): name is Code {
  return Object.hasOwn(rules, name);
}
