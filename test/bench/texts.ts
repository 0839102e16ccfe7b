/** Texts to measure with: valid payloads of a wanted size, with a timeout near their start whose first digit is typed anew. */

export interface Sample {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Where the digit stands, both from 0 on. */
  readonly line: number;
  readonly character: number;
}

export type Kind = "JSON" | "YAML" | ".update-job" | "shell script";

/** A valid text of about so many characters. */
export function sample(kind: Kind, size: number): Sample {
  const { file, languageId, write } = kinds[kind];
  const text = write(size);
  const line = text.split("\n").findIndex((each) => each.includes("60"));
  return {
    uri: `file:///bench/${file}`,
    languageId,
    text,
    line,
    character: text.split("\n")[line]?.indexOf("60") ?? 0,
  };
}

const kinds = {
  JSON: { file: "a.update-job.json", languageId: "json", write: json },
  YAML: { file: "a.update-job.yaml", languageId: "yaml", write: yaml },
  ".update-job": { file: "a.update-job", languageId: "iot-update-job", write: options },
  "shell script": { file: "a.sh", languageId: "shellscript", write: script },
} as const;

/** So often as fills the size, once at least. */
function repeated(part: string, separator: string, size: number): string {
  const count = Math.max(1, Math.floor(size / (part.length + separator.length)));
  return Array.from({ length: count }, () => part).join(separator);
}

function json(size: number): string {
  const criterion =
    '      { "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.5, "minNumberOfExecutedThings": 100 }';
  return `{
  "jobId": "bench",
  "timeoutConfig": { "inProgressTimeoutInMinutes": 60 },
  "abortConfig": {
    "criteriaList": [
${repeated(criterion, ",\n", size)}
    ]
  }
}
`;
}

function yaml(size: number): string {
  const criterion =
    "    - failureType: FAILED\n      action: CANCEL\n      thresholdPercentage: 10.5\n      minNumberOfExecutedThings: 100";
  return `jobId: bench
timeoutConfig:
  inProgressTimeoutInMinutes: 60
abortConfig:
  criteriaList:
${repeated(criterion, "\n", size)}
`;
}

function options(size: number): string {
  const criterion = "  {failureType=FAILED,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=100}";
  return `aws iot update-job --job-id bench
  --timeout-config inProgressTimeoutInMinutes=60
  --abort-config 'criteriaList=[
${repeated(criterion, ",\n", size)}]'
`;
}

function script(size: number): string {
  const command = `echo "Stage $stage" >&2
if ! aws iot update-job --job-id "$job" --description "Stage 2" \\
  --timeout-config inProgressTimeoutInMinutes=60 \\
  --job-executions-rollout-config '{"maximumPerMinute": 20}'; then
  exit 1
fi
`;
  return `#!/usr/bin/env bash\nset -euo pipefail\n${repeated(command, "", size)}`;
}
