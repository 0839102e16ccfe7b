import assert from "node:assert/strict";
import { test } from "node:test";
import manifest from "../../package.json";
import texts from "../../package.nls.json";

/** Members of the manifest that VS Code shows to users. */
const read = new Set([
  "title",
  "shortTitle",
  "category",
  "name",
  "description",
  "markdownDescription",
  "deprecationMessage",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "enumItemLabels",
  "contents",
  "aliases",
  "label",
  "displayName",
]);

function shown(value: unknown, name = ""): readonly string[] {
  if (typeof value === "string") return read.has(name) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => shown(each, Array.isArray(value) ? name : key));
}

test("every text of the manifest that users see can be translated", () => {
  const { contributes, capabilities } = manifest;
  const stray = shown({ contributes, capabilities }).filter((text) => !/^%[\w.]+%$/u.test(text));
  assert.deepEqual(stray, []);
});

test("package.nls.json has the texts of the manifest, no more and no fewer", () => {
  const named = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/gu)].map(([, name = ""]) => name);
  assert.deepEqual([...new Set(named)].sort(), Object.keys(texts).sort());
});

test("the commands that texts of the manifest link to are there", () => {
  const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
  const linked = [...JSON.stringify(texts).matchAll(/\(command:(iotJobs\.\w+)\)/gu)].map(([, name = ""]) => name);
  assert.notEqual(linked.length, 0);
  assert.deepEqual(
    linked.filter((name) => !commands.has(name)),
    [],
  );
});
