/** How bad a problem is, in VS Code's own numbers: error, warning, information, hint. */
export type Severity = 0 | 1 | 2 | 3;

/** What the status of a payload's file shows. */
export interface PayloadState {
  /** Of the worst problem; `undefined` for a valid payload. */
  readonly worst: Severity | undefined;
  /** How many problems; hints do not count. */
  readonly problems: number;
  /** Codes of the rules that the setting `iotJobs.rules` switches off, in alphabetical order. */
  readonly off: readonly string[];
}

const hint = 3;

export function payloadState(severities: readonly Severity[], rules: Readonly<Record<string, unknown>>): PayloadState {
  const counted = severities.filter((severity) => severity !== hint).sort();
  const off = Object.keys(rules).filter((code) => rules[code] === "off");
  return { worst: counted[0], problems: counted.length, off: off.sort() };
}
