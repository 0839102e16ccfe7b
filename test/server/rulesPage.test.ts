import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../server/src/model/problem";
import { applied } from "../../server/src/features/edits";
import { fixesOf } from "../../server/src/features/fixes/fixes";
import { analysisOf } from "../fixture";
import type { Example } from "./rulesPage";
import { sectionsOfRulesPage } from "./rulesPage";

const sections = sectionsOfRulesPage();

const evidence = {
  cli: "seen in the AWS CLI",
  reference: "the AWS CLI reference",
  model: "the API model",
  guide: "the developer guide",
  live: "answers of the service",
  "third-party": "a third party's tests",
  guess: "a guess",
} as const;

test("docs/rules.md describes every rule, in the order of the table, with its severity and evidence", () => {
  assert.deepEqual(
    sections.map(({ code, severity, evidence }) => [code, severity, evidence]),
    Object.entries(rules).map(([code, rule]) => [
      code,
      "fixed" in rule ? `${rule.severity}, always` : rule.severity,
      evidence[rule.evidence],
    ]),
  );
});

for (const { code, wrong, right } of sections) {
  if (wrong.length === 0) continue;
  test(`the wrong examples of ${code} have that problem alone, and the right ones none`, () => {
    const codes = (examples: typeof wrong): readonly string[] =>
      examples.flatMap(({ notation, text }) => {
        const found = new Set(analysisOf(text, notation).problems.map((problem) => problem.code));
        return found.size === 0 ? [] : [`${notation} ${Array.from(found).join(", ")}: ${text}`];
      });
    assert.deepEqual(
      codes(wrong),
      wrong.map(({ notation, text }) => `${notation} ${code}: ${text}`),
    );
    assert.deepEqual(codes(right), []);
    assert.ok(wrong.length >= 2 && right.length >= 2);
  });
}

/** The text after the first fix of the first problem of that code, again and again until there is none. */
function mended({ notation, text }: Example, code: string): string {
  let after = text;
  for (let round = 0; round < 5; round++) {
    const analysis = analysisOf(after, notation);
    const problem = analysis.problems.find((one) => one.code === code);
    const fix = problem && fixesOf(analysis, problem)[0];
    if (fix === undefined) break;
    after = applied(after, fix.edits);
  }
  return after;
}

for (const { code, wrong, hasQuickFix } of sections) {
  for (const example of wrong) {
    test(`${code}: the quick fix of docs/rules.md frees the ${example.notation} example of it`, () => {
      const after = mended(example, code);
      assert.equal(after !== example.text, hasQuickFix, after);
      const left = analysisOf(after, example.notation).problems.map((problem) => problem.code);
      assert.equal(
        left.some((one) => one === code),
        !hasQuickFix,
        `${left.join(", ")}: ${after}`,
      );
    });
  }
}
