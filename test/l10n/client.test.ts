import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { sourcesIn, translates } from "../../scripts/l10n.mjs";

/** Two words beside each other, or a capital that starts a word: what a person would read. */
const prose = /\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{Ll}{2,}(?!\p{L})/u;

/** Calls whose arguments nobody reads but a developer: errors, the log, and VS Code's own names. */
const forDevelopers = /(?:^|\.)log\.\w+$|Error$|^super$|executeCommand$|^RegExp$|registerCommand$|\.split$|\.test$/u;

function stray(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || translates(node) || isForDevelopers(node)) return;
    const text = textOf(node);
    if (text !== undefined && prose.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isForDevelopers(node: ts.Node): boolean {
  return (ts.isCallExpression(node) || ts.isNewExpression(node)) && forDevelopers.test(node.expression.getText());
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined;
}

/** Names and commands, which are the same in every language, and what the log says of a request. */
const same = /^(?:IoT Jobs|AWS IoT|aws (?:sso )?login |without id)$/u;

test("every text of the client that users see can be translated", () => {
  const found = sourcesIn(["client/src"]).flatMap(({ name, tree }) =>
    stray(tree)
      .filter((text) => !same.test(text))
      .map((text) => `${name}: ${text}`),
  );
  assert.deepEqual(found, []);
});
