import fc from "fast-check";
import { updateJob } from "../server/src/model/updateJob";
import type { PlainValue } from "../server/src/syntax/plainValue";

const texts = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom(
    "010",
    "true",
    "~",
    "",
    "a b",
    "it's",
    '"',
    "a\\",
    "a\\'",
    "$x",
    "`x`",
    "%PATH%",
    "^",
    "!x",
    "-a",
    "‘x’",
    "a,b",
    "{a}",
    "file://x",
    "https://x",
    "\u2028",
    "\u0085",
    "\ufeff",
    "#x",
    ": ",
    "- a",
  ),
);
const numbers = fc
  .oneof(
    fc.integer(),
    fc.integer({ min: 1, max: 99 }).map((n) => `${n}.50`),
    fc.constantFrom("-0", "1e3", "0.000001", "123456789012345678901234567890"),
  )
  .map((text): PlainValue => ({ kind: "number", text: String(text) }));
const scalars = fc.oneof(
  texts.map((text): PlainValue => ({ kind: "text", text })),
  numbers,
  fc.constantFrom<PlainValue>({ kind: "word", text: "true" }, { kind: "word", text: "null" }),
);
const names = fc.constantFrom(
  "criteriaList",
  "failureType",
  "thresholdPercentage",
  "roleArn",
  "expiresInSec",
  "maximumPerMinute",
  "exponentialRate",
  "rateIncreaseCriteria",
  "inProgressTimeoutInMinutes",
  "x y",
  "",
);
const { value } = fc.letrec<{ value: PlainValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }).map((items): PlainValue => ({ kind: "list", items })),
    membersOf(names, tie("value")),
  ),
}));
/** Payloads of any value under any name: most are wrong somewhere. */
export const payloads = membersOf(fc.constantFrom(...Object.keys(updateJob.members), "jobName", "constructor"), value);

function membersOf(name: fc.Arbitrary<string>, item: fc.Arbitrary<PlainValue>): fc.Arbitrary<PlainValue> {
  return fc
    .uniqueArray(fc.record({ name, value: item }), { maxLength: 4, selector: (member) => member.name })
    .map((members) => ({ kind: "object", members }));
}

const text = (value: fc.Arbitrary<string>): fc.Arbitrary<PlainValue> => value.map((text) => ({ kind: "text", text }));
const number = (value: fc.Arbitrary<number | string>): fc.Arbitrary<PlainValue> =>
  value.map((each) => ({ kind: "number", text: String(each) }));

/** An object with these members, each there or not but for the required ones. */
function some(
  members: Readonly<Record<string, fc.Arbitrary<PlainValue>>>,
  required: readonly string[] = [],
): fc.Arbitrary<PlainValue> {
  const entries = Object.entries(members).map(([name, value]) => {
    const member = value.map((each) => [{ name, value: each }]);
    return required.includes(name) ? member : fc.oneof(member, fc.constant([]));
  });
  return fc.tuple(...entries).map((found) => ({ kind: "object", members: found.flat() }));
}

function whole(members: Readonly<Record<string, fc.Arbitrary<PlainValue>>>): fc.Arbitrary<PlainValue> {
  return some(members, Object.keys(members));
}

const criterion = whole({
  failureType: text(fc.constantFrom("FAILED", "REJECTED", "TIMED_OUT", "ALL")),
  action: text(fc.constant("CANCEL")),
  thresholdPercentage: number(fc.constantFrom("10.5", "0.01", "100", "33.30", "5")),
  minNumberOfExecutedThings: number(fc.integer({ min: 1, max: 500 })),
});
const list = (item: fc.Arbitrary<PlainValue>): fc.Arbitrary<PlainValue> =>
  fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => ({ kind: "list", items }));

/** Payloads of the right types, with all required members. */
export const typedPayloads = some(
  {
    jobId: text(fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/)),
    description: text(texts),
    presignedUrlConfig: some({
      roleArn: text(
        fc.constantFrom("arn:aws:iam::123456789012:role/Jobs", "arn:aws:iam::123456789012:role/a+b=c,d.e@f-g"),
      ),
      expiresInSec: number(fc.integer({ min: 60, max: 3600 })),
    }),
    jobExecutionsRolloutConfig: some({
      maximumPerMinute: number(fc.integer({ min: 1, max: 1000 })),
      exponentialRate: whole({
        baseRatePerMinute: number(fc.integer({ min: 1, max: 10 })),
        incrementFactor: number(fc.constantFrom("1.5", "2", "2.0")),
        rateIncreaseCriteria: some({ numberOfNotifiedThings: number(fc.integer({ min: 1, max: 99 })) }),
      }),
    }),
    abortConfig: whole({ criteriaList: list(criterion) }),
    timeoutConfig: some({ inProgressTimeoutInMinutes: number(fc.integer({ min: 1, max: 10_080 })) }),
    namespaceId: text(fc.constantFrom("greengrass", "a_b-c")),
  },
  ["jobId"],
);
