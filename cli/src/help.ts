import { t } from "@vscode/l10n";

/** What `--help` prints: of one command if it has a text of its own, else of all. */
export function help(command?: string): string {
  const texts: Readonly<Record<string, () => string>> = { check, schema, skeleton };
  return (command === undefined ? undefined : texts[command]?.()) ?? all();
}

function all(): string {
  return t(`Checks and makes payloads of AWS IoT UpdateJob. Nothing leaves this machine.

Usage:
  iot-jobs check PATHS…      says what AWS IoT or the AWS CLI would refuse
  iot-jobs schema            prints the payload as a JSON Schema, draft 07
  iot-jobs skeleton          prints a valid payload to start from
  iot-jobs COMMAND --help    says more of a command
  iot-jobs --version

Exit code: 0 all is well, 1 problems were found, 2 wrong usage or a file that cannot be read.
`);
}

function check(): string {
  return t(`Usage: iot-jobs check [--format text|json] [--severity LEVEL] [--from NOTATION] PATHS…

PATHS are files, folders, globs in quotes, or - for the standard input. In a folder these are checked:
*.update-job.json, update-job.json, *.update-job, and the commands aws iot update-job in *.sh, *.bash, *.zsh and *.ksh.

  --format    text (file:line:column, for people and editors) or json (for programs)
  --severity  the least that counts: error, warning, information or hint; hint if absent
  --from      json, shorthand or script: the notation of all PATHS, in place of what their names say

Exit code: 0 no problems, 1 problems, 2 wrong usage or a file that cannot be read.
`);
}

function schema(): string {
  return t(`Usage: iot-jobs schema

Prints the payload of UpdateJob as a JSON Schema, draft 07, for editors and validators that know no more.
What a schema cannot say stands in docs/command-line.md; check finds that too.
`);
}

function skeleton(): string {
  return t(`Usage: iot-jobs skeleton [--full]

Prints a payload to start from, which check finds nothing wrong with.

  --full      every member once
`);
}
