import assert from "node:assert/strict";
import { diagnosticsOf, openPayload } from "./payload";
import { test } from "./runner";

test("an option list has a language of its own, and its problems", async () => {
  const document = await openPayload(
    "night.update-job",
    "--job-id j1\n--timeout-config inProgressTimeoutInMinutes=0\n",
  );
  assert.equal(document.languageId, "iot-update-job");
  const [diagnostic] = await diagnosticsOf(document, (found) => found.length > 0);
  assert.equal(diagnostic && document.getText(diagnostic.range), "0");
});

test("a command in a shell script has its problems", async () => {
  const text = 'for id in "$@"; do aws iot update-job --job-id "$id" --description ""; done\n';
  const document = await openPayload("night.sh", text);
  const [diagnostic] = await diagnosticsOf(document, (found) => found.length > 0);
  assert.equal(diagnostic && document.getText(diagnostic.range), '""');
});
