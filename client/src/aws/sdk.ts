// The AWS SDK and all that uses it, bundled as dist/aws.js so that it costs nothing until the first call.
import {
  DescribeJobCommand,
  IoTClient,
  ListJobExecutionsForJobCommand,
  ListJobsCommand,
  UpdateJobCommand,
} from "@aws-sdk/client-iot";
import type { UpdateJobRequest } from "@aws-sdk/client-iot";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { UpdateJobInput } from "../../../server/src/protocol";
import type { Account } from "./account";
import { connection, endpointOf } from "./connection";
import { credentialsOf } from "./credentials";
import type { AskForCode } from "./credentials";
import type { Jobs } from "./jobs";

const pageSize = 50;

/** The jobs of an account. Credentials are asked for at the first call and stay in here. */
export function connect(account: Account, askForCode: AskForCode = refuse): Jobs {
  const { iot: ofIot, sts: ofSts } = configuration(account, askForCode);
  const iot = new IoTClient(ofIot);
  const sts = new STSClient(ofSts);
  return {
    async list(token, abortSignal) {
      const input = { maxResults: pageSize, ...(token === undefined ? {} : { nextToken: token }) };
      const { jobs = [], nextToken } = await iot.send(new ListJobsCommand(input), { abortSignal });
      return { items: jobs, next: nextToken };
    },
    async describe(jobId, abortSignal) {
      const { job } = await iot.send(new DescribeJobCommand({ jobId }), { abortSignal });
      return job ?? { jobId };
    },
    async executions(query, token, abortSignal) {
      const input = { ...query, maxResults: pageSize, ...(token === undefined ? {} : { nextToken: token }) };
      const answer = await iot.send(new ListJobExecutionsForJobCommand(input), { abortSignal });
      return { items: answer.executionSummaries ?? [], next: answer.nextToken };
    },
    async update(input, abortSignal) {
      const { $metadata } = await iot.send(new UpdateJobCommand(request(input)), { abortSignal });
      return $metadata.requestId;
    },
    async identity(abortSignal) {
      const { Account = "", Arn = "" } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal });
      return { account: Account, arn: Arn };
    },
  };
}

/** What the clients of AWS IoT and STS are made with. */
export function configuration(account: Account, askForCode: AskForCode = refuse) {
  const { endpoint, network } = account;
  const common = {
    ...connection(account),
    credentials: credentialsOf(account, askForCode),
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
