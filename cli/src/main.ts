// `iot-jobs`: checks, converts and describes payloads outside the editor.
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

/** A reader that has seen enough, such as `head`, closes its end: no reason to fail. */
function quietWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

async function main(): Promise<void> {
  const { output, notes, code } = await run(process.argv.slice(2), world);
  process.stdout.on("error", quietWhenClosed).write(output);
  process.stderr.on("error", quietWhenClosed).write(notes);
  process.exitCode = code;
}

void main();
