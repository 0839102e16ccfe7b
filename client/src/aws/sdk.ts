// The AWS SDK and all that uses it, bundled as dist/aws.js so that it costs nothing until the first call.
import {
  CancelJobCommand,
  DescribeJobCommand,
  DescribeJobExecutionCommand,
  GetJobDocumentCommand,
  IoTClient,
  ListJobExecutionsForJobCommand,
  ListJobsCommand,
  ListTagsForResourceCommand,
  UpdateJobCommand,
} from "@aws-sdk/client-iot";
import type { UpdateJobRequest } from "@aws-sdk/client-iot";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { t } from "@vscode/l10n";
import type { UpdateJobInput } from "../../../server/src/protocol";
import type { Account } from "./account";
import { clientConfig, endpointOf } from "./clientConfig";
import { credentialsOf } from "./credentials";
import type { AskForCode } from "./credentials";
import { isJobId } from "./jobId";
import type { JobsClient, Jobs } from "./jobs";
import { Pace } from "./pace";
import { unlessAborted } from "./unlessAborted";

/** At most nine in any second, below the ten that AWS IoT allows an account: other tools have a share. */
const usualPace = { perSecond: 6, atOnce: 3 };

/** The jobs of an account. Credentials are asked for at the first call and stay in here. */
export function connect(
  account: Account,
  askForCode: AskForCode = refuse,
  pace: Pace = new Pace(usualPace),
): JobsClient {
  const credentials = credentialsOf(account, askForCode);
  const { iot, sts } = configuration(account, credentials);
  const once = { retryMode: "standard", maxAttempts: 1 } as const;
  const authenticate: Jobs["authenticate"] = async (signal) => {
    try {
      await unlessAborted(credentials.get(), signal);
    } finally {
      if (signal.aborted) credentials.giveUp();
    }
  };
  const jobsWith = (options: object): Jobs => ({
    authenticate,
    ...jobsOf(careful(new IoTClient({ ...iot, ...options }), pace), new STSClient({ ...sts, ...options })),
  });
  return { ...jobsWith({}), once: jobsWith(once) };
}

function jobsOf(iot: IoTClient, sts: STSClient): Omit<Jobs, "authenticate"> {
  return {
    ...reading(iot),
    async update(input, abortSignal) {
      const { $metadata } = await iot.send(new UpdateJobCommand(request(input)), { abortSignal });
      return $metadata.requestId;
    },
    async cancel(cancellation, abortSignal) {
      const { $metadata } = await iot.send(new CancelJobCommand(cancellation), { abortSignal });
      return $metadata.requestId;
    },
    async callerIdentity(abortSignal) {
      const { Account, Arn = "" } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal });
      if (Account === undefined || Account === "") throw new Error(t("AWS answered without an account."));
      return { accountId: Account, arn: Arn };
    },
  };
}

function reading(iot: IoTClient): Omit<Jobs, "authenticate" | "update" | "cancel" | "callerIdentity"> {
  return {
    async list(query, { size, token }, abortSignal) {
      const input = { ...query, maxResults: size, nextToken: token };
      const { jobs = [], nextToken } = await iot.send(new ListJobsCommand(input), { abortSignal });
      return { items: jobs, next: nextToken };
    },
    async describe(jobId, abortSignal) {
      const { job } = await iot.send(new DescribeJobCommand({ jobId }), { abortSignal });
      return job ?? { jobId };
    },
    async executions(query, { size, token }, abortSignal) {
      const input = { ...query, maxResults: size, nextToken: token };
      const answer = await iot.send(new ListJobExecutionsForJobCommand(input), { abortSignal });
      return { items: answer.executionSummaries ?? [], next: answer.nextToken };
    },
    async execution(query, abortSignal) {
      const { execution } = await iot.send(new DescribeJobExecutionCommand(query), { abortSignal });
      return execution ?? { jobId: query.jobId };
    },
    async document(jobId, abortSignal) {
      const { document } = await iot.send(new GetJobDocumentCommand({ jobId }), { abortSignal });
      return document ?? "";
    },
    async tags(resourceArn, abortSignal) {
      const { tags = [] } = await iot.send(new ListTagsForResourceCommand({ resourceArn }), { abortSignal });
      return tags;
    },
  };
}

/** Each attempt waits its turn, retries included. A name that would leave its place in the path of the URL is not sent. */
function careful(iot: IoTClient, pace: Pace): IoTClient {
  iot.middlewareStack.add(
    (next) => async (args) => {
      refuseStrangeNames(args.input);
      return next(args);
    },
    { step: "initialize", name: "refuseStrangeNames" },
  );
  iot.middlewareStack.add(
    (next) => async (args) => {
      await pace.turn();
      return next(args);
    },
    { step: "finalizeRequest", name: "pace", priority: "low" },
  );
  return iot;
}

/** By the patterns of JobId and ThingName in the service's model. */
function refuseStrangeNames(input: object): void {
  const { jobId, thingName }: { readonly jobId?: unknown; readonly thingName?: unknown } = input;
  if (jobId !== undefined && !(typeof jobId === "string" && isJobId(jobId)))
    throw new Error(t("AWS was not asked: the job id is not one. It takes 1 to 64 letters, digits, - and _."));
  if (thingName !== undefined && !(typeof thingName === "string" && /^[\w:-]{1,128}$/.test(thingName)))
    throw new Error(t("AWS was not asked: the name of the thing is not one. It takes letters, digits, :, - and _."));
}

/** What the clients of AWS IoT and STS are made with. */
export function configuration(account: Account, credentials = credentialsOf(account, refuse)) {
  const { endpoint, network } = account;
  const common = {
    ...clientConfig(account),
    credentials: credentials.get,
    retryMode: "adaptive",
    maxAttempts: 4,
  } as const;
  return {
    iot: { ...common, ...endpointOf(endpoint) },
    sts: { ...common, ...endpointOf(network.identityEndpoint) },
  };
}

function refuse(serial: string): Promise<string> {
  return Promise.reject(new Error(`Nobody can be asked for the code of ${serial}.`));
}

/** Stops compiling when our shape and the SDK's drift apart; the copies are there because the SDK wants mutable lists. */
function request({ abortConfig, jobExecutionsRetryConfig, ...rest }: UpdateJobInput): UpdateJobRequest {
  return {
    ...rest,
    ...(abortConfig && { abortConfig: { ...abortConfig, criteriaList: [...abortConfig.criteriaList] } }),
    ...(jobExecutionsRetryConfig && {
      jobExecutionsRetryConfig: {
        ...jobExecutionsRetryConfig,
        criteriaList: [...jobExecutionsRetryConfig.criteriaList],
      },
    }),
  };
}
