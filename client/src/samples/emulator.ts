// The one file of the client that knows the emulator: a bundle of its own, dist/samples.js, loaded when samples are wanted.
import type { Emulator } from "../../../emulator/src/emulator";

export type { Emulator };

/** Jobs that are made up, on a free port of this machine; the path holds a secret, so that only this window can call. */
export async function startSamples(region: string, token: string): Promise<Emulator> {
  const { startEmulator } = await import("../../../emulator/src/emulator");
  return startEmulator({ region, token });
}
