// A test runner for VS Code's extension host, where node:test has no process of its own to report from.
import { appendFileSync } from "node:fs";

interface HostTest {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const tests: HostTest[] = [];

/** Declares a test; it runs after all files are loaded, in the order of declaration. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** What VS Code calls; rejects if a test failed. The file named by HOST_TEST_REPORT gets their number, then a line of JSON a test. */
export async function run(): Promise<void> {
  report(tests.length);
  let failed = 0;
  for (const { name, body } of tests) {
    const failure = await failureOf(body);
    if (failure !== undefined) failed += 1;
    report({ name, failure });
  }
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed in the extension host.`);
}

function report(line: unknown): void {
  const file = process.env["HOST_TEST_REPORT"];
  if (file === undefined) console.log(JSON.stringify(line));
  else appendFileSync(file, `${JSON.stringify(line)}\n`);
}

const longest = 30_000;

async function failureOf(body: () => Promise<void>): Promise<string | undefined> {
  const { promise: late, timer } = timeout();
  try {
    await Promise.race([body(), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

function timeout(): { readonly promise: Promise<never>; readonly timer: NodeJS.Timeout | undefined } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${longest / 1000} s.`)), longest);
  });
  return { promise, timer };
}
