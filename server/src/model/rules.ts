import { t } from "@vscode/l10n";
import type { Member, Node, ObjectNode, Span } from "../syntax/tree";
import { numberText } from "./coercion";
import { compareDecimals, floatOf, zero } from "./decimal";
import type { Report } from "./findings";
import type { Answer } from "./problem";
import { memberNamed, numberOf, textOf, valueOf } from "./read";
import { abortCriterion } from "./criteria";
import { exponentialRate } from "./rollout";
import type { Structure } from "./shape";
import { updateJob } from "./updateJob";
import { shown } from "../syntax/shown";

type Check = (node: ObjectNode, owner: Span, report: Report) => void;

const { presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig } =
  updateJob.members;
const maximumPerMinute = jobExecutionsRolloutConfig.shape.members.maximumPerMinute.shape;
const { numberOfNotifiedThings, numberOfSucceededThings } = exponentialRate.members.rateIncreaseCriteria.shape.members;

/** What a shape cannot state: the rules between members, by the structure whose members they compare. */
const checks = new Map<Structure, Check>([
  [updateJob, checkUpdate],
  [presignedUrlConfig.shape, checkPresignedUrls],
  [jobExecutionsRolloutConfig.shape, checkRollout],
  [exponentialRate.members.rateIncreaseCriteria.shape, checkIncrease],
  [abortConfig.shape, checkAbort],
  [timeoutConfig.shape, checkTimeout],
  [jobExecutionsRetryConfig.shape, checkRetry],
]);

/** Runs the rules of one structure. `owner` is the key that the structure belongs to. */
export function checkRules(node: ObjectNode, shape: Structure, owner: Span, report: Report): void {
  checks.get(shape)?.(node, owner, report);
}

/** Members that say which job it is; the others change it. */
const naming = ["jobId", "namespaceId"];
const changeable = Object.keys(updateJob.members).filter((name) => !naming.includes(name));
const reservedIds = ["get", "start-next", "notify", "notify-next"];

function checkUpdate(node: ObjectNode, owner: Span, report: Report): void {
  const id = valueOf(node, "jobId");
  if (id !== undefined && reservedIds.includes(textOf(id) ?? "")) {
    report(id, "reserved-job-id", t("A job of this name shares its MQTT topics with the commands of AWS IoT Jobs."));
  }
  if (id !== undefined && !node.open && node.members.every(({ name }) => naming.includes(name))) {
    const where = memberNamed(node, "jobId") ?? owner;
    report(where, "no-change", t("This changes nothing. Give at least one of {0}.", changeable.join(", ")));
  }
}

function checkPresignedUrls(node: ObjectNode, _owner: Span, report: Report): void {
  const expiry = memberNamed(node, "expiresInSec");
  if (expiry !== undefined && memberNamed(node, "roleArn") === undefined) {
    report(
      expiry,
      "expiry-without-role",
      t("The whole presignedUrlConfig is replaced: without roleArn the job may lose its role."),
      [add(node, "roleArn", presignedUrlConfig.shape.members.roleArn.shape.example)],
    );
  }
}

function checkRollout(node: ObjectNode, owner: Span, report: Report): void {
  const maximum = memberNamed(node, "maximumPerMinute");
  const rate = memberNamed(node, "exponentialRate");
  if (node.members.length === 0) {
    report(
      owner,
      "empty-structure",
      t("AWS IoT refuses an empty jobExecutionsRolloutConfig. Leave it out, or give maximumPerMinute."),
      [{ kind: "remove", part: node }, add(node, "maximumPerMinute", maximumPerMinute.example)],
    );
  } else if (rate !== undefined && maximum === undefined && valueOf(rate.value, "maximumPerMinute") === undefined) {
    report(rate, "missing-maximum", t("exponentialRate needs maximumPerMinute beside it."), [
      add(node, "maximumPerMinute", maximumPerMinute.default),
    ]);
  }
  const base = valueOf(rate?.value, "baseRatePerMinute");
  const [low, high] = [numberOf(base), numberOf(maximum?.value)];
  if (base !== undefined && low !== undefined && high !== undefined && compareDecimals(low, high) >= 0) {
    report(
      base,
      "base-rate",
      t("Expected baseRatePerMinute below maximumPerMinute, which is {0}.", textOfNumber(maximum?.value)),
      oneBelow(maximum?.value),
    );
  }
}

/** The highest rate below a maximum. */
function oneBelow(maximum: Node | undefined): readonly Answer[] {
  const text = maximum?.kind === "scalar" ? (numberText(maximum, "integer") ?? "") : "";
  if (!/^[0-9]{1,9}$/.test(text) || Number(text) < 2) return [];
  return [{ kind: "value", type: "number", text: String(Number(text) - 1) }];
}

function add(to: ObjectNode, name: string, json: string): Answer {
  return { kind: "add", to, members: [{ name, json }] };
}

function textOfNumber(node: Node | undefined): string {
  return node?.kind === "scalar" ? shown(node.text) : "";
}

/** DescribeJob gives null for the one that is not set: that is a mistake of its own. */
function given(node: ObjectNode, name: string): Member | undefined {
  const member = memberNamed(node, name);
  return member?.value?.kind === "scalar" && member.value.type === "null" ? undefined : member;
}

function checkIncrease(node: ObjectNode, owner: Span, report: Report): void {
  const notified = given(node, "numberOfNotifiedThings");
  const succeeded = given(node, "numberOfSucceededThings");
  if (notified !== undefined && succeeded !== undefined) {
    const message = t("Give either numberOfNotifiedThings or numberOfSucceededThings, not both.");
    const answers: readonly Answer[] = [succeeded, notified].map((part) => ({ kind: "remove", part }));
    report(notified, "one-criterion", message, [...answers].reverse());
    report(succeeded, "one-criterion", message, answers);
  } else if (node.members.length === 0) {
    report(owner, "one-criterion", t("Give numberOfNotifiedThings or numberOfSucceededThings."), [
      add(node, "numberOfSucceededThings", numberOfSucceededThings.shape.example),
      add(node, "numberOfNotifiedThings", numberOfNotifiedThings.shape.example),
    ]);
  }
}

function checkTimeout(node: ObjectNode, owner: Span, report: Report): void {
  if (node.members.length > 0) return;
  report(
    owner,
    "empty-structure",
    t("AWS IoT refuses an empty timeoutConfig. Leave it out, or give inProgressTimeoutInMinutes."),
    [
      { kind: "remove", part: node },
      add(node, "inProgressTimeoutInMinutes", timeoutConfig.shape.members.inProgressTimeoutInMinutes.shape.example),
    ],
  );
}

function criteriaOf(node: Node | undefined): readonly Node[] {
  const list = valueOf(node, "criteriaList");
  return list?.kind === "list" ? list.items : [];
}

function checkAbort(node: ObjectNode, _owner: Span, report: Report): void {
  const criteria = criteriaOf(node);
  repeatedFailureTypes(criteria, report);
  for (const criterion of criteria) {
    const threshold = valueOf(criterion, "thresholdPercentage");
    if (threshold !== undefined && isHundred(threshold)) {
      report(threshold, "criterion-never-acts", neverActs(textOf(valueOf(criterion, "failureType"))));
    }
  }
}

function neverActs(type: string | undefined): string {
  const known = Object.keys(abortCriterion.members.failureType.shape.values);
  const counted = known.filter((one) => (one === type || type === "ALL") && one !== "ALL");
  return counted.length === 0
    ? t("100 percent acts only when every finished execution counts for this criterion.")
    : t("100 percent acts only when every finished execution is {0}.", counted.join(t(" or ")));
}

function isHundred(node: Node): boolean {
  const float = node.kind === "scalar" ? floatOf(node.text) : undefined;
  if (float !== undefined) return float === 100;
  const value = numberOf(node);
  return value?.digits === "1" && value.scale === -2 && !value.negative;
}

/** Says it once for each type, however often it comes. */
function repeatedFailureTypes(criteria: readonly Node[], report: Report): void {
  const seen = new Map<string, number>();
  for (const criterion of criteria) {
    const type = valueOf(criterion, "failureType");
    const name = textOf(type);
    if (type === undefined || name === undefined) continue;
    const times = seen.get(name) ?? 0;
    const say = (message: string): void =>
      report(type, "repeated-failure-type", message, [{ kind: "remove", part: criterion }]);
    if (times === 1) say(t("An earlier criterion is for {0} too.", shown(name)));
    else if (times === 0 && seen.has("ALL")) say(t("An earlier criterion for ALL counts {0} too.", shown(name)));
    seen.set(name, times + 1);
  }
}

function checkRetry(node: ObjectNode, _owner: Span, report: Report): void {
  const criteria = criteriaOf(node);
  for (const criterion of criteria) {
    const retries = valueOf(criterion, "numberOfRetries");
    const count = numberOf(retries);
    if (retries !== undefined && count !== undefined && compareDecimals(count, zero) > 0) {
      report(
        retries,
        "retries-not-zero",
        t(
          "UpdateJob can only set numberOfRetries to 0, found {0}; to keep the retries of the job, leave jobExecutionsRetryConfig out.",
          textOfNumber(retries),
        ),
        [
          { kind: "remove", part: node },
          { kind: "value", type: "number", text: "0" },
        ],
      );
    }
    const type = valueOf(criterion, "failureType");
    if (type !== undefined && textOf(type) === "ALL" && criteria.length > 1) {
      report(
        type,
        "retry-all",
        t("A criterion for ALL stands alone; remove the others or name their failure types."),
        [...criteria.filter((other) => other !== criterion && criteria.length === 2), criterion].map(
          (part): Answer => ({ kind: "remove", part }),
        ),
      );
    }
  }
  repeatedFailureTypes(
    criteria.filter((criterion) => textOf(valueOf(criterion, "failureType")) !== "ALL"),
    report,
  );
}
