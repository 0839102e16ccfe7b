// A desktop VS Code that is on the PATH, started apart from the one its user works in.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { progress, root, start } from "./child.mjs";
import { fakeAwsEnvironment, writeSettings } from "./vscodeProfile.mjs";

/**
 * In a terminal of a remote window, `code` talks to that window and takes no data folder; without a display it cannot open.
 * @returns {string | undefined} the command, if there is one that can open a window here
 */
export function desktopCode() {
  const remote = process.env["VSCODE_IPC_HOOK_CLI"] !== undefined || process.env["WSL_DISTRO_NAME"] !== undefined;
  const display = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"];
  if (remote || (process.platform === "linux" && display === undefined)) return undefined;
  const command = process.platform === "win32" ? "code.cmd" : "code";
  const found = spawnSync(command, ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
  return found.status === 0 && /^\d+\.\d+\.\d+/u.test(found.stdout) ? command : undefined;
}

/**
 * `--verbose` keeps the command waiting until its window is closed.
 * @param {string} command
 * @param {{ sample: string, payloadFile: string, settings: Record<string, unknown> }} options
 * @returns {import("./demo.mjs").Running}
 */
export function startDesktop(command, { sample, payloadFile, settings }) {
  const data = path.join(root, ".vscode-test/desktop");
  mkdirSync(data, { recursive: true });
  writeSettings(data, settings);
  progress("Opening VS Code …");
  const flags = ["--verbose", "--new-window", "--disable-workspace-trust"];
  const folders = [
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, "extensions")}`,
    `--extensionDevelopmentPath=${root}`,
  ];
  const args = [...flags, ...folders, sample, payloadFile];
  const windows = process.platform === "win32";
  const child = windows
    ? start("cmd.exe", ["/c", command, ...args], { env: fakeAwsEnvironment(data) })
    : start(command, args, { env: fakeAwsEnvironment(data) });
  return {
    ended: child.ended,
    close: async () => {
      endMainProcess(data);
      await child.end();
    },
  };
}

/** VS Code leaves its main process's id in its data folder; that process need not be a child of the command. @param {string} data */
function endMainProcess(data) {
  try {
    const id = Number(readFileSync(path.join(data, "code.lock"), "utf8"));
    if (Number.isInteger(id) && id > 1) process.kill(id, "SIGTERM");
  } catch {
    return; // It has ended, and its file is gone or names nobody.
  }
}
