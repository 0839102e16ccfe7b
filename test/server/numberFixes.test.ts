import { fixPictures } from "../fixPictures";

const minutes = (value: string): string => `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": ${value}}}`;

const percent = (value: string): string =>
  `{"jobId": "j", "abortConfig": {"criteriaList": [{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": ${value}, "minNumberOfExecutedThings": 1}]}}`;

// A number in quotes that is wrong without them too.
fixPictures([
  ["json", "type", minutes(`"99999"`), ["Change to 10080", minutes("10080")]],
  ["json", "type", minutes(`"-5"`), ["Change to 1", minutes("1")]],
  ["json", "type", minutes(`"60.5"`), ["Change to 60", minutes("60")], ["Change to 61", minutes("61")]],
  ["json", "type", minutes(`"1e999999"`), ["Change to 10080", minutes("10080")]],
  ["json", "type", minutes(`"sixty"`)],
  ["json", "type", percent(`"10.999"`), ["Change to 10.99", percent("10.99")], ["Change to 11", percent("11")]],
  ["json", "type", percent(`"100.5"`), ["Change to 100", percent("100")]],
  [
    "yaml",
    "type",
    `jobId: j
timeoutConfig:
  inProgressTimeoutInMinutes: '99999' # long`,
    [
      "Change to 10080",
      `jobId: j
timeoutConfig:
  inProgressTimeoutInMinutes: 10080 # long`,
    ],
  ],
  [
    "options",
    "type",
    `--job-id j --timeout-config '{"inProgressTimeoutInMinutes": "99999"}'`,
    ["Change to 10080", `--job-id j --timeout-config '{"inProgressTimeoutInMinutes": 10080}'`],
  ],
  [
    "script",
    "type",
    `aws iot update-job --job-id j --timeout-config "{\\"inProgressTimeoutInMinutes\\": \\"99999\\"}"`,
    ["Change to 10080", `aws iot update-job --job-id j --timeout-config "{\\"inProgressTimeoutInMinutes\\": 10080}"`],
  ],
]);
