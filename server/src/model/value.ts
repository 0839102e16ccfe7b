import { t } from "@vscode/l10n";
import type { PlainMember, PlainObject, PlainValue } from "../syntax/plainValue";
import type { Node, ObjectNode, ScalarNode } from "../syntax/tree";
import { numberText } from "./coercion";
import { type Shape, memberOf } from "./shape";
import { type UpdateJobInput, updateJob } from "./updateJob";

/** The payload of a tree in which matching found no error, so that there is no null; `undefined` where something in it cannot be known. */
export function payloadOf(root: Node): UpdateJobInput | undefined {
  const losses: string[] = [];
  const value = plainValueOf(root, updateJob, losses);
  const payload = value === undefined || losses.length > 0 ? undefined : javascriptValue(value, updateJob);
  return isPayload(payload) ? payload : undefined;
}

/** The matcher has checked every member already; what is left to tell the compiler is that there is a job id. */
function isPayload(value: unknown): value is UpdateJobInput {
  return typeof value === "object" && value !== null && "jobId" in value;
}

/** What a structure does not know is left out, as the AWS SDK would; what has the wrong type stays what it is. */
function javascriptValue(value: PlainValue, shape: Shape | undefined): unknown {
  switch (value.kind) {
    case "object":
      return Object.fromEntries(
        value.members.flatMap(({ name, value: item }) => {
          const member = shape?.kind === "structure" ? memberOf(shape, name)?.shape : undefined;
          const isLeftOut = shape?.kind === "structure" && member === undefined;
          return isLeftOut ? [] : [[name, javascriptValue(item, member)]];
        }),
      );
    case "list":
      return value.items.map((item) => javascriptValue(item, shape?.kind === "list" ? shape.item : undefined));
    case "number":
      return Number(value.text);
    case "text":
      return value.text;
    case "word":
      return value.text === "true";
  }
}

/**
 * What a tree says, free of its notation: a bare word is what its shape wants it to be. What cannot be told, because only
 * the running command knows it, is left out; `losses` gets a sentence for each.
 */
export function plainValueOf(node: Node, shape: Shape | undefined, losses: string[]): PlainValue | undefined {
  switch (node.kind) {
    case "unknown":
      losses.push(t("A value is known only when the command runs; it was left out."));
      return undefined;
    case "list": {
      const item = shape?.kind === "list" ? shape.item : undefined;
      return { kind: "list", items: node.items.flatMap((entry) => plainValueOf(entry, item, losses) ?? []) };
    }
    case "object":
      return plainObjectOf(node, shape, losses);
    case "scalar":
      return plainScalarOf(node, shape, losses);
  }
}

/** Of a name that stands twice the last counts, as for the AWS CLI. */
function plainObjectOf(node: ObjectNode, shape: Shape | undefined, losses: string[]): PlainObject {
  if (node.open) losses.push(t("More options are known only when the command runs; they were left out."));
  const members = new Map<string, PlainMember>();
  for (const { name, value } of node.members) {
    const known = shape?.kind === "structure" ? memberOf(shape, name)?.shape : undefined;
    const plain = value && memberValue(name, value, known, losses);
    if (plain !== undefined) members.set(name, { name, value: plain });
  }
  return { kind: "object", members: [...members.values()] };
}

function memberValue(name: string, value: Node, shape: Shape | undefined, losses: string[]): PlainValue | undefined {
  if (value.kind !== "unknown") return plainValueOf(value, shape, losses);
  losses.push(t("The value of {0} is known only when the command runs; it was left out.", name));
  return undefined;
}

function plainScalarOf(node: ScalarNode, shape: Shape | undefined, losses: string[]): PlainValue {
  const { type, text } = node;
  switch (type) {
    case "string":
    case "date":
      return { kind: "text", text };
    case "boolean":
      return { kind: "word", text: text.toLowerCase() };
    case "null":
      return { kind: "word", text: "null" };
    case "bare":
      return shape?.kind === "quantity"
        ? plainNumber(node, numberText(node, shape.type), losses)
        : { kind: "text", text };
    case "number":
      return plainNumber(node, text, losses);
  }
}

function plainNumber({ text }: ScalarNode, number: string | undefined, losses: string[]): PlainValue {
  const json = number === undefined ? undefined : jsonNumber(number);
  if (json !== undefined) return { kind: "number", text: json };
  if (number !== undefined) losses.push(t("{0} is no number in other notations; it became text.", text));
  return { kind: "text", text };
}

const spelled = /^(-?)0*([0-9]*)(?:(\.)([0-9]*))?([eE][+-]?[0-9]+)?$/;

/** Digits as JSON spells them: `007` → `7`, `.5` → `0.5`, `5.` → `5.0`. */
function jsonNumber(text: string): string | undefined {
  const [, sign = "", whole = "", point = "", fraction = "", exponent = ""] = spelled.exec(text) ?? [];
  if (!/[0-9]/.test(text) || !spelled.test(text)) return undefined;
  return `${sign}${whole === "" ? "0" : whole}${point === "" ? "" : `.${fraction === "" ? "0" : fraction}`}${exponent}`;
}
