import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { payload } from "../../server/src/features/payload";
import { notationOf } from "../../server/src/payloadFiles";
import { analysisOf, assertInside, hoverText, plain, underlined } from "../fixture";

function pictures(name: string, picture: string): void {
  test(name, () => assert.equal(underlined(plain(picture), "options"), picture));
}

function valueOf(text: string): unknown {
  return payload(analysisOf(text, "options"), undefined)?.payload;
}

test("a value of nothing is one problem", () => {
  const picture = `--job-id j1 --description x --timeout-config ''
                                              ~ syntax: Expected =, found the end.`;
  assert.equal(underlined(plain(picture), "options"), picture);
});

pictures(
  "words of the command, comments, newlines with and without backslash, and every quote are clean",
  `# slower nights
aws iot update-job --region us-east-1 \\
  --job-id "example-job-01" # the one
  --description 'It'\\''s "slow"'
--timeout-config inProgressTimeoutInMinutes=60
--abort-config '{"criteriaList": [{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 5,
  "minNumberOfExecutedThings": 100}]}'
`,
);

pictures(
  "shorthand in braces is one problem, and what is in it is checked",
  `--job-id j1 --timeout-config '{inProgressTimeoutInMinutes=0}'
                              ~ syntax: The AWS CLI reads what starts with { as JSON. Write shorthand without the braces around it.
                                                          ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.`,
);

test("the payload holds what a shell hands on and the AWS CLI makes of it", () => {
  const text = `--job-id=j\\1 --description "a \\"b\\" \\$5 \\
c"'d' --timeout-config "inProgressTimeoutInMinutes=1_0"`;
  const value = { jobId: "j1", description: 'a "b" $5 cd', timeoutConfig: { inProgressTimeoutInMinutes: 10 } };
  assert.deepEqual(valueOf(text), value);
});

test("flags lie above the members of a literal --cli-input-json, and a repeated option is its last", () => {
  const text = `--cli-input-json '{"jobId": "a", "description": "b"}' --description c --description d`;
  assert.deepEqual(valueOf(text), { jobId: "a", description: "d" });
});

test("a payload with a part that only a shell or a file knows has no value, and no error", () => {
  for (const text of ['--job-id "$ID" --description x', "--cli-input-json file://job.json", "$ARGS"]) {
    assert.deepEqual([underlined(text, "options"), valueOf(text)], [text, undefined]);
  }
});

test("an option shows the documentation of its member", () => {
  assert.match(hoverText("--job-id j1 --timeout-con<|>fig inProgressTimeoutInMinutes=60", "options"), /timeoutConfig/);
  assert.match(
    hoverText('--timeout-config "inProgressTimeoutInMinutes=9<|>0"', "options"),
    /90 minutes = 1 hour 30 minutes/,
  );
});

pictures(
  "a missing job is reported on the command",
  `aws iot update-job
        ~~~~~~~~~~ missing-member: The required member jobId is missing.`,
);

pictures(
  "a file of comments has no payload",
  `# nothing here
~~~~~~~~~~~~~~ empty-payload: A payload is missing. It needs --job-id.`,
);

pictures(
  "a problem inside quotes stands where its text stands",
  `--job-id j1 --timeout-config "{\\"inProgressTimeoutInMinutes\\": 0}"
                                                               ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.`,
);

pictures(
  "options that there are not",
  `--job-id j1 --abort-confg '{}' --targets x --foo bar=1 --timeoutConfig=x
~~~~~~~~ no-change: This changes nothing. Give at least one of description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig.
            ~~~~~~~~~~~~~ unknown-option: There is no option --abort-confg. Did you mean --abort-config?
                               ~~~~~~~~~ unknown-option: targets belongs to CreateJob; UpdateJob cannot change it.
                                           ~~~~~ unknown-option: There is no option --foo.
                                                       ~~~~~~~~~~~~~~~ unknown-option: There is no option --timeoutConfig. Did you mean --timeout-config?`,
);

pictures(
  "two dashes before the options and after them change nothing",
  "aws iot update-job -- --job-id j1 --description x --",
);

pictures(
  "two dashes elsewhere are for nothing",
  `--job-id j1 -- --description x
            ~~ unknown-option: There is no option --.`,
);

pictures(
  "options with one dash, with long ones, and with a blank that shells do not know",
  `-job-id j1 —description x –-namespace-id=y --timeout-config\u00a0x
~~~~~~~ unknown-option: There is no option -job-id. Did you mean --job-id?
           ~~~~~~~~~~~~ unknown-option: There is no option —description. Did you mean --description?
                          ~~~~~~~~~~~~~~ unknown-option: There is no option –-namespace-id. Did you mean --namespace-id?
                                                           ~ unknown-option: U+00A0 is no space to a shell.`,
);

pictures(
  "JSON inside shorthand is one mistake",
  `--job-id j1 --abort-config 'criteriaList=[{"failureType":"ALL","action":"CANCEL","thresholdPercentage":1}]'
                                           ~ syntax: Expected =, found ".
  --timeout-config “inProgressTimeoutInMinutes=5”
                   ~ syntax: Expected =, found “.`,
);

pictures(
  "JSON without quotes around it is one mistake, however many words it is",
  `--job-id j1 --timeout-config {"inProgressTimeoutInMinutes": 0} --abort-config { "criteriaList": [] }
                                                            ~~ unknown-option: 0} belongs to no option. Put a value with spaces in quotes.
                                                                                ~~~~~~~~~~~~~~~ unknown-option: criteriaList: belongs to no option. Put a value with spaces in quotes.`,
);

pictures(
  "what other shells have at the end of a line",
  `--job-id j1 \`
            ~ unknown-option: Only PowerShell continues a line with \`; end the line with a backslash.
  --description x ^
                  ~ unknown-option: Only cmd continues a line with ^; end the line with a backslash.
  --namespace-id \`echo x\`
`,
);

pictures(
  "prefixes are taken where they fit one option, those of the AWS CLI itself first",
  `--job-i j1 --desc x --de --job
~~~~~~~ option-prefix: The AWS CLI takes this for --job-id. Spell it out.
           ~~~~~~ option-prefix: The AWS CLI takes this for --description. Spell it out.
                    ~~~~ option-prefix: The AWS CLI takes this for --debug. Spell it out.
                         ~~~~~ unknown-option: --job could be --job-id or --job-executions-rollout-config or --job-executions-retry-config.`,
);

pictures(
  "only the last of a repeated option counts",
  `--job-id a/b --description x --job-id=b
~~~~~~~~ repeated-option: --job-id stands here again; the AWS CLI takes only the last.`,
);

pictures(
  "options without a value, and values that look like options",
  `--job-id -abc --description --timeout-config --region us-east-1 --namespace-id -5
~~~~~~~~ syntax: A value that starts with - is written --job-id=-abc.
              ~~~~~~~~~~~~~ syntax: A value is missing after this.
                            ~~~~~~~~~~~~~~~~ syntax: A value is missing after this.`,
);

pictures(
  "words that belong to no option",
  `--job-id j1 '' --description two words --debug=1
                                 ~~~~~ unknown-option: words belongs to no option. Put a value with spaces in quotes.
                                       ~~~~~~~~~ syntax: --debug takes no value.`,
);

pictures(
  "a flag replaces a member of --cli-input-json whole",
  `--cli-input-json '{"jobId": "j1", "abortConfig": {}, "timeoutConfig": {"inProgressTimeoutInMinutes": 0}}'
                                                                                                     ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
  --abort-config "$ABORT"
  ~~~~~~~~~~~~~~ overridden-member: This replaces the whole abortConfig of --cli-input-json.`,
);

pictures(
  "--cli-input-json stands in for the job id only as a word of its own",
  `--cli-input-json=file://job.json
~~~~~~~~~~~~~~~~ syntax: Written like this, it does not stand in for --job-id. Write --cli-input-json, a space, the value.`,
);

pictures(
  "a path without file:// is no JSON",
  `--cli-input-json job.json
                 ~~~~~~~~ syntax: Expected an object in { }, or file:// and the path of one.`,
);

pictures(
  "what stands beside an unknown word is checked",
  `$OPTIONS --timeout-config inProgressTimeoutInMinutes=0 --presigned-url-config roleArn=$ROLE,expiresInSec=1
                                                     ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.`,
);

pictures(
  "brackets and braces that a shell would expand are a warning, and read as they stand",
  `--job-id j1 --abort-config criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=nan,minNumberOfExecutedThings=1e2},{}]
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ shell-expansion: Put this in single quotes: unquoted, a shell expands the brackets and braces.
                                                                                            ~~~ range: Expected a number above 0, up to 100, found nan.
                                                                                                                          ~~~ integer: Write the whole number 100 without point or exponent; the AWS CLI refuses 1e2.
                                                                                                                               ~ missing-member: The required members failureType, action, thresholdPercentage, minNumberOfExecutedThings are missing.`,
);

pictures(
  "a list without brackets",
  `--job-id j1 --abort-config 'criteriaList={failureType=ALL}'
                                         ~ type: Expected a list; put it in [ ].`,
);

pictures(
  "a quote that is never closed ends with its line",
  `--job-id j1 --description 'never closed
                          ~ syntax: The closing quote ' is missing.
--timeout-config inProgressTimeoutInMinutes=0
                                            ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.`,
);

pictures(
  "what a shell takes for itself",
  `--job-id j1 --description a;b
                           ~ shell-expansion: A shell takes ; for itself; put it in quotes.`,
);

test("any text is read without an exception, with problems inside of it", () => {
  const pieces = [
    "--job-id",
    "--cli-input-json",
    "--timeout-config",
    "=",
    " ",
    "\n",
    "\\",
    "'",
    '"',
    "$(",
    ")",
    "`",
    "{",
    "}",
  ];
  const more = ["[", "]", "$", "#", "*", "file://", "x=1", '{"jobId":', "\u0000", "😀", "\r\n", ",", "-"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      assertInside(analysisOf(text, "options").problems, text);
    }),
  );
});

test("a file is an option list by its language or its name", () => {
  const of = notationOf([]);
  assert.deepEqual(
    [of("file:///a.update-job", "plaintext"), of("untitled:1", "iot-update-job"), of("file:///a.sh", "plaintext")],
    ["options", "options", undefined],
  );
});
