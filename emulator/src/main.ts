// Jobs of a sample fleet on loopback, for `npm start`, for tests, and for trying the AWS CLI without an account.
import { parseArgs } from "node:util";
import { startEmulator } from "./emulator";
import { namedJobs } from "./seed";

const help = `Usage: node dist/emulator.js [options]

Answers AWS IoT Jobs and STS GetCallerIdentity on 127.0.0.1, with a fleet of sample jobs.

  --port <number>    port to listen on; 0, the default, takes a free one
  --jobs <number>    how many sample jobs there are; ${namedJobs} when not given
  --region <name>    AWS Region of the sample jobs; us-west-2 when not given
  --token <text>     answer only under this first part of the path
  --help             show this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      jobs: { type: "string" },
      region: { type: "string" },
      token: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  const emulator = await startEmulator({
    port: readNumber("--port", values.port ?? "0", 65_535),
    jobs: readNumber("--jobs", values.jobs ?? String(namedJobs), 1_000_000),
    region: readName("--region", values.region ?? "us-west-2"),
    ...(values.token !== undefined && { token: readName("--token", values.token) }),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void emulator.close());
  process.stdout.write(`${emulator.endpoint}\n`);
}

function readNumber(option: string, text: string, most: number): number {
  if (!/^\d+$/u.test(text) || Number(text) > most) throw new Error(`${option} takes a whole number from 0 to ${most}.`);
  return Number(text);
}

function readName(option: string, text: string): string {
  if (!/^[\w-]+$/u.test(text)) throw new Error(`${option} takes letters, digits, - and _.`);
  return text;
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") return "The port is taken: choose another one with --port, or 0.";
  if ("code" in error && error.code === "EACCES") return "The port may not be used: choose another one with --port.";
  return error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 2;
});
