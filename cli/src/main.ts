// `iot-jobs`: checks, converts and describes payloads outside the editor.
import { t } from "@vscode/l10n";
import { run } from "./run";
import type { World } from "./world";

const world: World = {
  folder: process.cwd(),
  colors: process.stdout.isTTY && process.stdout.hasColors(),
  readInput: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) if (chunk instanceof Uint8Array) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
};

/** A reader that has seen enough, such as `head`, closes its end: no reason to fail. A full disk is one. */
function onError(error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "EPIPE") return;
  process.exitCode = 2;
  writeTo(process.stderr, `iot-jobs: ${t("The output cannot be written ({0}).", code)}\n`, () => undefined);
}

/** Files are written to at once, and throw; pipes report later. */
function writeTo(stream: NodeJS.WriteStream, text: string, failed: (error: unknown) => void): void {
  if (text === "") return;
  try {
    stream.on("error", failed).write(text);
  } catch (error) {
    failed(error);
  }
}

async function main(): Promise<void> {
  const { output, notes, code } = await run(process.argv.slice(2), world);
  process.exitCode = code;
  writeTo(process.stdout, output, onError);
  writeTo(process.stderr, notes, () => undefined);
}

void main();
