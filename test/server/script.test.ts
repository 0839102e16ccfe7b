import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codeLenses } from "../../server/src/features/codeLenses";
import { payload } from "../../server/src/features/payload";
import { notationOf } from "../../server/src/payloadFiles";
import { analysisOf, assertInside, atCursor, hoverText, plain, underlined, plainDataOf } from "../fixture";

function pictures(name: string, picture: string): void {
  test(name, () => assert.equal(underlined(plain(picture), "script"), picture));
}

pictures(
  "a command is found after assignments, reserved words and programs that run it, in pipelines and functions",
  String.raw`set -e; JOB=$1 aws --region eu-west-1 iot --debug update-job --job-id "$JOB" --description "" > out.txt 2>&1 &
                                                                                           ~~ length: Expected text, found none.
if ! sudo -u x /usr/local/bin/aws iot update-job --job-id "$JOB" --description '' | tee log; then echo "don't"; fi
                                                                               ~~ length: Expected text, found none.
function f { aws iot update-job --job-id "$1" --description x; }
update() { aws iot update-job --job-id a/b --description x; }
                                       ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
`,
);

pictures(
  "a command is found in substitutions and heredocs, which may end in the middle of a line",
  String.raw`R="$(aws iot update-job --job-id j1 --abort-config '{}' --query "x")"
                                    ~~~~~~~~~~~~~~ missing-member: The required member criteriaList is missing.
diff <(aws iot update-job --job-id a/b --description x) b
                                   ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
bash <<EOF && echo done
aws iot update-job \
  --job-id j1 \
  --timeout-config inProgressTimeoutInMinutes=0 # comment
                                              ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
EOF
case $1 in a) aws iot update-job;; esac
                      ~~~~~~~~~~ missing-member: The required member jobId is missing.
`,
);

test("a command in backquotes is found", () => {
  const problems = analysisOf("X=`aws iot update-job --job-id a/b --description x`", "script").problems;
  assert.deepEqual(
    problems.map(({ code, start, end }) => ({ code, start, end })),
    [{ code: "pattern", start: 31, end: 34 }],
  );
});

pictures(
  "what only looks like the command is left alone, and so are the mistakes of the script",
  String.raw`echo aws iot update-job --job-id a/b
aws iot describe-job --job-id a/b
aws iot update-job help
# aws iot update-job
cat > readme <<'END'
don't write: aws iot update-job-execution
END
scp host "aws iot update-job --job-id a/b"
grep 'aws iot update-job --job-id a/b' x.sh
echo 'never closed
`,
);

test("where a shell gets a carriage return, it is said: after the last word, and after a backslash that it takes the line end from", () => {
  const said = (text: string): readonly string[] =>
    analysisOf(text, "script")
      .problems.filter(({ code }) => code === "carriage-return")
      .map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(said("aws iot update-job --job-id a --description b\r\necho\r\n"), ["b"]);
  assert.deepEqual(said("aws iot update-job --job-id a \\\r\n  --description b\r\n"), ["\\"]);
  assert.deepEqual(said("aws iot update-job --job-id a --description 'b'  \r\n"), ["'b'"]);
  assert.deepEqual(said("aws iot update-job --job-id a --description b && echo done\r\n"), []);
  assert.deepEqual(said("aws iot update-job --job-id a --description 'b\r\nc'\n"), []);
});

pictures(
  "variables and substitutions are taken as they come; what stands beside them is checked",
  String.raw`for id in "$@"; do
  aws iot update-job --job-id "$id" $MORE --timeout-config inProgressTimeoutInMinutes=$((60 * 2))
  aws iot update-job --cli-input-json "$(jq . job.json)" --description "" --abort-config criteriaList=[{a=1},{b=2}]
                                                                       ~~ length: Expected text, found none.
                                                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~ shell-expansion: Put this in single quotes: unquoted, a shell expands the brackets and braces.
                                                                                                       ~ missing-member: The required members failureType, action, thresholdPercentage, minNumberOfExecutedThings are missing.
                                                                                                        ~ unknown-member: a is not a member here. Expected one of failureType, action, thresholdPercentage, minNumberOfExecutedThings.
                                                                                                             ~ missing-member: The required members failureType, action, thresholdPercentage, minNumberOfExecutedThings are missing.
                                                                                                              ~ unknown-member: b is not a member here. Expected one of failureType, action, thresholdPercentage, minNumberOfExecutedThings.
done
`,
);

pictures(
  "quotes, comments, heredocs and patterns inside a substitution hide nothing after it",
  String.raw`A=$(
  # don't ) stop
  echo 'a\' "$(echo ")")"; case $1 in a) echo 1;; (b) echo 2;; esac
  case "$1 (all)" in a) echo 1;; esac # )
  cat <<-'END' # )
	don't ) stop
	END
)
B="$(echo "it's $((1 << 2))" '$(')" E=$(echo \(# it\'s) C="5$'" D="\${x:-it's}"
aws iot update-job --job-id a/b --description x
                            ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
`.replace("\\$", "$"),
);

pictures(
  "the program may have any spelling, and options nobody knows after it",
  String.raw`"C:\Program Files\Amazon\AWSCLIV2\aws.exe" iot update-job --job-id j1 --description ""
                                                                                    ~~ length: Expected text, found none.
docker run --rm -it -v ~/.aws:/root/.aws amazon/aws-cli:2.9.1 iot update-job --job-id j1 --description ""
                                                                                                       ~~ length: Expected text, found none.
"$AWS" iot update-job --description ""
           ~~~~~~~~~~ missing-member: The required member jobId is missing.
                                    ~~ length: Expected text, found none.
aws "\${options[@]}" --region $REGION iot update-job --job-id j1 --description $""
                                                                              ~~~ length: Expected text, found none.
time -p aws iot update-job --job-id j1 --description ""
                                                     ~~ length: Expected text, found none.
kubectl exec pod -- flock /tmp/lock aws iot update-job --job-id j1 --description ""
                                                                                 ~~ length: Expected text, found none.
`.replaceAll("\\$", "$"),
);

pictures(
  "the words of an array go over its lines, and more of them may come later",
  String.raw`update=(
  aws iot update-job # it's long
  --job-id a/b
           ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
)
[[ -z $text ]] || update+=(--description "$text")
"\${update[@]}"
aws iot update-job --job-id j1 --description ""
                                             ~~ length: Expected text, found none.
`.replaceAll("\\$", "$"),
);

pictures(
  "text that is only shown or passed over is no script",
  String.raw`usage() {
  cat >&2 <<END
Usage: it's
  aws iot update-job --job-id ID
END
}
: <<'END'
aws iot update-job
END
cat <<END | sh
aws iot update-job --job-id j1 --description ''
                                             ~~ length: Expected text, found none.
END
cat <<END > run.sh
aws iot update-job --job-id j1 --description ''
                                             ~~ length: Expected text, found none.
END
`,
);

pictures(
  "shifts, braces in a default and closed files are no heredocs, blocks and words",
  String.raw`(( mask = 1 << 2 ))
for ((i = 0; i << 1 < 4; i++)); do :; done
json="\${JSON:-{}" more=$( (( 1 << 2 )) )
aws iot update-job --job-id 'a$b' --description "$x" 3>&-'' {log}>y ""2>x
                            ~~~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "$".
                                                                    ~~~ unknown-option: 2 belongs to no option. Put a value with spaces in quotes.
`.replaceAll("\\$", "$"),
);

pictures(
  "what stands in $'…' is known, as far as it is text",
  String.raw`aws iot update-job --job-id $'a\tb' --description $'it\'s \u00e9'
                            ~~~~~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found U+0009.
aws iot update-job --job-id $'\xe9' --timeout-config $'inProgressTimeoutInMinutes\x3d0'
                                                                                     ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
aws iot update-job --job-id j1 --timeout-config $'inProgressTimeoutInMinutes=\60'
                                                                             ~~~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
`,
);

test("the payload holds what Bash makes of $'…'", () => {
  const text = String.raw`aws iot update-job --job-id $'\x6a\61' --description $'a\'b\\c\q\U1F600'"\$'"`;
  assert.deepEqual(payload(analysisOf(text, "script"), undefined)?.payload, {
    jobId: "j1",
    description: "a'b\\c\\q😀$'",
  });
});

test("between backquotes one backslash before a quote or dollar sign is taken off", () => {
  const problems = analysisOf(
    String.raw`X="\`aws iot update-job --job-id \$J --description \"\"\`"`.replaceAll("\\`", "`"),
    "script",
  ).problems;
  assert.deepEqual(
    problems.map(({ code, start, end }) => ({ code, start, end })),
    [{ code: "length", start: 51, end: 54 }],
  );
});

pictures(
  "a blank after the backslash ends the command",
  `aws iot update-job --job-id j1 \\ 
                   ~~~~~~~~ no-change: This changes nothing. Give at least one of description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig.
                               ~~ unknown-option: Remove the space after the backslash: it continues the command only at the end of its line.
  --description x
`,
);

test("each command has its own lens, hover and payload", () => {
  const text = "aws iot update-job --job-id a --description x\naws iot update-job --job-id b --desc<|>ription y\n";
  const marked = atCursor(text);
  const analysis = analysisOf(marked.text, "script");
  assert.equal(codeLenses(analysis, ["iotJobs.runUpdateJob"]).length, 2);
  assert.match(hoverText(text, "script"), /description/);
  assert.deepEqual(payload(analysis, marked.offset)?.payload, { jobId: "b", description: "y" });
});

test("a command inside a substitution is the one at its place", () => {
  const text = 'aws iot update-job --job-id a --description "$(aws iot update-job --job-id b --description<|> y)"';
  const marked = atCursor(text);
  assert.deepEqual(payload(analysisOf(marked.text, "script"), marked.offset)?.payload, {
    jobId: "b",
    description: "y",
  });
});

test("the payloads of a script are in the order of its text, those inside of others before them", () => {
  const text = `a='x'
aws iot update-job --job-id a --description a
aws iot update-job --job-id b --description "$(aws iot update-job --job-id c --description c)"
aws iot update-job --job-id d --description d
`;
  const ids = analysisOf(text, "script").tree.roots.map(({ node }) => plainDataOf(node));
  assert.deepEqual(
    ids.map((value) => JSON.stringify(value).slice(0, 12)),
    ['{"jobId":"a"', '{"jobId":"c"', '{"jobId":"b"', '{"jobId":"d"'],
  );
});

test("a shell script is known by its language", () => {
  for (const id of ["shellscript", "sh", "bash", "zsh"]) assert.equal(notationOf([])("file:///a.sh", id), "script");
  assert.equal(notationOf([])("file:///a.py", "python"), undefined);
});

test("any script is read without an exception, with problems inside of it", () => {
  const pieces = [
    "aws iot update-job ",
    "--job-id",
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
    "<<E\n",
    "E\n",
  ];
  const more = ["<(", ">", "|", ";", "&", "2>&1", "[", "]", "$", "#", "x=1", "\u0000", "😀", "\r\n", "${", "$'", "<<-"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }), (parts) => {
      const text = `aws iot update-job ${parts.join("")}`;
      assertInside(analysisOf(text, "script").problems, text);
    }),
  );
});
