// What the tests of the emulator share: an emulator for the time of a test, the SDK's clients for it, and bare HTTP.
import { request as httpRequest } from "node:http";
import { IoTClient, IoTServiceException } from "@aws-sdk/client-iot";
import { STSClient } from "@aws-sdk/client-sts";
import { type ManualClock, manualClock } from "../../emulator/src/clock";
import type { Run } from "../../emulator/src/devices";
import { type Emulator, startEmulator } from "../../emulator/src/emulator";
import type { EmulatorOptions } from "../../emulator/src/host";

export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" };
const region = "us-west-2";

export const thing = "arn:aws:iot:us-west-2:123456789012:thing/MyRaspberryPi";

/** A group of so many things, in the fleets of these tests. */
export function group(things: 3 | 10 | 100 | 600 | 5000): string {
  return `arn:aws:iot:us-west-2:123456789012:thinggroup/group-of-${things}`;
}

const thingGroups = {
  "group-of-3": 3,
  "group-of-10": 10,
  "group-of-100": 100,
  "group-of-600": 600,
  "group-of-5000": 5000,
};

export const second = 1000;
export const minute = 60 * second;

/** A device that reacts at once, works for a minute and succeeds. */
export const goodRun: Run = { startsAfter: 0, takes: minute, ends: "SUCCEEDED" };
export const offline: Run = { ...goodRun, startsAfter: Infinity };

export interface TestFleet {
  readonly emulator: Emulator;
  readonly iot: IoTClient;
  readonly sts: STSClient;
  readonly clock: ManualClock;
}

export function iotClient(
  endpoint: string,
  settings: { readonly region?: string; readonly maxAttempts?: number } = {},
) {
  return new IoTClient({ endpoint, region, credentials, maxAttempts: 1, ...settings });
}

/** An empty fleet of devices that are offline, on a clock that stands still, if nothing else is said. */
export async function withFleet(options: EmulatorOptions, body: (fleet: TestFleet) => Promise<void>): Promise<void> {
  const clock = manualClock();
  const emulator = await startEmulator({ jobs: 0, clock, thingGroups, devices: () => offline, ...options });
  const iot = iotClient(emulator.endpoint);
  const sts = new STSClient({ endpoint: emulator.endpoint, region, credentials, maxAttempts: 1 });
  try {
    await body({ emulator, iot, sts, clock });
  } finally {
    iot.destroy();
    sts.destroy();
    await emulator.close();
  }
}

/** `NAME STATUS: message` of a refusal as the SDK shows it, or `accepted`. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    if (error instanceof IoTServiceException) {
      return `${error.name} ${error.$metadata.httpStatusCode ?? "?"}: ${error.message}`;
    }
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

export const signed =
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/us-west-2/iot/aws4_request, SignedHeaders=host, Signature=" +
  "0".repeat(64);

export interface BareRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface BareAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A request without the SDK; signed if its headers don't say otherwise. */
export function bare(url: string, { method = "GET", headers, body = "" }: BareRequest = {}): Promise<BareAnswer> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: headers ?? { authorization: signed }, agent: false };
    const request = httpRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}
