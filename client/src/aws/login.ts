import { type Profile, type SharedFiles, profileChain } from "./sharedFiles";

/**
 * The command of the AWS CLI that renews the session of a profile, or of the one that it takes its credentials from;
 * undefined where no command can. Only names that need no quoting in any shell, or `"…"` in each, stand in it.
 */
export function loginCommand(name: string, files: SharedFiles): string | undefined {
  for (const profile of profileChain(name, files)) {
    const login = loginOf(profile);
    if (login !== undefined) return /^[\w @+.:/-]+$/u.test(profile.name) ? login : undefined;
  }
  return undefined;
}

function loginOf({ name, settings }: Profile): string | undefined {
  const option = `--profile ${name.includes(" ") ? `"${name}"` : name}`;
  if (settings.has("sso_session") || settings.has("sso_start_url")) return `aws sso login ${option}`;
  return settings.has("login_session") ? `aws login ${option}` : undefined;
}

/** The programs that are run for the credentials of a profile. */
export function programsOf(name: string, files: SharedFiles): readonly string[] {
  return profileChain(name, files).flatMap(({ settings }) => settings.get("credential_process") ?? []);
}
