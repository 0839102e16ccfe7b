import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../../cli/src/run";
import type { Outcome } from "../../cli/src/world";
import { inTemporaryFolder } from "../temporaryFolder";

type Files = Readonly<Record<string, string | Buffer>>;

interface Options {
  readonly input?: string;
  readonly colors?: boolean;
}

/** Runs one command line in a fresh folder with these files, and removes it. Arguments stand between blanks. */
export function iotJobs(commandLine: string, files: Files = {}, options: Options = {}): Promise<Outcome> {
  return inTemporaryFolder((folder) => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const readInput = (): Promise<Buffer> => Promise.resolve(Buffer.from(options.input ?? ""));
    return run(commandLine.split(" ").slice(1), { folder, colors: options.colors ?? false, readInput });
  });
}
