/** Options of the AWS CLI itself, with whether a value follows. They say nothing about the payload. */
export const globals: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    "--ca-bundle": true,
    "--cli-auto-prompt": false,
    "--cli-binary-format": true,
    "--cli-connect-timeout": true,
    "--cli-error-format": true,
    "--cli-read-timeout": true,
    "--color": true,
    "--debug": false,
    "--endpoint-url": true,
    "--no-cli-auto-prompt": false,
    "--no-cli-pager": false,
    "--no-paginate": false,
    "--no-sign-request": false,
    "--no-verify-ssl": false,
    "--output": true,
    "--profile": true,
    "--query": true,
    "--region": true,
    "--v2-debug": false,
    "--version": false,
  }),
);

/** What stands in for the members' options. */
export const inputOptions = ["--cli-input-json", "--cli-input-yaml"];
export const skeletonOption = "--generate-cli-skeleton";
/** Options of every command, beside those of its members. */
const beside = [...inputOptions, skeletonOption];

/** The name of a member's option: `abortConfig` → `--abort-config`. */
export function optionOf(member: string): string {
  return `--${member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What an option starts with, and what comes of it: editors make one long dash of two, and people leave one out. */
export const dashes = /^[-\u2010-\u2015\u2212]{1,2}(?=[A-Za-z])/;
/** With a dash that no program knows. */
export const longDashes = /^-?[\u2010-\u2015\u2212]-?(?=[A-Za-z])/;

/** The member that an option stands for, if there is one: `--abort-config` → `abortConfig`. */
export function memberOfOption(option: string): string {
  return option.replace(dashes, "").replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The options that a written one may be: itself, or all that it is the beginning of; those of the AWS CLI itself come
 * before `own`, those of the command's members.
 */
export function optionsMeant(written: string, own: ReadonlyMap<string, unknown>): readonly string[] {
  if (globals.has(written) || own.has(written) || beside.includes(written)) return [written];
  if (written.length <= 2) return [];
  const startsSo = (names: readonly string[]): readonly string[] => names.filter((name) => name.startsWith(written));
  const ofAll = startsSo([...globals.keys()]);
  return ofAll.length > 0 ? ofAll : startsSo([...own.keys(), ...beside]);
}

/** The option that is meant: itself, or the only one that starts so. */
export function optionMeant(written: string, own: ReadonlyMap<string, unknown>): string | undefined {
  const [name, ...others] = optionsMeant(written, own);
  return others.length === 0 ? name : undefined;
}
