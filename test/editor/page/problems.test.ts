import assert from "node:assert/strict";
import { test } from "node:test";
import { inWorkbench } from "./workbench";

const payload = `{
  "jobId": "example-job-01",
  "timeoutConfig": { "inProgressTimeoutInMinutes": 0 }
}
`;

test("opens a payload file and sees a squiggle, its message in Problems, and none once it is mended", async () => {
  await inWorkbench(
    { files: { "example-job-01.update-job.json": payload }, open: "example-job-01.update-job.json" },
    async (workbench) => {
      await workbench.errors.first().waitFor();
      const rows = await workbench.problems();
      assert.match(rows.join("\n"), /10080/u);
      await workbench.screenshot("problems");
      await workbench.replaceText(payload.replace(": 0 }", ": 10 }"));
      await workbench.errors.first().waitFor({ state: "detached" });
      assert.match(await workbench.text(), /"inProgressTimeoutInMinutes": 10 /u);
    },
  );
});
