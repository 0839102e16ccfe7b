import { t } from "@vscode/l10n";
import type { Node, ScalarNode } from "../syntax/tree";
import { numberText } from "./coercion";
import { abortCriterion, retryCriterion } from "./criteria";
import { parseDecimal } from "./decimal";
import { textOf, valueOf } from "./read";
import type { Quantity, Shape } from "./shape";
import { stagesOf } from "./stages";
import { updateJob } from "./updateJob";

/** What values come to when they are put together. */
export interface Meaning {
  readonly sentence: string;
  /** In a few words: VS Code cuts the hints of a line after 43 characters. */
  readonly short: string;
}

const rollout = updateJob.members.jobExecutionsRolloutConfig.shape;

/** What a value comes to by itself; `undefined` while it is incomplete or says all there is to say. */
export function meaningOf(node: Node | undefined, shape: Shape | undefined): Meaning | undefined {
  if (node?.kind === "scalar") return shape?.kind === "quantity" ? quantityMeaning(node, shape) : undefined;
  if (shape === abortCriterion) return abortMeaning(node);
  if (shape === retryCriterion) return retryMeaning(node);
  return shape === rollout ? rolloutMeaning(node) : undefined;
}

/** Nobody reads more criteria than this in one place. */
const most = 10;

/** What a value and all that it holds come to. */
export function meaningsOf(node: Node | undefined, shape: Shape | undefined): readonly Meaning[] {
  const own = meaningOf(node, shape);
  if (own !== undefined) return [own];
  if (node?.kind === "list" && shape?.kind === "list") {
    return node.items.slice(0, most).flatMap((item) => meaningsOf(item, shape.item));
  }
  if (node?.kind !== "object" || shape?.kind !== "structure") return [];
  return Object.entries(shape.members).flatMap(([name, member]) => meaningsOf(valueOf(node, name), member.shape));
}

/** A number as the AWS CLI reads it, if it is one that a sentence can hold. */
function positive(node: Node | undefined): string | undefined {
  const text = node?.kind === "scalar" ? numberText(node, "double") : undefined;
  const value = text === undefined || text.length > 16 ? undefined : parseDecimal(text);
  return value === undefined || value.negative ? undefined : text;
}

function quantityMeaning(node: ScalarNode, shape: Quantity): Meaning | undefined {
  const text = positive(node);
  if (text === undefined) return undefined;
  const [number, unit] = [Number(text), t(shape.unit)];
  switch (shape.unit) {
    case "seconds":
      return number < 60 || !Number.isInteger(number) ? undefined : equal(`${text} ${unit}`, duration(number));
    case "minutes":
      return number < 60 || !Number.isInteger(number) ? undefined : equal(`${text} ${unit}`, duration(number * 60));
    case "devices per minute":
      return equal(t("{0} a minute", text), t("{0} an hour", grouped(plain(number * 60))));
    default:
      return undefined;
  }
}

function equal(left: string, right: string): Meaning {
  return { sentence: `${left} = ${right}`, short: `= ${right}` };
}

/** At most one digit after the point: what a rate comes to is an estimate anyway. */
function plain(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** 60000 → "60,000". */
function grouped(number: string): string {
  return number.replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
}

/** 5400 → "1 hour 30 minutes". */
function duration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return [
    days === 0 ? "" : days === 1 ? t("1 day") : t("{0} days", days),
    hours === 0 ? "" : hours === 1 ? t("1 hour") : t("{0} hours", hours),
    minutes === 0 ? "" : minutes === 1 ? t("1 minute") : t("{0} minutes", minutes),
    seconds % 60 === 0 ? "" : seconds % 60 === 1 ? t("1 second") : t("{0} seconds", seconds % 60),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function abortMeaning(node: Node | undefined): Meaning | undefined {
  const share = positive(valueOf(node, "thresholdPercentage"));
  const count = positive(valueOf(node, "minNumberOfExecutedThings"));
  if (share === undefined || count === undefined || textOf(valueOf(node, "action")) !== "CANCEL") return undefined;
  switch (textOf(valueOf(node, "failureType"))) {
    case "FAILED":
      return {
        sentence: t("cancels the job when at least {0} % of {1} or more finished executions failed", share, count),
        short: t("cancels if {0} % of {1}+ failed", share, count),
      };
    case "REJECTED":
      return {
        sentence: t(
          "cancels the job when at least {0} % of {1} or more finished executions were rejected",
          share,
          count,
        ),
        short: t("cancels if {0} % of {1}+ were rejected", share, count),
      };
    case "TIMED_OUT":
      return {
        sentence: t("cancels the job when at least {0} % of {1} or more finished executions timed out", share, count),
        short: t("cancels if {0} % of {1}+ timed out", share, count),
      };
    case "ALL":
      return {
        sentence: t(
          "cancels the job when at least {0} % of {1} or more finished executions failed, were rejected or timed out",
          share,
          count,
        ),
        short: t("cancels if {0} % of {1}+ did not succeed", share, count),
      };
    case undefined:
    default:
      return undefined;
  }
}

function retryMeaning(node: Node | undefined): Meaning | undefined {
  const count = positive(valueOf(node, "numberOfRetries"));
  const type = textOf(valueOf(node, "failureType"));
  if (
    count === undefined ||
    type === undefined ||
    !Object.hasOwn(retryCriterion.members.failureType.shape.values, type)
  )
    return undefined;
  const stops = Number(count) === 0;
  switch (type) {
    case "FAILED":
      return same(stops ? t("no more retries after a failure") : t("retries after a failure: at most {0}", count));
    case "TIMED_OUT":
      return same(stops ? t("no more retries after a timeout") : t("retries after a timeout: at most {0}", count));
    default:
      return same(
        stops
          ? t("no more retries after a failure or timeout")
          : t("retries after a failure or timeout: at most {0}", count),
      );
  }
}

function same(sentence: string): Meaning {
  return { sentence, short: sentence };
}

/** `50 → 100 → 200 → … → 1000 per minute`: the rates of a rollout that grows, and when each is reached. */
function rolloutMeaning(node: Node | undefined): Meaning | undefined {
  const rate = valueOf(node, "exponentialRate");
  const increase = valueOf(rate, "rateIncreaseCriteria");
  const notified = positive(valueOf(increase, "numberOfNotifiedThings"));
  const step = notified ?? positive(valueOf(increase, "numberOfSucceededThings"));
  const [base, factor] = [valueOf(rate, "baseRatePerMinute"), valueOf(rate, "incrementFactor")];
  const [low, high] = [positive(base), positive(valueOf(node, "maximumPerMinute"))];
  if (step === undefined || low === undefined || high === undefined) return undefined;
  const growth = { base: Number(low), factor: Number(positive(factor)), maximum: Number(high), step: Number(step) };
  const stages = stagesOf(growth);
  if (stages === undefined) return undefined;
  const rates = stages.rates.map(plain);
  const short = t("{0} per minute", shortened(rates, " → ", 4));
  const long = t("{0} per minute", shortened(rates, " → ", 6));
  const at = shortened(
    stages.rates.slice(1).map((_, index) => plain((index + 1) * growth.step)),
    ", ",
    6,
  );
  const sentence =
    notified === undefined
      ? t("{0}, a step at {1} devices that succeeded", long, at)
      : t(
          "{0}, a step at {1} devices notified; the full rate after {2} at the soonest",
          long,
          at,
          duration(Math.max(60, Math.round(stages.minutes) * 60)),
        );
  return { sentence, short };
}

/** The first three and the last, where there are more than `count`. */
function shortened(all: readonly string[], separator: string, count: number): string {
  const last = all.at(-1);
  if (all.length <= count || last === undefined) return all.join(separator);
  return [...all.slice(0, 3), "…", last].join(separator);
}
