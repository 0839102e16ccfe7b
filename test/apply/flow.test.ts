import assert from "node:assert/strict";
import { test } from "node:test";
import { oneAtATimeEach } from "../../client/src/oneAtATime";
import { warningsOf } from "../../client/src/apply/review";
import type { OperationName } from "../../emulator/src/routes";
import { createJob } from "./job";
import { payload, play, withJob } from "./scene";

test("a dry run ends with the review, whatever is decided", async () => {
  await withJob(async (emulator) => {
    const { trace, told, reviews, journal } = await play({ emulator, isDryRun: true });
    assert.equal(trace, "who look review");
    assert.equal(told, "j: dry run; nothing was sent.");
    assert.equal(reviews[0]?.isDryRun, true);
    assert.deepEqual(journal, []);
  });
});

test("a review that is canceled sends nothing and leaves no trace in the journal", async () => {
  await withJob(async (emulator) => {
    const { trace, told, journal } = await play({ emulator, onReview: () => "cancel" });
    assert.equal(trace, "who look review");
    assert.equal(told, "The update of j was not sent.");
    assert.deepEqual(journal, []);
  });
});

const canceledAt: readonly (readonly [operation: OperationName, nth: number, trace: string])[] = [
  ["GetCallerIdentity", 1, "who"],
  ["DescribeJob", 1, "who look"],
  ["DescribeJob", 2, "who look review look"],
];

for (const [operation, nth, trace] of canceledAt) {
  test(`canceled while ${operation} number ${nth} is under way: nothing is sent`, async () => {
    await withJob(async (emulator) => {
      const cancel = new AbortController();
      let times = 0;
      const run = (): void => {
        times += 1;
        if (times === nth) cancel.abort();
      };
      emulator.inject({ kind: "before", operation, run });
      emulator.inject({ kind: "latency", operation, milliseconds: 20 });
      const played = await play({ emulator, cancel });
      assert.equal(played.trace, trace);
      assert.equal(played.told, "The update of j was not sent.");
      assert.deepEqual(played.journal, []);
    });
  });
}

test("canceled while the last answer before the request comes in: nothing is sent", async () => {
  await withJob(async (emulator) => {
    const cancel = new AbortController();
    const { trace, told } = await play({ emulator, cancel, onAnswer: (nth) => nth === 2 && cancel.abort() });
    assert.equal(trace, "who look review look");
    assert.equal(told, "The update of j was not sent.");
  });
});

test("canceled once the request is on its way: it goes on to its end, and says so", async () => {
  await withJob(async (emulator) => {
    const cancel = new AbortController();
    emulator.inject({ kind: "before", operation: "UpdateJob", run: () => cancel.abort() });
    emulator.inject({ kind: "drop-after", operation: "UpdateJob" });
    const { told, journal } = await play({ emulator, cancel });
    assert.equal(told, "j: applied, and read back from the job.");
    assert.deepEqual(journal, ["applied"]);
  });
});

test("a job that has it all already gets no review and no request", async () => {
  await withJob(async (emulator) => {
    const same = { jobId: "j", description: "before", timeoutConfig: { inProgressTimeoutInMinutes: 30.0 } };
    const { trace, told } = await play({ emulator, payloads: [same] });
    assert.equal(trace, "who look");
    assert.equal(told, "j: the job has all of this already; nothing was sent.");
  });
});

test("a job that changes while it is reviewed is reviewed again, as it is then", async () => {
  await withJob(async (emulator) => {
    const { trace, reviews } = await play({
      emulator,
      onReview: (_, times) => {
        if (times === 1) emulator.call("UpdateJob", { jobId: "j", description: "in between" });
        return "apply";
      },
    });
    assert.equal(trace, "who look review look look review look UPDATE look");
    assert.deepEqual(
      reviews.map(({ changedMeanwhile, updates }) => [changedMeanwhile, updates[0]?.plan.before["description"]]),
      [
        [[], "before"],
        [["j"], "in between"],
      ],
    );
  });
});

test("the review says whose account it is, or why that is not known", async () => {
  await withJob(async (emulator) => {
    const known = await play({ emulator, isDryRun: true });
    assert.equal(known.reviews[0]?.identity.kind === "known" && known.reviews[0].identity.accountId, "123456789012");
    emulator.inject({ operation: "GetCallerIdentity", kind: "denied" });
    const unknown = await play({ emulator, isDryRun: true });
    const identity = unknown.reviews[0]?.identity;
    assert.match(identity?.kind === "unknown" ? identity.reason : "", /^The profile may not do this\./u);
  });
});

test("an answer without an account is none: the account is not known", async () => {
  await withJob(async (emulator) => {
    const body = "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>";
    emulator.inject({ operation: "GetCallerIdentity", kind: "malformed", body });
    const { reviews } = await play({ emulator, isDryRun: true });
    assert.equal(reviews[0]?.identity.kind, "unknown");
  });
});

test("two runs at once for one job: the second is reviewed again, on top of the first", async () => {
  await withJob(async (emulator) => {
    const alone = oneAtATimeEach();
    const both = [payload, { jobId: "j", description: "of the other" }].map((each) =>
      play({ emulator, alone, payloads: [each] }),
    );
    const played = await Promise.all(both);
    assert.deepEqual(
      played.map(({ told }) => told),
      ["j: applied, and read back from the job.", "j: applied, and read back from the job."],
    );
    assert.deepEqual(
      played.map(({ reviews }) => reviews.map(({ updates }) => updates[0]?.plan.before["description"])),
      [["before"], ["before", "after"]],
    );
  });
});

test("a run does not wait for one that is under way for another job", async () => {
  const alone = oneAtATimeEach();
  const order: string[] = [];
  const of = (jobId: string, before?: Promise<unknown>): Promise<unknown> =>
    alone(jobId, async () => {
      await before;
      order.push(jobId);
    });
  const other = Promise.resolve().then(() => of("k"));
  await Promise.all([of("j", other), of("j"), other]);
  assert.deepEqual(order, ["k", "j", "j"]);
});

test("several payloads: one review, one after another", async () => {
  await withJob(async (emulator) => {
    createJob(emulator, "k");
    const payloads = [payload, { jobId: "k", description: "after" }];
    const { trace, told, reviews, journal } = await play({ emulator, payloads });
    assert.equal(trace, "who look look review look UPDATE look look UPDATE look");
    assert.equal(told, "j: applied, and read back from the job.\nk: applied, and read back from the job.");
    assert.equal(reviews[0]?.updates.length, 2);
    assert.deepEqual(journal, ["applied", "applied"]);
  });
});

test("several payloads stop at the first that fails, and what was not sent is named", async () => {
  await withJob(async (emulator) => {
    createJob(emulator, "k");
    createJob(emulator, "l");
    emulator.inject({
      operation: "UpdateJob",
      kind: "before",
      times: 1,
      run: () => void emulator.inject({ operation: "UpdateJob", kind: "denied" }),
    });
    const payloads = ["j", "k", "l"].map((jobId) => ({ jobId, description: "after" }));
    const { results, journal } = await play({ emulator, payloads });
    assert.deepEqual(
      results.map(({ request, outcome }) => `${request.payload.jobId} ${outcome.kind}`),
      ["j applied", "k refused", "l notStarted"],
    );
    assert.deepEqual(journal, ["refused", "applied"]);
    assert.equal(emulator.job("l")?.configuration.description, "before");
  });
});

test("two payloads for one job: the second is reviewed on top of the first, and finds it so", async () => {
  await withJob(async (emulator) => {
    const payloads = [payload, { jobId: "j", description: "last" }];
    const { trace, reviews } = await play({ emulator, payloads });
    assert.deepEqual(
      reviews[0]?.updates.map(({ plan }) => [plan.before["description"], plan.after["description"]]),
      [
        ["before", "after"],
        ["after", "last"],
      ],
    );
    assert.equal(trace, "who look look review look UPDATE look look UPDATE look");
  });
});

test("a job that is unknown among several: none is sent", async () => {
  await withJob(async (emulator) => {
    const { trace, results } = await play({ emulator, payloads: [payload, { jobId: "nobody", description: "x" }] });
    assert.equal(trace, "who look look");
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ["notStarted", "failed"],
    );
  });
});

test("what cannot be written into the journal is not sent", async () => {
  await withJob(async (emulator) => {
    const { trace, told } = await play({ emulator, folder: "/dev/null/journal" });
    assert.equal(trace, "who look review look");
    assert.match(told, /^j: nothing was sent, because the journal cannot be written: ENOTDIR/u);
  });
});

test("members that a replacement loses are warned of, gone afterwards, and in the journal", async () => {
  await withJob(async (emulator) => {
    const rateIncreaseCriteria = { numberOfNotifiedThings: 10 };
    const exponentialRate = { baseRatePerMinute: 5, incrementFactor: 2, rateIncreaseCriteria };
    const rollout = { maximumPerMinute: 50, exponentialRate };
    emulator.call("UpdateJob", { jobId: "j", jobExecutionsRolloutConfig: rollout });
    const slower = { jobId: "j", jobExecutionsRolloutConfig: { maximumPerMinute: 50 } };
    const { reviews, entries, journal } = await play({ emulator, payloads: [slower] });
    assert.deepEqual(reviews[0]?.updates.flatMap(warningsOf), [
      "jobExecutionsRolloutConfig.exponentialRate will be lost: the update replaces all of jobExecutionsRolloutConfig.",
    ]);
    assert.deepEqual(journal, ["applied"]);
    assert.deepEqual(entries[0]?.beginning.before["jobExecutionsRolloutConfig"], rollout);
    assert.deepEqual(entries[0].ending?.after?.["jobExecutionsRolloutConfig"], { maximumPerMinute: 50 });
  });
});

test("a loss that did not happen is no success, though every value that was given is there", async () => {
  await withJob(async (emulator) => {
    const config = { roleArn: "arn:aws:iam::123456789012:role/jobs", expiresInSec: 600 };
    emulator.call("UpdateJob", { jobId: "j", presignedUrlConfig: config });
    emulator.inject({ operation: "UpdateJob", kind: "drop-before" });
    const payloads = [{ jobId: "j", presignedUrlConfig: { roleArn: config.roleArn } }];
    const { told, journal } = await play({ emulator, payloads });
    assert.match(told, /^j: not applied\. The connection broke/u);
    assert.deepEqual(journal, ["notApplied"]);
  });
});

test("the journal holds who, where, what and the id of the request", async () => {
  await withJob(async (emulator) => {
    const { entries } = await play({ emulator });
    const [entry] = entries;
    assert.deepEqual(
      { ...entry?.beginning, id: "", at: "" },
      {
        kind: "beginning",
        id: "",
        at: "",
        accountId: "123456789012",
        region: "us-west-2",
        endpoint: new URL(emulator.endpoint).host,
        samples: true,
        jobId: "j",
        before: { description: "before", timeoutConfig: { inProgressTimeoutInMinutes: 30 } },
        payload: { jobId: "j", description: "after" },
      },
    );
    const request = emulator.requests.find(({ operation }) => operation === "UpdateJob");
    assert.equal(entry?.ending?.requestId, request?.requestId);
    assert.deepEqual(entry?.ending?.after, { ...entry?.beginning.before, description: "after" });
  });
});
