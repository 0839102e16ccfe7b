import assert from "node:assert/strict";
import { test } from "node:test";
import { resultOf } from "../../client/src/journal/record";
import { faultRows, playFault } from "./faultTable";
import { play, withJob } from "./scene";

for (const row of faultRows) {
  test(row.name, async () => {
    await withJob((emulator) =>
      playFault(row, emulator, async (opened) => {
        const onReview = (_: unknown, times: number): "apply" => {
          opened(times);
          return "apply";
        };
        const { trace, told, entries } = await play({ emulator, onReview });
        return { trace, told, runs: entries.map((entry) => ({ result: resultOf(entry), after: entry.ending?.after })) };
      }),
    );
  });
}

test("without a fault: account, job, review, job, update, job", async () => {
  await withJob(async (emulator) => {
    const { trace, told, journal, said } = await play({ emulator });
    assert.equal(trace, "who look review look UPDATE look");
    assert.equal(told, "j: applied, and read back from the job.");
    assert.deepEqual(journal, ["applied"]);
    assert.deepEqual(said, [
      "Asking AWS whose account this is",
      "Reading the live jobs",
      "Looking at j once more",
      "Updating j",
      "Sending",
      "Reading back",
    ]);
  });
});

test("each try after the first is shown with its pause", async () => {
  await withJob(async (emulator) => {
    emulator.inject({ operation: "UpdateJob", kind: "throttled", times: 2 });
    const { said } = await play({ emulator });
    assert.deepEqual(said.slice(said.indexOf("Updating j")), [
      "Updating j",
      "Sending",
      "AWS is busy or away; trying again in 1 s (2 of 4)",
      "Reading back",
      "Sending",
      "AWS is busy or away; trying again in 2 s (3 of 4)",
      "Reading back",
      "Sending",
      "Reading back",
    ]);
  });
});

test("a change between two tries is not overwritten", async () => {
  await withJob(async (emulator) => {
    emulator.inject({
      operation: "UpdateJob",
      kind: "before",
      times: 1,
      run: () => {
        emulator.inject({ operation: "UpdateJob", kind: "throttled", times: 1 });
        emulator.call("UpdateJob", { jobId: "j", description: "somebody else's" });
      },
    });
    emulator.inject({ operation: "UpdateJob", kind: "throttled", times: 1 });
    const { trace, told, journal } = await play({ emulator });
    assert.equal(trace, "who look review look UPDATE look");
    assert.equal(
      told,
      'j: not applied. Somebody else changed the job meanwhile: description is "somebody else\'s", not "after". Compare, then run again.',
    );
    assert.deepEqual(journal, ["notApplied"]);
    assert.equal(emulator.job("j")?.configuration.description, "somebody else's");
  });
});
