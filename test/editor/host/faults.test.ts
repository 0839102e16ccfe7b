// The table of faults once more, by the commands and editors that a user has.
import * as vscode from "vscode";
import { manualClock } from "../../../emulator/src/clock";
import type { Emulator } from "../../../emulator/src/emulator";
import { type FaultyApply, faultRows, playFault } from "../../apply/faultTable";
import { createJob } from "../../apply/job";
import { traceOf } from "../../apply/trace";
import { writePayload } from "./payload";
import { journalOf, run, withEmulator, withShortTime } from "./review";
import { test } from "./runner";

for (const row of faultRows) {
  test(row.name, () =>
    withShortTime(() =>
      // Time stands still in the emulator: however slow the machine is, a job being deleted is not gone before the end.
      withEmulator({ jobs: 0, clock: manualClock(Date.now()) }, async (emulator) => {
        createJob(emulator, "j");
        await playFault(row, emulator, (opened) => applyInEditor(emulator, opened));
      }),
    ),
  );
}

async function applyInEditor(emulator: Emulator, opened: (times: number) => void): Promise<FaultyApply> {
  const file = await writePayload("fault.update-job.json", '{ "jobId": "j", "description": "after" }\n');
  const reviews: number[] = [];
  const decide = async (): Promise<void> => {
    reviews.push(emulator.requests.length);
    opened(reviews.length);
    await vscode.commands.executeCommand("iotJobs.applyReview");
  };
  const told = await run(decide, "iotJobs.runUpdateJob", file);
  return { told, trace: traceOf(emulator.requests, reviews), runs: await journalOf() };
}
