import assert from "node:assert/strict";
import { test } from "node:test";
import { CreateJobCommand, DescribeJobCommand, type IoTClient, UpdateJobCommand } from "@aws-sdk/client-iot";
import type { Devices, Run } from "../../emulator/src/devices";
import { goodRun, group, minute, offline, outcome, second, withFleet } from "./fleet";

/** `10 SUCCEEDED, 3 QUEUED` of a job, from DescribeJob. */
async function counts(iot: IoTClient, jobId = "j"): Promise<string> {
  const { job } = await iot.send(new DescribeJobCommand({ jobId }));
  const of = Object.entries(job?.jobProcessDetails ?? {}).flatMap(([name, count]) => {
    const status = /^numberOf(\w+)Things$/u.exec(name)?.[1];
    return status === undefined || count === 0 ? [] : [`${String(count)} ${status}`];
  });
  return `${job?.status ?? "?"}: ${of.toSorted().join(", ")}`;
}

/** A device for each thing by its number, from 1. */
function devices(run: (number: number, attempt: number) => Run): Devices {
  return (_, thingName, attempt) => run(Number(/\d+$/u.exec(thingName)?.[0] ?? 0), attempt);
}

const create = (things: Parameters<typeof group>[0], members: object = {}) =>
  new CreateJobCommand({ jobId: "j", targets: [group(things)], document: "{}", ...members });

test("A constant rate notifies evenly; a SNAPSHOT job is completed with its last execution", async () => {
  await withFleet({ devices: () => goodRun }, async ({ iot, clock, emulator }) => {
    await iot.send(create(10, { jobExecutionsRolloutConfig: { maximumPerMinute: 6 } }));
    assert.equal(await counts(iot), "IN_PROGRESS: 1 InProgress, 9 Queued");
    clock.advance(29 * second);
    assert.equal(await counts(iot), "IN_PROGRESS: 3 InProgress, 7 Queued");
    clock.advance(second);
    assert.equal(await counts(iot), "IN_PROGRESS: 4 InProgress, 6 Queued");
    clock.advance(45 * second);
    assert.equal(await counts(iot), "IN_PROGRESS: 2 Queued, 2 Succeeded, 6 InProgress");
    const created = emulator.job("j")?.createdAt ?? 0;
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "COMPLETED: 10 Succeeded");
    assert.equal((emulator.job("j")?.completedAt ?? 0) - created, 90 * second + minute, "not when somebody looked");
  });
});

test("The guide's table: base 50, factor 2, each 1000 notified, maximum 1000", async () => {
  await withFleet({ devices: () => ({ ...goodRun, ends: "SILENT" }) }, async ({ iot, clock }) => {
    const exponentialRate = {
      baseRatePerMinute: 50,
      incrementFactor: 2,
      rateIncreaseCriteria: { numberOfNotifiedThings: 1000 },
    };
    await iot.send(create(5000, { jobExecutionsRolloutConfig: { maximumPerMinute: 1000, exponentialRate } }));
    clock.advance(20 * minute - 1); // 50 a minute
    assert.equal(await counts(iot), "IN_PROGRESS: 1000 InProgress, 4000 Queued");
    clock.advance(10 * minute); // 100 a minute
    assert.equal(await counts(iot), "IN_PROGRESS: 2000 InProgress, 3000 Queued");
    clock.advance(5 * minute); // 200 a minute
    assert.equal(await counts(iot), "IN_PROGRESS: 2000 Queued, 3000 InProgress");
    clock.advance(2.5 * minute); // 400 a minute
    assert.equal(await counts(iot), "IN_PROGRESS: 1000 Queued, 4000 InProgress");
    clock.advance(minute); // 800 a minute
    assert.equal(await counts(iot), "IN_PROGRESS: 200 Queued, 4800 InProgress");
  });
});

test("A rate that waits for successes stays at its base while there are none", async () => {
  const exponentialRate = {
    baseRatePerMinute: 10,
    incrementFactor: 3,
    rateIncreaseCriteria: { numberOfSucceededThings: 10 },
  };
  const config = { jobExecutionsRolloutConfig: { maximumPerMinute: 1000, exponentialRate } };
  const notifiedAfter5Minutes = async (run: Run) => {
    let inProgress = 0;
    await withFleet({ devices: () => run }, async ({ emulator, iot, clock }) => {
      await iot.send(create(5000, config));
      clock.advance(5 * minute - 1);
      inProgress = emulator.executions("j").filter(({ startedAt }) => startedAt !== undefined).length;
    });
    return inProgress;
  };
  assert.equal(await notifiedAfter5Minutes({ ...goodRun, ends: "SILENT" }), 50);
  assert.equal((await notifiedAfter5Minutes({ ...goodRun, takes: minute })) > 300, true);
});

test("UpdateJob changes the rate of what has not been notified yet", async () => {
  await withFleet({ devices: () => ({ ...goodRun, ends: "SILENT" }) }, async ({ iot, clock }) => {
    await iot.send(create(600, { jobExecutionsRolloutConfig: { maximumPerMinute: 1 } }));
    clock.advance(2 * minute + 1);
    assert.equal(await counts(iot), "IN_PROGRESS: 3 InProgress, 597 Queued");
    await iot.send(new UpdateJobCommand({ jobId: "j", jobExecutionsRolloutConfig: { maximumPerMinute: 600 } }));
    clock.advance(10 * second);
    assert.equal(await counts(iot), "IN_PROGRESS: 103 InProgress, 497 Queued");
    await iot.send(new UpdateJobCommand({ jobId: "j", description: "the same rate" }));
    clock.advance(10 * second);
    assert.equal(await counts(iot), "IN_PROGRESS: 203 InProgress, 397 Queued");
  });
});

test("An exponential rate starts over when UpdateJob gives a rollout, and goes on when it gives something else", async () => {
  const exponentialRate = {
    baseRatePerMinute: 10,
    incrementFactor: 5,
    rateIncreaseCriteria: { numberOfNotifiedThings: 10 },
  };
  const jobExecutionsRolloutConfig = { maximumPerMinute: 50, exponentialRate };
  await withFleet({ devices: () => ({ ...goodRun, ends: "SILENT" }) }, async ({ iot, clock }) => {
    await iot.send(create(600, { jobExecutionsRolloutConfig }));
    clock.advance(2 * minute - 1);
    assert.equal(await counts(iot), "IN_PROGRESS: 540 Queued, 60 InProgress");
    await iot.send(new UpdateJobCommand({ jobId: "j", description: "still 50 a minute" }));
    clock.advance(minute);
    assert.equal(await counts(iot), "IN_PROGRESS: 110 InProgress, 490 Queued");
    await iot.send(new UpdateJobCommand({ jobId: "j", jobExecutionsRolloutConfig }));
    clock.advance(minute);
    assert.equal(await counts(iot), "IN_PROGRESS: 120 InProgress, 480 Queued");
  });
});

test("A timeout holds for the executions that start after it was set", async () => {
  await withFleet({ devices: devices(() => ({ ...goodRun, ends: "SILENT" })) }, async ({ iot, clock }) => {
    await iot.send(create(3, { jobExecutionsRolloutConfig: { maximumPerMinute: 1 } }));
    await iot.send(new UpdateJobCommand({ jobId: "j", timeoutConfig: { inProgressTimeoutInMinutes: 5 } }));
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "IN_PROGRESS: 1 InProgress, 2 TimedOut");
  });
});

test("A device that takes too long is timed out, one that just makes it is not", async () => {
  const run = devices((number) => ({ ...goodRun, takes: 5 * minute + (number === 1 ? 0 : 1) }));
  await withFleet({ devices: run }, async ({ iot, clock }) => {
    await iot.send(create(3, { timeoutConfig: { inProgressTimeoutInMinutes: 5 } }));
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "COMPLETED: 1 Succeeded, 2 TimedOut");
  });
});

test("Failed executions are tried again, and each try counts", async () => {
  const run = devices((number, attempt) => ({
    ...goodRun,
    ends: number === 1 || attempt < 2 ? "FAILED" : "SUCCEEDED",
  }));
  await withFleet({ devices: run }, async ({ iot, clock }) => {
    const jobExecutionsRetryConfig = { criteriaList: [{ failureType: "ALL", numberOfRetries: 2 }] };
    await iot.send(create(3, { jobExecutionsRetryConfig }));
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "COMPLETED: 2 Succeeded, 7 Failed");
  });
});

test("Retries that were set to 0 are not taken any more", async () => {
  await withFleet({ devices: () => ({ ...goodRun, ends: "FAILED" }) }, async ({ iot, clock }) => {
    const config = (numberOfRetries: number) => ({
      jobExecutionsRetryConfig: { criteriaList: [{ failureType: "FAILED" as const, numberOfRetries }] },
    });
    await iot.send(create(3, config(5)));
    clock.advance(90 * second);
    assert.equal(await counts(iot), "IN_PROGRESS: 3 Failed, 3 InProgress");
    await iot.send(new UpdateJobCommand({ jobId: "j", ...config(0) }));
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "COMPLETED: 6 Failed");
  });
});

const abortOn = (failureType: string, thresholdPercentage: number, minNumberOfExecutedThings: number) => ({
  abortConfig: { criteriaList: [{ failureType, action: "CANCEL", thresholdPercentage, minNumberOfExecutedThings }] },
});

test("An abort criterion cancels what is queued and leaves what runs", async () => {
  const run = devices((number) => ({ ...goodRun, ends: number <= 2 ? "FAILED" : "SUCCEEDED" }));
  await withFleet({ devices: run }, async ({ iot, clock }) => {
    await iot.send(create(100, { jobExecutionsRolloutConfig: { maximumPerMinute: 6 }, ...abortOn("FAILED", 20, 5) }));
    clock.advance(60 * second + 40 * second - 1);
    assert.equal(await counts(iot), "IN_PROGRESS: 2 Failed, 2 Succeeded, 6 InProgress, 90 Queued");
    clock.advance(1);
    assert.equal(await counts(iot), "CANCELED: 2 Failed, 3 Succeeded, 5 InProgress, 90 Canceled");
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "CANCELED: 2 Failed, 8 Succeeded, 90 Canceled");
  });
});

test("A criterion acts at its threshold, not below, and for its failure type only", async () => {
  const run = devices((number) => ({
    ...goodRun,
    ends: number === 1 ? "FAILED" : number === 2 ? "REJECTED" : "SUCCEEDED",
  }));
  const ended = async (criterion: object) => {
    let result = "";
    await withFleet({ devices: run }, async ({ iot, clock }) => {
      await iot.send(create(10, criterion));
      clock.advance(60 * minute);
      result = await counts(iot);
    });
    return result.split(":")[0];
  };
  assert.equal(await ended(abortOn("FAILED", 10, 10)), "CANCELED", "at the end 1 of 10 has failed");
  assert.equal(await ended(abortOn("FAILED", 10.01, 10)), "COMPLETED");
  assert.equal(await ended(abortOn("REJECTED", 10, 10)), "CANCELED");
  assert.equal(await ended(abortOn("TIMED_OUT", 0.01, 1)), "COMPLETED");
  assert.equal(await ended(abortOn("ALL", 20, 10)), "CANCELED");
  assert.equal(await ended(abortOn("ALL", 20.01, 10)), "COMPLETED");
  assert.equal(await ended(abortOn("FAILED", 1, 11)), "COMPLETED", "never so many things");
});

test("An offline device keeps a job going; a CONTINUOUS job goes on when all are done", async () => {
  const run = devices((number) => (number === 3 ? offline : goodRun));
  await withFleet({ devices: run }, async ({ iot, clock }) => {
    await iot.send(create(3));
    clock.advance(30 * 24 * 60 * minute);
    assert.equal(await counts(iot), "IN_PROGRESS: 1 Queued, 2 Succeeded");
  });
  await withFleet({ devices: () => goodRun }, async ({ iot, clock }) => {
    await iot.send(create(3, { targetSelection: "CONTINUOUS" }));
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "IN_PROGRESS: 3 Succeeded");
  });
});

test("A scheduled job starts at its time, and ends as it was told", async () => {
  const run = devices((number) => ({ ...goodRun, takes: number === 1 ? minute : 1000 * minute }));
  const scheduled = (endBehavior: string) => ({
    jobExecutionsRolloutConfig: { maximumPerMinute: 1 },
    schedulingConfig: { startTime: "2026-01-15 13:00", endTime: "2026-01-15 13:02", endBehavior },
  });
  await withFleet({ devices: run }, async ({ iot, clock }) => {
    await iot.send(create(10, scheduled("CANCEL")));
    await iot.send(new CreateJobCommand({ jobId: "forced", targets: [group(10)], document: "{}", ...scheduledForced }));
    await iot.send(new CreateJobCommand({ jobId: "stopped", targets: [group(10)], document: "{}", ...scheduledStop }));
    assert.equal(await counts(iot), "SCHEDULED: 10 Queued");
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "IN_PROGRESS: 1 InProgress, 9 Queued");
    clock.advance(60 * minute);
    assert.equal(await counts(iot), "CANCELED: 1 Succeeded, 2 InProgress, 7 Canceled");
    assert.equal(await counts(iot, "forced"), "CANCELED: 1 Succeeded, 9 Canceled");
    assert.equal(await counts(iot, "stopped"), "IN_PROGRESS: 1 Succeeded, 2 InProgress, 7 Queued");
    const past = new CreateJobCommand({
      jobId: "past",
      targets: [group(3)],
      document: "{}",
      schedulingConfig: { startTime: "2026-01-15 13:00" },
    });
    assert.equal(await outcome(iot.send(past)), "InvalidRequestException 400: StartTime must be in the future.");
  });
});

const scheduledForced = {
  jobExecutionsRolloutConfig: { maximumPerMinute: 1 },
  schedulingConfig: { startTime: "2026-01-15T13:00:00Z", endTime: "2026-01-15 13:02", endBehavior: "FORCE_CANCEL" },
} as const;

const scheduledStop = {
  ...scheduledForced,
  schedulingConfig: { ...scheduledForced.schedulingConfig, endBehavior: "STOP_ROLLOUT" },
} as const;
