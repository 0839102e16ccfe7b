// moto_server, where it is installed: real foreign answers in the place of our emulator's.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { listening } from "../loopback";
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

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, "close");
  return port;
}
