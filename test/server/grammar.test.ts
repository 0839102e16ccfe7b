import assert from "node:assert/strict";
import { test } from "node:test";
import { updateJob } from "../../server/src/model/updateJob";
import { optionOf } from "../../server/src/syntax/command/optionNames";
import grammar from "../../syntaxes/update-job.tmLanguage.json";

test("the grammar knows the options that take structures, and no others", () => {
  const { begin } = grammar.repository["structure-option"];
  const [, names = ""] = /\(-\(\?:([a-z|-]+)\)/.exec(begin) ?? [];
  const structures = Object.entries(updateJob.members).filter(([, { shape }]) => shape.kind === "structure");
  assert.deepEqual(names.split("|").sort(), structures.map(([name]) => optionOf(name).slice(2)).sort());
});
