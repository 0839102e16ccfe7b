import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../cli/src/run";
import type { Outcome } from "../../cli/src/world";

type Files = Readonly<Record<string, string | Buffer>>;

interface Options {
  readonly input?: string;
  readonly colors?: boolean;
}

/** Runs one command line in a fresh folder with these files, and removes it. Arguments stand between blanks. */
export async function iotJobs(commandLine: string, files: Files = {}, options: Options = {}): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "iot-jobs-cli-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const readInput = (): Promise<Buffer> => Promise.resolve(Buffer.from(options.input ?? ""));
    return await run(commandLine.split(" ").slice(1), { folder, colors: options.colors ?? false, readInput });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
