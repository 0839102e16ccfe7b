import assert from "node:assert/strict";
import { test } from "node:test";
import { hasErrors } from "../../server/src/features/diagnostics";
import { coerce } from "../../server/src/model/coercion";
import type { Problem } from "../../server/src/model/problem";
import { payloadOf } from "../../server/src/model/value";
import type { Node } from "../../server/src/syntax/tree";
import facts from "../facts/shorthand.json";
import { analysisOf } from "../fixture";

type Fact = (typeof facts)[number];

/** What the facts took from files is not ours to read. */
const inline = facts.filter(({ input }) => !/^file:|@=file:/.test(input));
const shellQuote = "'\\''";

function command({ param, input }: Fact): string {
  const id = param === "--job-id" ? "" : "--job-id j1 ";
  return `${id}${param} '${input.replaceAll("'", shellQuote)}'`;
}

/** Where the command has the character at `index` of the fact's input. */
function offsetIn(fact: Fact, index: number): number {
  const before = fact.input.slice(0, index).replaceAll("'", shellQuote).length;
  const escape = fact.input[index] === "'" ? 2 : 0;
  return command({ ...fact, input: "" }).length - 1 + before + escape;
}

/** The AWS CLI draws a caret under the character, counting code points; at the end it may only say EOF. */
function indexOf({ input, error = "" }: Fact): number {
  const [, consumed, blanks] = / for input:\n([^]*)\n( *)\^/.exec(error) ?? [];
  if (consumed === undefined || blanks === undefined) return input.length;
  const line = consumed.lastIndexOf("\n") + 1;
  const characters = Array.from(consumed.slice(line)).slice(0, blanks.length);
  return line + characters.join("").length;
}

function optionNode(fact: Fact): Node | undefined {
  const node = analysisOf(command(fact), "options").tree.roots[0]?.node;
  return node?.kind === "object" ? node.members.at(-1)?.value : undefined;
}

/** `parsed` was recorded after coercion, which makes numbers of words and lists of single values. */
function isSame(node: Node | undefined, parsed: unknown): boolean {
  if (Array.isArray(parsed) && node?.kind !== "list") return parsed.length === 1 && isSame(node, parsed[0]);
  switch (node?.kind) {
    case "object":
      return isSameObject(new Map(node.members.map(({ name, value }) => [name, value])), parsed);
    case "list":
      if (!Array.isArray(parsed) || parsed.length !== node.items.length) return false;
      return node.items.every((item, index) => isSame(item, parsed[index]));
    case "scalar":
      if (node.type === "null") return parsed === null;
      return typeof parsed === "number" ? Number(coerce(node.text, "double")) === parsed : node.text === parsed;
    case "unknown":
    case undefined:
      return false;
  }
}

function isSameObject(members: ReadonlyMap<string, Node | undefined>, parsed: unknown): boolean {
  if (typeof parsed !== "object" || parsed === null) return false;
  const entries = Object.entries(parsed);
  return entries.length === members.size && entries.every(([name, value]) => isSame(members.get(name), value));
}

test("what the AWS CLI's parser refuses is a syntax error where it stops", () => {
  const refused = inline.filter(({ stage }) => stage === "parse");
  assert.ok(refused.length > 10);
  for (const fact of refused) {
    const first = analysisOf(command(fact), "options").problems.find(({ code }) => code === "syntax");
    assert.equal(first?.start, offsetIn(fact, indexOf(fact)), `${fact.id}: ${fact.input}`);
  }
});

test("what it parses is the same tree", () => {
  const parsed = inline.filter((fact) => "parsed" in fact);
  assert.ok(parsed.length > 10);
  for (const fact of parsed) assert.ok(isSame(optionNode(fact), fact.parsed), `${fact.id}: ${fact.input}`);
});

test("whatever it refuses has an error", () => {
  const refused = inline.filter(({ ok }) => !ok);
  assert.ok(refused.length > 20);
  for (const fact of refused) {
    assert.ok(hasErrors(analysisOf(command(fact), "options")), `${fact.id}: ${fact.input}`);
  }
});

const sent = inline.filter(({ stage }) => stage === "sent");

function valueSent(fact: Fact): unknown {
  const node = analysisOf(command(fact), "options").tree.roots[0]?.node;
  const value = node && payloadOf(node);
  return value && Object.values(value).at(-1);
}

/** JSON has no infinite numbers; the facts spell them as an object. */
function isFinitePlain(fact: Fact): boolean {
  return !JSON.stringify(fact.value).includes("$nonfinite");
}

test("what it sends is the same value", () => {
  for (const fact of sent.filter(isFinitePlain))
    assert.deepEqual(valueSent(fact), fact.value, `${fact.id}: ${fact.input}`);
});

/** A name that stands twice is a problem of its own; shorthand and JSON write the same value in different ways. */
function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code).filter((code) => code !== "duplicate-member");
}

test("what it sends has the problems that the same value has as JSON, so that legal values have none", () => {
  const clean = sent.filter(isFinitePlain).filter((fact) => {
    const member = fact.param.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const json = JSON.stringify({ jobId: "j1", [member]: fact.value });
    const codes = codesOf(analysisOf(command(fact), "options").problems);
    assert.deepEqual(codes, codesOf(analysisOf(json).problems), `${fact.id}: ${fact.input}`);
    return codes.length === 0;
  });
  assert.ok(clean.length > 20, `only ${clean.length} are clean`);
});
