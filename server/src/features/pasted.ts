import { t } from "@vscode/l10n";
import { parseDecimal } from "../model/decimal";
import { textOf, valueOf } from "../model/read";
import type { List, Shape, Structure } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { plainValueOf } from "../model/value";
import type { ConvertResult, Target } from "../protocol";
import { parseJson } from "../syntax/json/json";
import type { PlainMember, PlainObject, PlainValue } from "../syntax/plainValue";
import { plainSource } from "../syntax/source";
import type { Node } from "../syntax/tree";
import { parseYaml } from "../syntax/yaml/yaml";
import { write } from "./convert";

/** How another service names the members of UpdateJob. */
type Spelling = (name: string) => readonly string[];

interface Found {
  readonly node: Node;
  readonly spelling: Spelling;
}

/** An answer is worth reading only if it can be one. */
const worthReading = /job(?:Template)?Arn"?\s*:|AWS::IoT::JobTemplate/;

/**
 * What was copied from elsewhere, as an UpdateJob payload: an answer of DescribeJob or DescribeJobTemplate, or an
 * `AWS::IoT::JobTemplate` of CloudFormation. Unset members are left out. `undefined` for any other text.
 */
export function pasted(text: string, to: Target): ConvertResult | undefined {
  if (!worthReading.test(text)) return undefined;
  const isJson = /^\s*\{/.test(text);
  const { roots, problems } = isJson ? parseJson(plainSource(text)) : parseYaml(plainSource(text));
  // The tags of CloudFormation are foreign to YAML as the AWS CLI reads it; what they stand for is left out below.
  if (isJson && problems.length > 0) return undefined;
  const losses: string[] = [];
  const found = described(roots[0]?.node) ?? stackTemplate(roots[0]?.node, losses);
  if (found === undefined) return undefined;
  const payload = structureIn(found, updateJob, losses);
  const written = payload && write(payload, to);
  return written === undefined ? undefined : { text: written, losses };
}

function described(root: Node | undefined): Found | undefined {
  const node = valueOf(root, "job") ?? root;
  const isDescribed = ["job", "jobTemplate"].some((kind) => {
    return [`${kind}Arn`, `${kind}Id`].every((name) => textOf(valueOf(node, name)) !== undefined);
  });
  return isDescribed && node !== undefined ? { node, spelling: (name) => [name] } : undefined;
}

/** The first template of a stack, or a resource by itself, with or without its name. */
function stackTemplate(root: Node | undefined, losses: string[]): Found | undefined {
  const named = valueOf(root, "Resources") ?? root;
  const candidates = [root, ...(named?.kind === "object" ? named.members.map(({ value }) => value) : [])];
  const templates = candidates.filter((node) => textOf(valueOf(node, "Type")) === "AWS::IoT::JobTemplate");
  if (templates.length > 1) losses.push(t("Of the job templates there, only the first was taken."));
  const node = valueOf(templates[0], "Properties");
  return node && { node, spelling: cloudFormationNames };
}

const renamed: Readonly<Record<string, readonly string[]>> = {
  // A template has no job of its own: its JobTemplateId names the template.
  jobId: [],
  exponentialRate: ["ExponentialRolloutRate"],
  criteriaList: ["CriteriaList", "RetryCriteriaList"],
};

/** `jobId` → `JobId`, but for the few that CloudFormation calls otherwise. */
function cloudFormationNames(name: string): readonly string[] {
  return renamed[name] ?? [name.charAt(0).toUpperCase() + name.slice(1)];
}

function structureIn({ node, spelling }: Found, shape: Structure, losses: string[]): PlainObject | undefined {
  const members = Object.entries(shape.members).flatMap(([name, member]): readonly PlainMember[] => {
    const there = spelling(name)
      .map((spelled) => valueOf(node, spelled))
      .find((value) => value !== undefined);
    const value = there && valueIn({ node: there, spelling }, member.shape, losses, name);
    return value === undefined ? [] : [{ name, value }];
  });
  return members.length === 0 ? undefined : { kind: "object", members };
}

function valueIn(found: Found, shape: Shape, losses: string[], name: string): PlainValue | undefined {
  const { node } = found;
  if (isUnset(node)) return undefined;
  if (shape.kind === "structure" && node.kind === "object" && !isFunction(node))
    return structureIn(found, shape, losses);
  if (shape.kind === "list" && node.kind === "list") return listIn(found, shape, losses, name);
  if (node.kind === "scalar") {
    const isNumber = shape.kind === "quantity" && parseDecimal(node.text) !== undefined;
    return isNumber ? { kind: "number", text: node.text } : plainValueOf(node, shape, losses);
  }
  losses.push(t("The value of {0} is not written out there; it was left out.", name));
  return undefined;
}

function listIn({ node, spelling }: Found, shape: List, losses: string[], name: string): PlainValue | undefined {
  const nodes = node.kind === "list" ? node.items : [];
  const items = nodes.flatMap((item) => valueIn({ node: item, spelling }, shape.item, losses, name) ?? []);
  return items.length === 0 ? undefined : { kind: "list", items };
}

/** What DescribeJob gives for a configuration that the job does not have. */
function isUnset(node: Node): boolean {
  return node.kind === "scalar" && node.type === "null";
}

/** `{"Ref": "Role"}`: worked out when the stack is made. */
function isFunction(node: Node): boolean {
  return node.kind === "object" && node.members.length === 1 && /^(?:Ref|Fn::\w+)$/.test(node.members[0]?.name ?? "");
}
