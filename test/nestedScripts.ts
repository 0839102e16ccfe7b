import { eachCallIn } from "../server/src/syntax/parse";
import { command } from "../server/src/updateJobCommand";

/** Texts in which a shell reads a script once more, by what stands around it there. Each is made of the script. */
export const nestings: readonly (readonly [around: string, nested: (script: string) => string])[] = [
  ["bash -c '…'", (script) => `bash -c ${inSingle(script)}`],
  ['bash -c "…"', (script) => `bash -c ${inDouble(script)}`],
  ["bash -c $'…'", (script) => `bash -c $'${script.replace(/[\\']/g, "\\$&")}'`],
  ["trap '…' EXIT", (script) => `trap ${inSingle(script)} EXIT`],
  ["ssh host '…'", (script) => `ssh host ${inSingle(script)}`],
  ["an eval of quotes of both kinds", (script) => `eval "cd ."'; ${inSingle(script).slice(1)}`],
  ["quotes in quotes", (script) => `ssh host ${inDouble(`bash -c ${inSingle(script)}`)}`],
  ["quotes in the same quotes", (script) => `bash -c ${inDouble(`cd . && bash -c ${inDouble(script)}`)}`],
  ["a substitution in quotes in quotes", (script) => `bash -c ${inSingle(`x="$(${script})"`)}`],
  ["backquotes", (script) => `x=\`${inBackquotes(script)}\``],
  ["backquotes in quotes", (script) => `bash -c ${inSingle(`x=\`${inBackquotes(script)}\``)}`],
  ["a here-string", (script) => `bash <<< ${inSingle(script)}`],
  ["what echo prints", (script) => `echo ${inSingle(script)} | bash`],
  ["a heredoc", (script) => `bash <<END\ncd \\\\\n  .\n${inBackquotes(script)}\nEND\n`],
  ["a heredoc that keeps its text", (script) => `bash <<-'END'\n\tcd .\n${script}\nEND\n`],
];

function inSingle(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function inDouble(text: string): string {
  return `"${text.replace(/[\\"$`]/g, "\\$&")}"`;
}

function inBackquotes(text: string): string {
  return text.replace(/[\\$`]/g, "\\$&");
}

/** Commands with a cursor, `<|>`, each to be read by a shell of its own. */
export const commandsAtCursor: readonly string[] = [
  `<|>`,
  `--desc<|>`,
  `<|>--description x`,
  `--<|> 'a b'`,
  `--description <|>`,
  `--description "<|>"`,
  `--description 'a<|>'`,
  `--timeout-config {<|>}`,
  `--timeout-config <|>`,
  `--timeout-config '{<|>}'`,
  `--timeout-config "{\\"in<|>\\"}"`,
  `--timeout-config $'{<|>}'`,
  `--timeout-config {\\\n<|>}`,
  `--abort-config {\\\n<|>}`,
  `--abort-config {\\\n\\"criteriaList\\":[{\\"action\\":\\"CANCEL\\"<|>}]}`,
  `--abort-config $'{\\x22criteriaList\\x22: [{"failureType": "<|>"}]}'`,
  `--presigned-url-config roleArn=<|>`,
  `--presigned-url-config 'roleArn=<|>'`,
  `--abort-config criteriaList=<|>`,
  `--abort-config "criteriaList=[{failureType=<|>}]"`,
  `--abort-config 'criteriaList=[{failureType=FAILED <|>}]'`,
  `--abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"$TYPE\\", <|>}]}"`,
  `--abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"FAILED\\" <|>}]}"`,
  `--job-executions-retry-config=criteria<|>`,
  `--job-executions-rollout-config <|>`,
  `--cli-input-json <|>`,
  `--cli-input-json '{<|>}'`,
  `--cli-input-json '{\n  "description": "x",\n  <|>\n}'`,
  `--cli-input-json "{\\"description\\": \\"$TYPE\\" <|>}"`,
  `--cli-input-yaml <|>`,
  `--cli-input-yaml '<|>'`,
  `--cli-input-yaml 'jobId: x\n<|>'`,
  `--cli-input-yaml "jobId: x\nabortConfig:\n  <|>"`,
  `--cli-input-yaml 'jobId: x\nabortConfig:\n  criteriaList:\n    - failureType: <|>'`,
  `--cli-input-yaml 'jobId: x\nabortConfig: {<|>}'`,
  `--cli-input-yaml 'presignedUrlConfig:\n  roleArn: <|>'`,
  `--cli-input-yaml $'jobId: x\\ntimeoutConfig:\\n  <|>'`,
].map((options) => `aws iot update-job --job-id x ${options}`);

/** A text that the session knows of, with all that a shell may take for itself. */
export const known = { roleArns: (): readonly string[] => [String.raw`arn:it's "a" \\ $b ${"`c`"}`] };

/** The words of the innermost command, as they are read here. */
export function wordsOf(text: string): readonly string[] {
  const found: (readonly [start: number, words: readonly string[]])[] = [];
  eachCallIn(text, "script", command, {
    call: ({ start, words }) => found.push([start, words.map(({ source }) => source.text)]),
  });
  return found.reduce((one, other) => (one[0] >= other[0] ? one : other))[1];
}
