import type { Analysis } from "../../analysis";
import { valueOf } from "../../model/read";

/** The ARNs of roles in payloads, each once. */
export function roleArnsIn(analyses: readonly Analysis[]): readonly string[] {
  const found = new Set<string>();
  for (const { tree } of analyses) {
    for (const { node } of tree.roots) {
      const role = valueOf(valueOf(node, "presignedUrlConfig"), "roleArn");
      if (role?.kind === "scalar" && role.text.startsWith("arn:")) found.add(role.text);
    }
  }
  return [...found];
}
