// Collects what a user reads into l10n/bundle.l10n.json, which translators start from; `npm run l10n` writes it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import ts from "typescript";
import { progress, root } from "./child.mjs";

/** @typedef {{ name: string, tree: import("typescript").SourceFile }} Source */

/**
 * The parsed files of some folders. The extractor of @vscode/l10n-dev is not used: it knows `l10n.t`, but not a `t` that is
 * imported by its name, nor the texts of a constant.
 * @param {readonly string[]} folders
 * @returns {readonly Source[]}
 */
export function sourcesIn(folders) {
  const names = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.posix.join(folder, name.replaceAll("\\", "/"))),
  );
  return names.sort().map((name) => {
    const text = readFileSync(path.join(root, name), "utf8");
    return { name, tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true) };
  });
}

/**
 * Whether a node is a call that translates its first argument: `t("…")` or `vscode.l10n.t("…")`.
 * @param {import("typescript").Node} node
 * @returns {node is import("typescript").CallExpression}
 */
export function translates(node) {
  return ts.isCallExpression(node) && /(?:^|l10n\.)t$/u.test(node.expression.getText());
}

/** @returns {Promise<Readonly<Record<string, string>>>} every text that is translated, by itself */
export async function translatable() {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {import("typescript").Node} node */
  const visit = (node) => {
    const [first] = translates(node) ? node.arguments : [];
    for (const literal of first === undefined ? [] : literalsOf(first)) found.add(literal);
    ts.forEachChild(node, visit);
  };
  for (const { tree } of sourcesIn(["client/src", "server/src", "cli/src"])) visit(tree);
  for (const text of textsOf(await updateJobShape())) found.add(text);
  return Object.fromEntries([...found].sort().map((text) => [text, text]));
}

/**
 * The texts that an expression can be: `t(one ? "an item" : "items")` has two.
 * @param {import("typescript").Expression} expression
 * @returns {readonly string[]}
 */
function literalsOf(expression) {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) {
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)];
  }
  return [];
}

/** The module of the constant that documentation is made from. */
async function updateJobShape() {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: { contents: `export { updateJob } from "./server/src/model/updateJob";`, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const code = outputFiles[0]?.text ?? "";
  /** @type {unknown} */
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return module;
}

/** Members of a shape whose values are texts, and those whose values are maps of texts. */
const texts = new Set(["documentation", "patternInWords", "reach", "unit"]);
const maps = new Set(["values", "useful"]);

/**
 * @param {unknown} shape
 * @param {string} [name] of the member that it is the value of
 * @returns {readonly string[]}
 */
function textsOf(shape, name = "") {
  if (typeof shape === "string") return texts.has(name) ? [shape] : [];
  if (typeof shape !== "object" || shape === null) return [];
  return Object.entries(shape).flatMap(([key, value]) =>
    maps.has(name) && typeof value === "string" ? [value] : textsOf(value, key),
  );
}

/** Makes l10n/bundle.l10n.json. */
export async function writeBundle() {
  const bundle = await translatable();
  mkdirSync(path.join(root, "l10n"), { recursive: true });
  writeFileSync(path.join(root, "l10n/bundle.l10n.json"), `${JSON.stringify(bundle, undefined, 2)}\n`);
  return Object.keys(bundle).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  progress(`l10n/bundle.l10n.json has ${await writeBundle()} texts`);
}
