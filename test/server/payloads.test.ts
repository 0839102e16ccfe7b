import assert from "node:assert/strict";
import { test } from "node:test";
import { payloads } from "../../server/src/features/payload";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";

/** The jobs of the payloads that a selection means: from the first `|` to the last. */
function selected(picture: string, notation: DocumentNotation = "script"): string {
  const [start, end] = [picture.indexOf("|"), picture.lastIndexOf("|") - 1];
  const found = payloads(analysisOf(picture.replaceAll("|", ""), notation), { start, end });
  return found.map(({ payload }) => payload?.jobId ?? "broken").join(" ");
}

const [a, b, c] = ["a", "b", "c"].map((id) => `aws iot update-job --job-id ${id} --description x`);

test("a selection means the payloads that have some of their text in it", () => {
  assert.equal(selected(`|${a}\n|${b}\n${c}\n`), "a");
  assert.equal(selected(`${a}|\n${b}\n|${c}\n`), "b");
  assert.equal(selected(`${a}\n${b}|\n|${c}\n`), "");
  assert.equal(selected(`${a?.replace("--job", "|--job")}\n${b?.replace("--job", "--|job")}\n${c}\n`), "a b");
  assert.equal(selected(`|${a}\n${b}\n${c}\n|`), "a b c");
});

test("an empty selection means the payload that it stands in or at an end of", () => {
  assert.equal(selected(`${a}\n||${b}\n${c}\n`), "b");
  assert.equal(selected(`${a}||\n${b}\n${c}\n`), "a");
});

test("a file without a payload yet is selected as a whole", () => {
  assert.equal(selected("|  \n|", "json"), "broken");
  assert.equal(selected("|# later\n|", "options"), "broken");
});
