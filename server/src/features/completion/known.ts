import type { Analysis } from "../../analysis";
import type { Node } from "../../syntax/tree";

/** The ARNs of roles in payloads, each once. */
export function roleArnsIn(analyses: readonly Analysis[]): readonly string[] {
  const found = new Set<string>();
  for (const { tree } of analyses) {
    for (const { node } of tree.roots) {
      const role = memberOf(memberOf(node, "presignedUrlConfig"), "roleArn");
      if (role?.kind === "scalar" && role.text.startsWith("arn:")) found.add(role.text);
    }
  }
  return [...found];
}

function memberOf(node: Node | undefined, name: string): Node | undefined {
  return node?.kind === "object" ? node.members.findLast((member) => member.name === name)?.value : undefined;
}
