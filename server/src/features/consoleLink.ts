/** Where people look at what an ARN names, by partition. The isolated partitions publish no address. */
const consoles: ReadonlyMap<string, string> = new Map([
  ["aws", "console.aws.amazon.com"],
  ["aws-cn", "console.amazonaws.cn"],
  ["aws-us-gov", "console.amazonaws-us-gov.com"],
  ["aws-eusc", "console.amazonaws-eusc.eu"],
]);

const role = /^arn:(aws[\w-]*):iam::\d{12}:role\/(?:[\x21-\x7e]*\/)?([\w+=,.@-]+)$/;
const job = /^arn:(aws[\w-]*):iot:([a-z0-9-]+):\d{12}:job\/([\w-]+)$/;

/** The page of an IAM role or an IoT job in the console of its partition and region. */
export function consoleLink(arn: string): string | undefined {
  const [, ofRole = "", name = ""] = role.exec(arn) ?? [];
  const roleHost = consoles.get(ofRole);
  if (roleHost !== undefined) return `https://${roleHost}/iam/home#/roles/details/${encodeURIComponent(name)}`;
  const [, ofJob = "", region = "", id = ""] = job.exec(arn) ?? [];
  const jobHost = consoles.get(ofJob);
  return jobHost && `https://${region}.${jobHost}/iot/home?region=${region}#/job/${id}`;
}
