import { t } from "@vscode/l10n";
import type { Analysis } from "../analysis";
import { type Shape, memberOf } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { shown } from "../syntax/shown";
import type { Node, Root } from "../syntax/tree";
import { unknownWords } from "./leftOut";

/** Of more than these nobody reads the names. */
const mostNamed = 10;

/** What stands in a payload and does not reach UpdateJob, whatever the rules of the user say of it: a sentence, if there is any. */
export function unsent(analysis: Analysis, root: Root): readonly string[] {
  const found = new Set([
    ...unknownWords(analysis, root),
    ...(root.node ? unknownMembers(root.node, updateJob, "") : []),
  ]);
  if (found.size === 0) return [];
  const names = [...found].slice(0, mostNamed).join(", ");
  return [t("This is no part of UpdateJob and is not sent: {0}.", found.size > mostNamed ? `${names}, …` : names)];
}

/** Their paths: `abortConfig.criteriaList.0.action`. */
function unknownMembers(node: Node, shape: Shape, path: string): readonly string[] {
  if (node.kind === "object" && shape.kind === "structure") {
    return node.members.flatMap(({ name, value }) => {
      const member = memberOf(shape, name);
      const there = `${path}${shown(name)}`;
      if (member === undefined) return [there];
      return value === undefined ? [] : unknownMembers(value, member.shape, `${there}.`);
    });
  }
  if (node.kind !== "list" || shape.kind !== "list") return [];
  return node.items.flatMap((item, index) => unknownMembers(item, shape.item, `${path}${index}.`));
}
