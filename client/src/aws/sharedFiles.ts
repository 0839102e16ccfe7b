import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

/** The lines of a section by name; those of a nested one such as `iot =` as `iot.endpoint_url`. */
type Lines = ReadonlyMap<string, string>;

export interface Profile {
  readonly name: string;
  readonly settings: Lines;
}

/** What the shared AWS files say: never kept longer than one use, since they change while a window is open. */
export interface SharedFiles {
  /** `default` first if there. */
  readonly profiles: readonly Profile[];
  /** The sections `[services NAME]`, with the endpoints of single services. */
  readonly services: ReadonlyMap<string, Lines>;
}

/** A file that is missing has no profiles. */
export async function sharedFiles(env: NodeJS.ProcessEnv): Promise<SharedFiles> {
  const [config = "", credentials = ""] = await Promise.all(sharedFilePaths(env).map(textOf));
  return sharedFilesIn(config, credentials);
}

/** A profile and those that it takes its credentials from, one from the other; a name that is not there ends it. */
export function profileChain(name: string, { profiles }: SharedFiles): readonly Profile[] {
  const chain: Profile[] = [];
  for (let next: string | undefined = name; next !== undefined; next = chain.at(-1)?.settings.get("source_profile")) {
    const profile = profiles.find((each) => each.name === next);
    if (profile === undefined || chain.includes(profile)) break;
    chain.push(profile);
  }
  return chain;
}

/** A text that is another one after a change of the files. */
export async function sharedFilesVersion(env: NodeJS.ProcessEnv): Promise<string> {
  return (await Promise.all(sharedFilePaths(env).map(versionOf))).join();
}

/** Of the config file and of the credentials file. */
export function sharedFilePaths(env: NodeJS.ProcessEnv): readonly string[] {
  const folder = path.join(homedir(), ".aws");
  return [
    env["AWS_CONFIG_FILE"] ?? path.join(folder, "config"),
    env["AWS_SHARED_CREDENTIALS_FILE"] ?? path.join(folder, "credentials"),
  ];
}

/**
 * `[profile name]` is a profile of the config file, `[name]` one of the credentials file, whose settings win; `[default]`
 * is one of both.
 */
export function sharedFilesIn(config: string, credentials: string): SharedFiles {
  const profiles = new Map<string, Map<string, string>>();
  const services = new Map<string, Lines>();
  for (const { title, settings } of sections(config)) {
    const [, kind = "", name = ""] = /^(?:(profile|services)\s+)(?:["'])?(.+?)["']?$/u.exec(title) ?? [];
    if (title === "default") add(profiles, title, settings);
    if (kind === "profile") add(profiles, name, settings);
    if (kind === "services") services.set(name, settings);
  }
  for (const { title, settings } of sections(credentials)) add(profiles, title, settings);
  const all = [...profiles].map(([name, settings]) => ({ name, settings }));
  return { profiles: [...all.filter(isDefault), ...all.filter((each) => !isDefault(each))], services };
}

function add(profiles: Map<string, Map<string, string>>, name: string, settings: Lines): void {
  profiles.set(name, new Map([...(profiles.get(name) ?? []), ...settings]));
}

function isDefault({ name }: Profile): boolean {
  return name === "default";
}

interface Section {
  readonly title: string;
  readonly settings: Map<string, string>;
}

/** Reads as the AWS SDK does: a setting without a value opens a nested one, which indented lines belong to. */
function sections(text: string): readonly Section[] {
  const found: Section[] = [];
  let nested = "";
  for (const line of text.split(/\r?\n/u)) {
    const plain = line.replace(/(?:^|\s)[;#].*$/u, "").trim();
    const title = /^\[\s*(.+?)\s*\]$/u.exec(plain)?.[1];
    if (title !== undefined) found.push({ title, settings: new Map() });
    const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/u.exec(plain) ?? [];
    if (title !== undefined || (key !== undefined && !/^\s/u.test(line))) nested = "";
    if (key === undefined || value === undefined) continue;
    if (value === "") nested = `${key}.`;
    else found.at(-1)?.settings.set(`${nested}${key}`, value);
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

async function versionOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(file);
    return `${mtimeMs}/${size}`;
  } catch {
    return "";
  }
}
