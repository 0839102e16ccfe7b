import assert from "node:assert/strict";
import { test } from "node:test";
import { UpdateJobRequest$ } from "@aws-sdk/client-iot";
import { updateJob } from "../../server/src/model/updateJob";

test("our shape of UpdateJob has the members of the AWS SDK's own model, no more and no fewer", () => {
  const [, , , , names] = UpdateJobRequest$;
  assert.deepEqual(Object.keys(updateJob.members).sort(), [...names].sort());
});
