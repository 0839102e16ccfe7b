import { conform } from "./conform";
import { invalidRequest } from "./serviceError";
import {
  type Configuration,
  configurationShape,
  type CreateJobInput,
  type JobStatus,
  type RolloutConfig,
  type UpdateJobInput,
} from "./shape";

type RetryConfig = NonNullable<Configuration["jobExecutionsRetryConfig"]>;

/**
 * The rules that the API model cannot state. They are told one at a time, as a sentence with the members in PascalCase.
 * @throws InvalidRequestException for the first rule that is broken.
 */
function checkConfiguration(configuration: Configuration): void {
  const { jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig } = configuration;
  if (jobExecutionsRolloutConfig !== undefined) checkRollout(jobExecutionsRolloutConfig);
  for (const { thresholdPercentage } of abortConfig?.criteriaList ?? []) {
    refuseIf(thresholdPercentage <= 0, "ThresholdPercentage must be greater than 0.");
    refuseIf(decimals(thresholdPercentage) > 2, "ThresholdPercentage supports up to two digits after the decimal.");
  }
  if (timeoutConfig !== undefined) checkTimeout(timeoutConfig.inProgressTimeoutInMinutes);
  if (jobExecutionsRetryConfig !== undefined) checkRetryTypes(jobExecutionsRetryConfig);
}

function checkRollout({ maximumPerMinute, exponentialRate }: RolloutConfig): void {
  refuseIf(
    maximumPerMinute === undefined && exponentialRate === undefined,
    "JobExecutionsRolloutConfig must contain MaximumPerMinute or ExponentialRate.",
  );
  refuseIf(maximumPerMinute === undefined, "MaximumPerMinute must be specified when ExponentialRate is specified.");
  if (maximumPerMinute === undefined) return;
  refuseIf(maximumPerMinute > 1000, "MaximumPerMinute must be between 1 and 1000.");
  if (exponentialRate === undefined) return;
  const { numberOfNotifiedThings, numberOfSucceededThings } = exponentialRate.rateIncreaseCriteria;
  refuseIf(
    (numberOfNotifiedThings === undefined) === (numberOfSucceededThings === undefined),
    "RateIncreaseCriteria must contain exactly one of NumberOfNotifiedThings and NumberOfSucceededThings.",
  );
  refuseIf(
    exponentialRate.baseRatePerMinute >= maximumPerMinute,
    "BaseRatePerMinute must be less than MaximumPerMinute.",
  );
  refuseIf(
    decimals(exponentialRate.incrementFactor) > 1,
    "IncrementFactor supports up to one digit after the decimal.",
  );
}

function checkTimeout(minutes: number | undefined): void {
  refuseIf(minutes === undefined, "InProgressTimeoutInMinutes must be specified in TimeoutConfig.");
  refuseIf(
    minutes !== undefined && (minutes < 1 || minutes > 10_080),
    "InProgressTimeoutInMinutes must be between 1 and 10080.",
  );
}

function checkRetryTypes({ criteriaList }: RetryConfig): void {
  const types = criteriaList.map(({ failureType }) => failureType);
  refuseIf(new Set(types).size < types.length, "RetryCriteria must not repeat a FailureType.");
  refuseIf(types.includes("ALL") && types.length > 1, "FailureType ALL must be the only one in RetryCriteria.");
}

/** @throws InvalidRequestException */
export function checkCreate(input: CreateJobInput): void {
  checkConfiguration(input);
  const sources = [input.document, input.documentSource, input.jobTemplateArn].filter((source) => source !== undefined);
  refuseIf(sources.length === 0, "Document, DocumentSource or JobTemplateArn must be specified.");
  refuseIf(
    input.document !== undefined && input.documentSource !== undefined,
    "Document and DocumentSource must not both be specified.",
  );
  for (const target of input.targets) {
    refuseIf(
      !/^arn:aws[\w-]*:iot:[\w-]+:\d{12}:thing(?:group)?\/[\w:-]+$/u.test(target),
      `Invalid target ARN: ${target}`,
    );
  }
  if (input.jobExecutionsRetryConfig !== undefined) checkNewRetries(input.jobExecutionsRetryConfig, input);
}

function checkNewRetries({ criteriaList }: RetryConfig, { timeoutConfig }: Configuration): void {
  const total = criteriaList.reduce((sum, { numberOfRetries }) => sum + numberOfRetries, 0);
  refuseIf(total > 10, "NumberOfRetries must not exceed 10 in total.");
  const timedOut = criteriaList.some(
    ({ failureType, numberOfRetries }) => failureType === "TIMED_OUT" && numberOfRetries > 0,
  );
  refuseIf(timedOut && timeoutConfig === undefined, "TimeoutConfig must be specified to retry TIMED_OUT executions.");
}

/** @throws InvalidRequestException unless the request changes something. */
export function checkUpdate(input: UpdateJobInput): void {
  const changes = conform(configurationShape, input);
  refuseIf(Object.keys(changes).length === 0, "At least one member to update must be specified.");
  checkConfiguration(changes);
}

interface Live {
  readonly jobId: string;
  readonly status: JobStatus;
  readonly configuration: Configuration;
}

/**
 * What depends on the job as it is. SCHEDULED is let through: what the service says to it is not known.
 * @throws InvalidRequestException
 */
export function checkUpdateOfLive({ jobExecutionsRetryConfig }: UpdateJobInput, job: Live): void {
  refuseIf(
    job.status !== "IN_PROGRESS" && job.status !== "SCHEDULED",
    `Job ${job.jobId} cannot be updated because its Status is ${job.status}.`,
  );
  if (jobExecutionsRetryConfig === undefined) return;
  const before = job.configuration.jobExecutionsRetryConfig;
  refuseIf(before === undefined, "JobExecutionsRetryConfig cannot be added to a job that was created without it.");
  if (before === undefined) return;
  refuseIf(
    failureTypes(before) !== failureTypes(jobExecutionsRetryConfig),
    "RetryCriteria must contain the same FailureType values as the job.",
  );
  refuseIf(
    jobExecutionsRetryConfig.criteriaList.some(({ numberOfRetries }) => numberOfRetries !== 0),
    "NumberOfRetries can only be updated to 0.",
  );
}

function failureTypes({ criteriaList }: RetryConfig): string {
  return criteriaList
    .map(({ failureType }) => failureType)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join();
}

/** Digits after the point of a number's shortest spelling, which is all that is left of it on the wire. */
function decimals(value: number): number {
  const [, fraction = "", exponent = "0"] = /^[^.e]+(?:\.(\d+))?(?:e([+-]\d+))?$/u.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

function refuseIf(broken: boolean, sentence: string): void {
  if (broken) throw invalidRequest(sentence);
}
