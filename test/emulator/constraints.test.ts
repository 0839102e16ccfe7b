import assert from "node:assert/strict";
import { test } from "node:test";
import { CreateJobCommand } from "@aws-sdk/client-iot";
import { bare, iotClient, outcome, signed, thing, withFleet } from "./fleet";

/** The members of an UpdateJob, as JSON, and what the service says to them. */
const refused: readonly (readonly [members: string, message: string])[] = [
  [
    `{ "description": "" }`,
    "1 validation error detected: Value '' at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\p{C}]+",
  ],
  [
    `{ "description": "a\\nb" }`,
    "1 validation error detected: Value 'a\nb' at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\p{C}]+",
  ],
  [
    `{ "presignedUrlConfig": { "expiresInSec": 59 } }`,
    "1 validation error detected: Value '59' at 'presignedUrlConfig.expiresInSec' failed to satisfy constraint: Member must have value greater than or equal to 60",
  ],
  [
    `{ "presignedUrlConfig": { "expiresInSec": 3601 } }`,
    "1 validation error detected: Value '3601' at 'presignedUrlConfig.expiresInSec' failed to satisfy constraint: Member must have value less than or equal to 3600",
  ],
  [
    `{ "presignedUrlConfig": { "roleArn": "short" } }`,
    "1 validation error detected: Value 'short' at 'presignedUrlConfig.roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  ],
  [
    `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 0 } }`,
    "1 validation error detected: Value '0' at 'jobExecutionsRolloutConfig.maximumPerMinute' failed to satisfy constraint: Member must have value greater than or equal to 1",
  ],
  [
    `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 9, "exponentialRate": { "incrementFactor": 1.0, "rateIncreaseCriteria": {} } } }`,
    "2 validation errors detected: Value null at 'jobExecutionsRolloutConfig.exponentialRate.baseRatePerMinute' failed to satisfy constraint: Member must not be null; Value '1' at 'jobExecutionsRolloutConfig.exponentialRate.incrementFactor' failed to satisfy constraint: Member must have value greater than or equal to 1.1",
  ],
  [
    `{ "abortConfig": {} }`,
    "1 validation error detected: Value null at 'abortConfig.criteriaList' failed to satisfy constraint: Member must not be null",
  ],
  [
    `{ "abortConfig": { "criteriaList": [] } }`,
    "1 validation error detected: Value '[]' at 'abortConfig.criteriaList' failed to satisfy constraint: Member must have length greater than or equal to 1",
  ],
  [
    `{ "abortConfig": { "criteriaList": [{ "failureType": "LATE", "action": "STOP", "thresholdPercentage": 100.5, "minNumberOfExecutedThings": 1 }] } }`,
    "3 validation errors detected: Value 'LATE' at 'abortConfig.criteriaList.1.member.failureType' failed to satisfy constraint: Member must satisfy enum value set: [FAILED, REJECTED, TIMED_OUT, ALL]; Value 'STOP' at 'abortConfig.criteriaList.1.member.action' failed to satisfy constraint: Member must satisfy enum value set: [CANCEL]; Value '100.5' at 'abortConfig.criteriaList.1.member.thresholdPercentage' failed to satisfy constraint: Member must have value less than or equal to 100",
  ],
  [
    `{ "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "REJECTED", "numberOfRetries": 11 }] } }`,
    "2 validation errors detected: Value 'REJECTED' at 'jobExecutionsRetryConfig.criteriaList.1.member.failureType' failed to satisfy constraint: Member must satisfy enum value set: [FAILED, TIMED_OUT, ALL]; Value '11' at 'jobExecutionsRetryConfig.criteriaList.1.member.numberOfRetries' failed to satisfy constraint: Member must have value less than or equal to 10",
  ],
  // The hand-written rules: one at a time, after the constraints.
  [`{}`, "At least one member to update must be specified."],
  [`{ "descripton": "misspelt, and dropped without a word" }`, "At least one member to update must be specified."],
  [`{ "description": null }`, "At least one member to update must be specified."],
  [`{ "timeoutConfig": {} }`, "InProgressTimeoutInMinutes must be specified in TimeoutConfig."],
  [
    `{ "timeoutConfig": { "inProgressTimeoutInMinutes": 10081 } }`,
    "InProgressTimeoutInMinutes must be between 1 and 10080.",
  ],
  [
    `{ "jobExecutionsRolloutConfig": {} }`,
    "JobExecutionsRolloutConfig must contain MaximumPerMinute or ExponentialRate.",
  ],
  [`{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 1001 } }`, "MaximumPerMinute must be between 1 and 1000."],
  [
    `{ "jobExecutionsRolloutConfig": { "exponentialRate": { "baseRatePerMinute": 1, "incrementFactor": 2, "rateIncreaseCriteria": { "numberOfNotifiedThings": 1 } } } }`,
    "MaximumPerMinute must be specified when ExponentialRate is specified.",
  ],
  [
    `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 9, "exponentialRate": { "baseRatePerMinute": 1, "incrementFactor": 2, "rateIncreaseCriteria": {} } } }`,
    "RateIncreaseCriteria must contain exactly one of NumberOfNotifiedThings and NumberOfSucceededThings.",
  ],
  [
    `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 9, "exponentialRate": { "baseRatePerMinute": 1, "incrementFactor": 2, "rateIncreaseCriteria": { "numberOfNotifiedThings": 1, "numberOfSucceededThings": 1 } } } }`,
    "RateIncreaseCriteria must contain exactly one of NumberOfNotifiedThings and NumberOfSucceededThings.",
  ],
  [
    `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 9, "exponentialRate": { "baseRatePerMinute": 9, "incrementFactor": 2, "rateIncreaseCriteria": { "numberOfNotifiedThings": 1 } } } }`,
    "BaseRatePerMinute must be less than MaximumPerMinute.",
  ],
  [
    `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 9, "exponentialRate": { "baseRatePerMinute": 1, "incrementFactor": 1.25, "rateIncreaseCriteria": { "numberOfNotifiedThings": 1 } } } }`,
    "IncrementFactor supports up to one digit after the decimal.",
  ],
  [
    `{ "abortConfig": { "criteriaList": [{ "failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 0, "minNumberOfExecutedThings": 1 }] } }`,
    "ThresholdPercentage must be greater than 0.",
  ],
  [
    `{ "abortConfig": { "criteriaList": [{ "failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 10.999, "minNumberOfExecutedThings": 1 }] } }`,
    "ThresholdPercentage supports up to two digits after the decimal.",
  ],
  [
    `{ "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "ALL", "numberOfRetries": 0 }, { "failureType": "FAILED", "numberOfRetries": 0 }] } }`,
    "FailureType ALL must be the only one in RetryCriteria.",
  ],
  [
    `{ "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "FAILED", "numberOfRetries": 0 }, { "failureType": "FAILED", "numberOfRetries": 0 }] } }`,
    "RetryCriteria must not repeat a FailureType.",
  ],
  [
    `{ "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "FAILED", "numberOfRetries": 0 }] } }`,
    "JobExecutionsRetryConfig cannot be added to a job that was created without it.",
  ],
];

const accepted: readonly string[] = [
  `{ "description": "ä 𝄞 東京" }`,
  `{ "description": "${"𝄞".repeat(2028)}" }`,
  `{ "description": "known", "unknown": { "dropped": true } }`,
  `{ "presignedUrlConfig": {} }`,
  `{ "presignedUrlConfig": { "roleArn": "arn:aws:iam::123456789012:role/a", "expiresInSec": 60 } }`,
  `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 1000, "exponentialRate": { "baseRatePerMinute": 999, "incrementFactor": 5, "rateIncreaseCriteria": { "numberOfSucceededThings": 1 } } } }`,
  `{ "jobExecutionsRolloutConfig": { "maximumPerMinute": 2, "exponentialRate": { "baseRatePerMinute": 1, "incrementFactor": 1.1, "rateIncreaseCriteria": { "numberOfNotifiedThings": 1 } } } }`,
  `{ "abortConfig": { "criteriaList": [{ "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 0.01, "minNumberOfExecutedThings": 1 }] } }`,
  `{ "abortConfig": { "criteriaList": [{ "failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 100, "minNumberOfExecutedThings": 1 }] } }`,
  `{ "timeoutConfig": { "inProgressTimeoutInMinutes": 1 } }`,
  `{ "timeoutConfig": { "inProgressTimeoutInMinutes": 10080 }, "description": null }`,
];

test("UpdateJob refuses what breaks a constraint or a rule, in the service's words", async () => {
  await withFleet({}, async ({ emulator, iot }) => {
    await iot.send(new CreateJobCommand({ jobId: "j", targets: [thing], document: "{}" }));
    for (const [body, message] of refused) {
      const answer = await bare(`${emulator.endpoint}/jobs/j`, { method: "PATCH", body });
      assert.deepEqual(
        [answer.status, answer.headers["x-amzn-errortype"], JSON.parse(answer.body)],
        [400, "InvalidRequestException", { message }],
        body,
      );
    }
  });
});

test("UpdateJob accepts what is at the limits, and drops what it does not know", async () => {
  await withFleet({}, async ({ emulator, iot }) => {
    await iot.send(new CreateJobCommand({ jobId: "j", targets: [thing], document: "{}" }));
    for (const body of accepted) {
      const answer = await bare(`${emulator.endpoint}/jobs/j`, { method: "PATCH", body });
      assert.deepEqual([answer.status, answer.body], [200, ""], body);
    }
  });
});

test("A value of another type than the model's is refused before all else", async () => {
  await withFleet({}, async ({ emulator }) => {
    const cases = [
      [`{ "description": 1, "abortConfig": {} }`, "NUMBER_VALUE can not be converted to String"],
      [
        `{ "timeoutConfig": { "inProgressTimeoutInMinutes": "60" } }`,
        "STRING_VALUE can not be converted to an Integer",
      ],
      [
        `{ "timeoutConfig": { "inProgressTimeoutInMinutes": 1.5 } }`,
        "DECIMAL_VALUE can not be converted to an Integer",
      ],
      [`{ "abortConfig": { "criteriaList": {} } }`, "START_OBJECT can not be converted to a List"],
      [`{ "abortConfig": [] }`, "START_ARRAY can not be converted to a Structure"],
      [`[]`, "The body is not a JSON object."],
      [`{ "descr`, "The body is not JSON."],
    ] as const;
    for (const [body, message] of cases) {
      const answer = await bare(`${emulator.endpoint}/jobs/j`, { method: "PATCH", body });
      assert.deepEqual(
        [answer.status, answer.headers["x-amzn-errortype"], answer.body],
        [400, "SerializationException", JSON.stringify({ message })],
        body,
      );
    }
  });
});

test("A jobId that could leave its place in the path is refused, not followed", async () => {
  await withFleet({}, async ({ emulator }) => {
    const path = (id: string) => bare(`${emulator.endpoint}/jobs/${id}`, { method: "GET" });
    assert.match((await path("a%2Fb")).body, /Value 'a\/b' at 'jobId' failed to satisfy constraint/u);
    assert.match((await path("a%00b")).body, /at 'jobId' failed to satisfy constraint/u);
    assert.match((await path("%E0%A4%A")).body, /Value '%E0%A4%A' at 'jobId'/u);
    assert.match((await path("x".repeat(65))).body, /Member must have length less than or equal to 64/u);
    assert.equal((await path("__proto__")).status, 404);
    assert.equal((await path("constructor")).status, 404);
  });
});

test("CreateJob checks its document, its targets and its retries", async () => {
  await withFleet({}, async ({ iot }) => {
    const create = (members: object) =>
      outcome(iot.send(new CreateJobCommand({ jobId: "j", targets: [thing], document: "{}", ...members })));
    const retry = (FAILED: number, TIMED_OUT: number, more: object = {}) =>
      create({
        jobExecutionsRetryConfig: {
          criteriaList: [
            { failureType: "FAILED", numberOfRetries: FAILED },
            { failureType: "TIMED_OUT", numberOfRetries: TIMED_OUT },
          ],
        },
        ...more,
      });
    assert.equal(
      await create({ document: undefined }),
      "InvalidRequestException 400: Document, DocumentSource or JobTemplateArn must be specified.",
    );
    assert.equal(
      await create({ documentSource: "https://s3/x" }),
      "InvalidRequestException 400: Document and DocumentSource must not both be specified.",
    );
    assert.equal(await create({ targets: ["MyThing"] }), "InvalidRequestException 400: Invalid target ARN: MyThing");
    assert.equal(
      await create({ targets: undefined }),
      "InvalidRequestException 400: 1 validation error detected: Value null at 'targets' failed to satisfy constraint: Member must not be null",
    );
    assert.equal(
      await create({ timeoutConfig: {} }),
      "InvalidRequestException 400: InProgressTimeoutInMinutes must be specified in TimeoutConfig.",
    );
    assert.equal(await retry(6, 5), "InvalidRequestException 400: NumberOfRetries must not exceed 10 in total.");
    assert.equal(
      await retry(5, 5),
      "InvalidRequestException 400: TimeoutConfig must be specified to retry TIMED_OUT executions.",
    );
    assert.equal(await retry(5, 5, { timeoutConfig: { inProgressTimeoutInMinutes: 5 } }), "accepted");
    assert.equal(await create({}), "ResourceAlreadyExistsException 409: Job j already exists.");
  });
});

test("A request that is not signed, or not for this service, is refused", async () => {
  await withFleet({}, async ({ emulator }) => {
    const answerTo = async (headers: Readonly<Record<string, string>>) => {
      const { status, headers: answered } = await bare(`${emulator.endpoint}/jobs`, { headers });
      return `${status} ${String(answered["x-amzn-errortype"])}`;
    };
    assert.equal(await answerTo({}), "403 MissingAuthenticationTokenException");
    assert.equal(await answerTo({ authorization: "Bearer x" }), "403 IncompleteSignatureException");
    assert.equal(await answerTo({ authorization: signed.replace("/iot/", "/s3/") }), "403 InvalidSignatureException");
    assert.equal(await answerTo({ authorization: signed }), "200 undefined");
  });
});

test("Only loopback names are answered, only callers with the token, and no body without end", async () => {
  await withFleet({ token: "secret" }, async ({ emulator, iot }) => {
    const base = emulator.endpoint.replace("/secret", "");
    const headers = { authorization: signed };
    assert.equal((await bare(`${base}/jobs`, { headers })).status, 403);
    assert.equal((await bare(`${base}/secretly/jobs`, { headers })).status, 403);
    assert.equal((await bare(`${base}/secret/jobs`, { headers: { ...headers, host: "evil.example" } })).status, 403);
    assert.equal((await bare(`${base}/secret/jobs`, { headers: { ...headers, host: "localhost:1" } })).status, 200);
    assert.equal(
      (await bare(`${base}/secret/nowhere`, { headers })).headers["x-amzn-errortype"],
      "UnknownOperationException",
    );
    const large = { method: "PATCH", headers, body: "x".repeat(256 * 1024 + 1) };
    assert.equal((await bare(`${base}/secret/jobs/j`, large)).status, 413);
    assert.equal(
      await outcome(iot.send(new CreateJobCommand({ jobId: "j", targets: [thing], document: "{}" }))),
      "accepted",
    );
    assert.equal(emulator.job("j")?.status, "IN_PROGRESS");
  });
  await withFleet({}, async ({ emulator }) => {
    const tokyo = iotClient(emulator.endpoint, { region: "ap-northeast-1" });
    await tokyo.send(new CreateJobCommand({ jobId: "j", targets: [thing], document: "{}" }));
    assert.equal(emulator.job("j"), undefined, "each region has its own jobs");
    tokyo.destroy();
  });
});
