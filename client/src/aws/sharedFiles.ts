import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

export interface Profile {
  readonly name: string;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
}

/** The profiles of the shared AWS files, `default` first if there; a file that is missing has none. */
export async function sharedProfiles(env: NodeJS.ProcessEnv): Promise<readonly Profile[]> {
  const folder = path.join(homedir(), ".aws");
  const [config, credentials] = await Promise.all([
    textOf(env["AWS_CONFIG_FILE"] ?? path.join(folder, "config")),
    textOf(env["AWS_SHARED_CREDENTIALS_FILE"] ?? path.join(folder, "credentials")),
  ]);
  return profilesIn(config, credentials);
}

/** `[profile name]` is a profile of the config file, `[name]` one of the credentials file; `[default]` is one of both. */
export function profilesIn(config: string, credentials: string): readonly Profile[] {
  const profiles = new Map<string, Profile>();
  for (const { title, settings } of sections(config)) {
    const name = title === "default" ? title : /^profile\s+(["']?)(.+)\1$/.exec(title)?.[2];
    if (name !== undefined) profiles.set(name, profile(name, settings));
  }
  for (const { title } of sections(credentials)) {
    if (!profiles.has(title)) profiles.set(title, profile(title, new Map()));
  }
  const all = [...profiles.values()];
  return [...all.filter(isDefault), ...all.filter((each) => !isDefault(each))];
}

function profile(name: string, settings: ReadonlyMap<string, string>): Profile {
  return { name, region: settings.get("region"), endpoint: settings.get("endpoint_url") };
}

function isDefault({ name }: Profile): boolean {
  return name === "default";
}

interface Section {
  readonly title: string;
  readonly settings: Map<string, string>;
}

/** Indented lines belong to a nested setting such as `s3 =`, and are no settings of the profile. */
function sections(text: string): readonly Section[] {
  const found: Section[] = [];
  for (const line of text.split(/\r?\n/)) {
    const title = /^\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    if (title !== undefined) found.push({ title, settings: new Map() });
    const [, key, value] = /^(\w+)\s*=\s*(\S*)/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && value !== "") found.at(-1)?.settings.set(key, value);
  }
  return found;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return "";
  }
}
