import assert from "node:assert/strict";
import { test } from "node:test";
import { codeLenses } from "../../server/src/features/codeLenses";
import { analysisOf } from "../fixture";
import { notations, payload } from "./fourNotations";

const commands = ["iotJobs.runUpdateJob", "iotJobs.compareWithLiveJob", "iotJobs.convertTo", "iotJobs.other"];

for (const notation of notations) {
  test(`${notation}: above a payload stand the commands for it, in order, with the place of the payload`, () => {
    const analysis = analysisOf(payload[notation], notation);
    const lenses = codeLenses(analysis, commands);
    const start = payload[notation].search(/\{|jobId|--job-id|aws/);
    const position = analysis.document.positionAt(start);
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command, command?.arguments]),
      [
        ["$(play) Run UpdateJob", "iotJobs.runUpdateJob", ["file:///a", position]],
        ["Compare with Live Job", "iotJobs.compareWithLiveJob", ["file:///a", position]],
        ["Convert", "iotJobs.convertTo", ["file:///a", position]],
      ],
    );
  });
}

test("what the client has no command for is not offered, nor is anything where there is no payload", () => {
  assert.deepEqual(
    codeLenses(analysisOf(payload.json), ["iotJobs.convertTo"]).map(({ command }) => command?.title),
    ["Convert"],
  );
  assert.deepEqual(codeLenses(analysisOf("[]"), commands), []);
  assert.deepEqual(codeLenses(analysisOf("echo", "script"), commands), []);
});
