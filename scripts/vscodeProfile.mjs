// What a VS Code is given that nobody has set up: settings, and AWS credentials that are not real.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Settings that keep a window quiet: no welcome, no AI features, no panel that is of no use here. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "terminal.integrated.initialHint": false,
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/**
 * The machine's own profiles are never seen: the shared AWS files are those of the data folder.
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
export function fakeAwsEnvironment(folder) {
  const kept = Object.entries(process.env).filter(([name]) => !/^AWS_|^VSCODE_|^ELECTRON_|^NODE_OPTIONS$/u.test(name));
  mkdirSync(path.join(folder, "aws"), { recursive: true });
  const config = path.join(folder, "aws", "config");
  const credentials = path.join(folder, "aws", "credentials");
  writeFileSync(config, "");
  writeFileSync(credentials, "");
  return {
    ...Object.fromEntries(kept),
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/**
 * Over the quiet settings; both as the user's and the machine's, since some count in one of the two only. A running
 * server takes a change at once.
 * @param {string} dataFolder
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(dataFolder, settings) {
  for (const folder of [path.join(dataFolder, "User"), path.join(dataFolder, "Machine")]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, "settings.json"),
      `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`,
    );
  }
}
