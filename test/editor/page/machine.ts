// The VS Code server and the browser of a test file: started by the first test that needs them, ended after the last.
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { after } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../../scripts/browser.mjs";
import { type Vscode, startVscode } from "../../../scripts/vscode.mjs";
import { writeSettings } from "../../../scripts/vscodeProfile.mjs";

export interface Machine {
  /** Over the environment with fake AWS credentials; a name set to undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A packaged extension to install; without it the one that was built runs. */
  readonly vsix?: string;
}

let browser: Promise<Browser> | undefined;
let server: { readonly key: string; readonly vscode: Promise<Vscode> } | undefined;

/** The browser stays: a window gets a context of its own, with nothing stored. */
export function browserOfTests(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

/** A server on which no extension has stored anything yet; another one only where the environment is another. */
export async function serverOfTests(machine: Machine, settings: Readonly<Record<string, unknown>>): Promise<Vscode> {
  const key = JSON.stringify([machine.vsix, Object.entries(machine.env ?? {}).map(String)]);
  if (server?.key !== key) {
    await (await server?.vscode)?.close();
    server = { key, vscode: start(machine, settings) };
  }
  const vscode = await server.vscode;
  writeSettings(vscode.data, { ...settings });
  forget(path.join(vscode.data, "User/globalStorage"));
  return vscode;
}

function start({ env, vsix }: Machine, settings: Readonly<Record<string, unknown>>): Promise<Vscode> {
  return startVscode({
    settings,
    ...(env === undefined ? {} : { env }),
    // The package is tried beside all that VS Code has.
    ...(vsix === undefined ? { own: "few" } : { extension: { kind: "package", file: vsix } }),
  });
}

/** But compiled code, which is the same for all. */
function forget(storage: string): void {
  for (const extension of entries(storage)) {
    for (const name of entries(path.join(storage, extension)).filter((name) => name !== "compiled"))
      rmSync(path.join(storage, extension, name), { recursive: true, force: true });
  }
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const ends: (() => Promise<void>)[] = [];

/** What else to close, before browser and server. */
export function atEnd(close: () => Promise<void>): void {
  ends.push(close);
}

after(async () => {
  for (const close of ends) await close();
  await (await browser)?.close();
  await (await server?.vscode)?.close();
});
