// moto_server, where it is installed: real foreign answers in the place of our emulator's.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { bare } from "./fleet";

export interface Target {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

const program = "moto_server";

export const hasMoto = spawnSync(program, ["--help"], { encoding: "utf8" }).status === 0;

export async function startMoto(): Promise<Target> {
  const port = await freePort();
  const child = spawn(program, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilItAnswers(endpoint, child);
  return {
    endpoint,
    close: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function untilItAnswers(endpoint: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await bare(`${endpoint}/moto-api/`, { headers: {} });
      return;
    } catch {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error("moto_server does not start.");
      await wait(100);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
