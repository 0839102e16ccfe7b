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
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { UpdateJobInput } from "../../../server/src/protocol";
import type { Account } from "./account";
import type { Jobs } from "./jobs";

const pageSize = 50;

/** The jobs of an account. Credentials are asked for at the first call and stay in here. */
export function connect(account: Account): Jobs {
  const config = configuration(account);
  const iot = new IoTClient(config);
  const sts = new STSClient(config);
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

function configuration({ profile, region, endpoint }: Account) {
  return {
    region,
    credentials: fromNodeProviderChain(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    retryMode: "adaptive",
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000 },
  };
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
