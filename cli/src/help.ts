import { t } from "@vscode/l10n";

/** What `--help` prints: of one command if it has a text of its own, else of all. */
export function help(command?: string): string {
  const texts: Readonly<Record<string, () => string>> = { check, convert, schema, skeleton };
  return (command === undefined ? undefined : texts[command]?.()) ?? all();
}

function all(): string {
  return t(`Checks and makes payloads of AWS IoT UpdateJob. Nothing leaves this machine.

Usage:
  iot-jobs check PATHS…      says what AWS IoT or the AWS CLI would refuse
  iot-jobs convert FILE      writes a payload in another notation, or as a command for a shell
  iot-jobs schema            prints the payload as a JSON Schema, draft 07
  iot-jobs skeleton          prints a valid payload to start from
  iot-jobs COMMAND --help    says more of a command
  iot-jobs --version

Exit code: 0 all is well, 1 problems were found, 2 wrong usage or a file that cannot be read.
`);
}

function check(): string {
  return t(`Usage: iot-jobs check [--format text|json] [--severity LEVEL] [--from NOTATION]
                      [--rule CODE=LEVEL]… PATHS…

PATHS are files, folders, globs in quotes, or - for the standard input. In a folder these are checked:
*.update-job.json, *.update-job.yaml, *.update-job.yml, update-job.json, update-job.yaml, update-job.yml, *.update-job,
and the commands aws iot update-job in *.sh, *.bash, *.zsh and *.ksh.

  --format    text (file:line:column, for people and editors) or json (for programs)
  --severity  the least that counts: error, warning, information or hint; hint if absent
  --from      json, yaml, shorthand (options of the command) or script: the notation of the files, in place of what
              their names say
  --rule      the severity of a kind of problem: error, warning, information, hint or off, as in iotJobs.rules

Exit code: 0 no problems, 1 problems, 2 wrong usage or a file that cannot be read.
`);
}

function convert(): string {
  return t(`Usage: iot-jobs convert --to TARGET [--from NOTATION] [--line NUMBER] FILE

Writes the payload of FILE, or of the standard input for -, in another notation: the same value, digit for digit.

  --to    json, yaml, shorthand (a *.update-job file), or one command line for bash, powershell (7 and later),
          powershell5 or cmd
  --from  json, yaml, shorthand or script: the notation of FILE, in place of what its name says
  --line  a line of the command that is meant, in a script with several

Exit code: 0 done, 1 there are mistakes in the way or something was left out, 2 wrong usage or a file that cannot be read.
`);
}

function schema(): string {
  return t(`Usage: iot-jobs schema

Prints the payload of UpdateJob as a JSON Schema, draft 07, for editors and validators that know no more.
What a schema cannot say stands in docs/command-line.md; check finds that too.
`);
}

function skeleton(): string {
  return t(`Usage: iot-jobs skeleton [--full] [--to TARGET]

Prints a payload to start from, which check finds nothing wrong with.

  --full  every member once
  --to    json (if absent), yaml, shorthand, bash, powershell, powershell5 or cmd, as for convert
`);
}
