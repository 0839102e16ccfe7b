/** What follows an option: nothing, any value, a whole number, or one of these words. */
type OptionValue = "none" | "any" | "whole" | readonly string[];

/** Options of the AWS CLI itself, with what its second version takes after them. They say nothing about the payload. */
export const globals: ReadonlyMap<string, OptionValue> = new Map(
  Object.entries<OptionValue>({
    "--ca-bundle": "any",
    "--cli-auto-prompt": "none",
    "--cli-binary-format": ["base64", "raw-in-base64-out"],
    "--cli-connect-timeout": "whole",
    "--cli-error-format": ["enhanced", "json", "yaml", "text", "table", "legacy"],
    "--cli-read-timeout": "whole",
    "--color": ["on", "off", "auto"],
    "--debug": "none",
    "--endpoint-url": "any",
    "--no-cli-auto-prompt": "none",
    "--no-cli-pager": "none",
    "--no-paginate": "none",
    "--no-sign-request": "none",
    "--no-verify-ssl": "none",
    "--output": ["json", "text", "table", "yaml", "yaml-stream", "off"],
    "--profile": "any",
    "--query": "any",
    "--region": "any",
    "--v2-debug": "none",
    "--version": "none",
  }),
);

/** The words of which one must follow an option of the AWS CLI itself; none where it may be another value. */
export function wordsAfter(option: string): readonly string[] {
  const value = globals.get(option);
  return value === undefined || typeof value === "string" ? [] : value;
}

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
