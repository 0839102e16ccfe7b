import type { Emulator } from "../../emulator/src/emulator";

const before = { description: "before", timeoutConfig: { inProgressTimeoutInMinutes: 30 } };

export function createJob(emulator: Emulator, jobId: string): void {
  const targets = ["arn:aws:iot:us-west-2:123456789012:thing/MyRaspberryPi"];
  emulator.call("CreateJob", { jobId, targets, document: "{}", ...before });
}
