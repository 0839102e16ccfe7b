import assert from "node:assert/strict";
import { test } from "node:test";
import { consoleUrl } from "../../client/src/jobs/console";

const url = (region: string, endpoint?: string): string | undefined =>
  consoleUrl({ region, endpoint }, "example-job-01");

test("each partition has its own console", () => {
  assert.equal(
    url("us-west-2"),
    "https://us-west-2.console.aws.amazon.com/iot/home?region=us-west-2#/job/example-job-01",
  );
  assert.equal(
    url("cn-north-1"),
    "https://cn-north-1.console.amazonaws.cn/iot/home?region=cn-north-1#/job/example-job-01",
  );
  assert.equal(
    url("us-gov-west-1"),
    "https://us-gov-west-1.console.amazonaws-us-gov.com/iot/home?region=us-gov-west-1#/job/example-job-01",
  );
});

test("there is no console for another endpoint, a secluded region, or a region that would leave its place in the URL", () => {
  assert.equal(url("us-west-2", "http://127.0.0.1:4566"), undefined);
  assert.equal(url("us-iso-east-1"), undefined);
  assert.equal(url("evil.example/#"), undefined);
});
