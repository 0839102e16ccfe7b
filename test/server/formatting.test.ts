import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { formatting } from "../../server/src/features/formatting";
import { analysisOf, plainDataOf } from "../fixture";

function formatted(text: string, options = { tabSize: 2, insertSpaces: true }): string {
  const analysis = analysisOf(text, "options");
  return TextDocument.applyEdits(analysis.document, formatting(analysis, options));
}

function pictures(name: string, before: string, after: string): void {
  test(name, () => {
    assert.equal(formatted(before), after);
    assert.equal(formatted(after), after, "once more changes nothing");
  });
}

pictures(
  "options in a row get a line each",
  `--job-id j1   --description "a  b" --timeout-config=inProgressTimeoutInMinutes=060`,
  `--job-id j1
--description "a  b"
--timeout-config=inProgressTimeoutInMinutes=060
`,
);

pictures(
  "options stand below the command, with the backslashes that it has, and values after their options",
  `aws --region eu-west-1 iot update-job --job-id j1 --description \\
      'It'\\''s slow' --timeout-config \\
  inProgressTimeoutInMinutes=60 \\

`,
  `aws --region eu-west-1 iot update-job \\
  --job-id j1 \\
  --description 'It'\\''s slow' \\
  --timeout-config inProgressTimeoutInMinutes=60
`,
);

pictures(
  "comments stay where they are, also those that look like continued lines",
  `

# nights \\
# are slow


# the job
aws iot update-job   --job-id j1   # the one \\
# why
        --description x --timeout-config  # behind
  inProgressTimeoutInMinutes=60 # last

# end

`,
  `# nights \\
# are slow

# the job
aws iot update-job
  --job-id j1 # the one \\
  # why
  --description x
  --timeout-config # behind
    inProgressTimeoutInMinutes=60 # last

# end
`,
);

pictures(
  "a value of several lines is kept letter for letter",
  `--abort-config '{"criteriaList":   [
     {"failureType": "ALL"}  ]}'    --job-id -5`,
  `--abort-config '{"criteriaList":   [
     {"failureType": "ALL"}  ]}'
--job-id -5
`,
);

test("a text with an open quote, or with nothing but comments, is left alone", () => {
  for (const text of [`--job-id   "j1`, `#  a`, "", "\n\n"]) assert.equal(formatted(text), text);
});

test("tabs and Windows line ends are kept to", () => {
  assert.equal(
    formatted("aws iot update-job --job-id j1\r\n--description x", { tabSize: 4, insertSpaces: false }),
    "aws iot update-job\r\n\t--job-id j1\r\n\t--description x\r\n",
  );
});

const piece = fc.constantFrom(
  ..."aws iot update-job --job-id j1 --description 'a b' \"c\" --timeout-config inProgressTimeoutInMinutes=6 # \\ -5"
    .split(" ")
    .concat("\n", "\\\n", "\r\n", "\n\n\n", "'a\n # b'", " "),
);

test("formatting changes neither the payload nor what is said of it, and formatting again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join(" ");
      const after = formatted(text);
      const [before, now] = [text, after].map((one) => analysisOf(one, "options"));
      assert.deepEqual(plainDataOf(now?.tree.roots[0]?.node), plainDataOf(before?.tree.roots[0]?.node));
      assert.deepEqual(
        now?.problems.map(({ code, message }) => [code, message]),
        before?.problems.map(({ code, message }) => [code, message]),
      );
      assert.equal(formatted(after), after);
      assert.equal(after.split("#").length, text.split("#").length);
    }),
    { numRuns: 500 },
  );
});
