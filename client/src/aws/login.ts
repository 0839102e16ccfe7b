import type { SharedFiles } from "./sharedFiles";

/**
 * The command of the AWS CLI that renews the session of a profile, or of the one that it takes its credentials from;
 * undefined where no command can. What stands for a profile's name needs no quoting in any shell, or `"…"` in each.
 */
export function loginCommand(name: string, { profiles }: SharedFiles): string | undefined {
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined && !seen.has(next);) {
    seen.add(next);
    const settings = profiles.find((each) => each.name === next)?.settings;
    if (settings === undefined || !/^[\w @+.:/-]+$/u.test(next)) return undefined;
    const option = `--profile ${next.includes(" ") ? `"${next}"` : next}`;
    if (settings.has("sso_session") || settings.has("sso_start_url")) return `aws sso login ${option}`;
    if (settings.has("login_session")) return `aws login ${option}`;
    next = settings.get("source_profile");
  }
  return undefined;
}
