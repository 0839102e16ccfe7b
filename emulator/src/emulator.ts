import { createServer } from "node:http";
import type { Clock } from "./clock";
import type { Execution } from "./executions";
import type { Fault, InjectedFault } from "./faults";
import { type EmulatorOptions, Host, type RecordedRequest } from "./host";
import type { Job } from "./job";
import { operations, type Request } from "./operations";

export interface Emulator {
  /** `http://127.0.0.1:PORT`, with the token after it when there is one; for IoT and STS. */
  readonly endpoint: string;
  readonly region: string;
  readonly clock: Clock;
  /** What came in, oldest first; the last 10,000 of them. */
  readonly requests: readonly RecordedRequest[];
  inject(fault: Fault): InjectedFault;
  clearFaults(): void;
  /** A job of the emulator's region as it is now; times in milliseconds. */
  job(jobId: string): Job | undefined;
  executions(jobId: string): readonly Execution[];
  /**
   * Does an operation as somebody else would, past network, record and faults.
   * @throws ServiceError
   */
  call(operation: keyof typeof operations, members: Request): Readonly<Record<string, unknown>> | undefined;
  close(): Promise<void>;
}

/** @throws the error of `listen`, such as EADDRINUSE for a port that is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const host = new Host(options);
  const server = createServer((request, response) => void host.handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    endpoint: `http://127.0.0.1:${port}${host.prefix}`,
    region: host.region,
    clock: host.clock,
    requests: host.requests,
    inject: (fault) => host.faults.inject(fault),
    clearFaults: () => host.faults.clear(),
    job: (jobId) => host.live(jobId)?.at(host.clock.now()),
    executions: (jobId) => host.live(jobId)?.executions(host.clock.now()).list() ?? [],
    call: (operation, members) => operations[operation](members, host.jobsIn(host.region), host.clock.now()),
    close: () =>
      new Promise((resolve) => {
        host.closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
