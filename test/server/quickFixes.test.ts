import { fixPictures } from "../fixPictures";

fixPictures([
  [
    "json",
    "range",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 99999}}`,
    ["Change to 10080", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 10080}}`],
  ],
  [
    "json",
    "integer",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 6e1}}`,
    ["Change to 60", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "timeoutConfg": {"inProgressTimeoutInMinutes": 6}}`,
    ["Change to timeoutConfig", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 6}}`],
    ["Remove timeoutConfg", `{"jobId": "j"}`],
  ],
  [
    "json",
    "type",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": "60"}}`,
    ["Change to 60", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`],
  ],
  [
    "json",
    "retries-not-zero",
    `{"jobId": "j", "description": "x", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 2}]}}`,
    ["Remove jobExecutionsRetryConfig", `{"jobId": "j", "description": "x"}`],
    [
      "Change to 0",
      `{"jobId": "j", "description": "x", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 0}]}}`,
    ],
  ],
  ["json", "type", `{"jobId": 5, "description": "x"}`, ['Change to "5"', `{"jobId": "5", "description": "x"}`]],
  ["json", "null", `{"jobId": "j", "description": null}`, ["Remove description", `{"jobId": "j"}`]],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "tags": {"a": "b"}, "description": "x"}`,
    ["Remove tags", `{"jobId": "j", "description": "x"}`],
  ],
  [
    "json",
    "unknown-member",
    `{
  "jobId": "j",
  "description": "x",
  "tags": {}
}`,
    [
      "Remove tags",
      `{
  "jobId": "j",
  "description": "x"
}`,
    ],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "jobExecutionsRolloutConfig": {"exponentialRate": {"maximumPerMinute": 900, "baseRatePerMinute": 50, "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1}}}}`,
    [
      "Move maximumPerMinute one level up",
      `{"jobId": "j", "jobExecutionsRolloutConfig": {"exponentialRate": {"baseRatePerMinute": 50, "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1}}, "maximumPerMinute": 900}}`,
    ],
  ],
  [
    "json",
    "missing-member",
    `{"description": "x",}`,
    ["Add jobId", `{"description": "x", "jobId": "example-job-01",}`],
  ],
  ["json", "syntax", `{"jobId": "j" "description": "x"}`, ["Insert ,", `{"jobId": "j", "description": "x"}`]],
  ["json", "syntax", `{"jobId": "j", "description": "x"`, ["Insert }", `{"jobId": "j", "description": "x"}`]],
  ["json", "syntax", `{"jobId": "j, "description": "x"}`, ['Insert "', `{"jobId": "j", "description": "x"}`]],
  ["json", "syntax", `{'jobId': 'j', description: True}`, ['Change to "jobId"', `{"jobId": 'j', description: True}`]],
  [
    "json",
    "syntax",
    `// note
{"jobId": "j", "description": "x"}`,
    [
      "Remove // note",
      `
{"jobId": "j", "description": "x"}`,
    ],
  ],
  [
    "json",
    "type",
    `{"jobId": "j", "abortConfig": {"criteriaList": {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 1, "minNumberOfExecutedThings": 1}}}`,
    [
      "Put in [ ]",
      `{"jobId": "j", "abortConfig": {"criteriaList": [{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 1, "minNumberOfExecutedThings": 1}]}}`,
    ],
  ],
  ["json", "encoding", '﻿{"jobId": "j", "description": "x"}', ["Remove U+FEFF", `{"jobId": "j", "description": "x"}`]],
  [
    "yaml",
    "range",
    `jobId: j
timeoutConfig:
  inProgressTimeoutInMinutes: 99999 # a week`,
    [
      "Change to 10080",
      `jobId: j
timeoutConfig:
  inProgressTimeoutInMinutes: 10080 # a week`,
    ],
  ],
  [
    "yaml",
    "syntax",
    `jobId:\tj
abortConfig:
\tcriteriaList:
\t\t- failureType: ALL
\t\t  action: CANCEL\t# why`,
    [
      "Write spaces instead of tabs",
      `jobId: j
abortConfig:
  criteriaList:
    - failureType: ALL
      action: CANCEL # why`,
    ],
  ],
  ["yaml", "syntax", "jobId: j\ndescription:x", ["Write a space here", "jobId: j\ndescription: x"]],
  ["yaml", "syntax", "jobId: j\ndescription:\u00a0x", ["Write a space here", "jobId: j\ndescription: x"]],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": "x\ty"}`,
    ["Change to \\t", `{"jobId": "j", "description": "x\\ty"}`],
  ],
  ["yaml", "syntax", "jobId:j\ndescription: x", ["Write a space here", "jobId: j\ndescription: x"]],
  [
    "yaml",
    "type",
    `jobId: 010
description: x`,
    [
      'Change to "010"',
      `jobId: "010"
description: x`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    `jobId: j
description: x # note
tags: y`,
    [
      "Remove tags",
      `jobId: j
description: x # note`,
    ],
  ],
  [
    "yaml",
    "pattern",
    `jobId: j
description: |
  Firmware 2.1
`,
    [
      "Change to Firmware 2.1",
      `jobId: j
description: Firmware 2.1
`,
    ],
  ],
  [
    "yaml",
    "missing-member",
    `jobId: j
abortConfig:
  criteriaList:
    - failureType: ALL
      action: CANCEL
      thresholdPercentage: 5`,
    [
      "Add minNumberOfExecutedThings",
      `jobId: j
abortConfig:
  criteriaList:
    - failureType: ALL
      action: CANCEL
      thresholdPercentage: 5
      minNumberOfExecutedThings: 100`,
    ],
  ],
  [
    "yaml",
    "type",
    `jobId: j
abortConfig:
  criteriaList:
    failureType: ALL
    action: CANCEL
    thresholdPercentage: 5
    minNumberOfExecutedThings: 1`,
    [
      "Put in [ ]",
      `jobId: j
abortConfig:
  criteriaList:
    - failureType: ALL
      action: CANCEL
      thresholdPercentage: 5
      minNumberOfExecutedThings: 1`,
    ],
  ],
  [
    "yaml",
    "repeated-failure-type",
    `jobId: j
jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      numberOfRetries: 0
    - failureType: FAILED
      numberOfRetries: 0`,
    [
      "Remove the item for FAILED",
      `jobId: j
jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      numberOfRetries: 0`,
    ],
  ],
  [
    "yaml",
    "enum",
    `jobId: 'j'
abortConfig: {criteriaList: [{failureType: 'failed', action: CANCEL, thresholdPercentage: 5, minNumberOfExecutedThings: 1}]}`,
    [
      "Change to 'FAILED'",
      `jobId: 'j'
abortConfig: {criteriaList: [{failureType: 'FAILED', action: CANCEL, thresholdPercentage: 5, minNumberOfExecutedThings: 1}]}`,
    ],
    [
      "Change to 'REJECTED'",
      `jobId: 'j'
abortConfig: {criteriaList: [{failureType: 'REJECTED', action: CANCEL, thresholdPercentage: 5, minNumberOfExecutedThings: 1}]}`,
    ],
    [
      "Change to 'TIMED_OUT'",
      `jobId: 'j'
abortConfig: {criteriaList: [{failureType: 'TIMED_OUT', action: CANCEL, thresholdPercentage: 5, minNumberOfExecutedThings: 1}]}`,
    ],
    [
      "Change to 'ALL'",
      `jobId: 'j'
abortConfig: {criteriaList: [{failureType: 'ALL', action: CANCEL, thresholdPercentage: 5, minNumberOfExecutedThings: 1}]}`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    `jobId: j
jobExecutionsRolloutConfig:
  exponentialRate:
    maximumPerMinute: 900 # fast
    baseRatePerMinute: 50
    incrementFactor: 2
    rateIncreaseCriteria:
      numberOfNotifiedThings: 1`,
    [
      "Move maximumPerMinute one level up",
      `jobId: j
jobExecutionsRolloutConfig:
  exponentialRate:
    baseRatePerMinute: 50
    incrementFactor: 2
    rateIncreaseCriteria:
      numberOfNotifiedThings: 1
  maximumPerMinute: 900 # fast`,
    ],
  ],
  [
    "yaml",
    "syntax",
    `jobId: j
description: "Firmware
`,
    [
      'Insert "',
      `jobId: j
description: "Firmware"
`,
    ],
  ],
  [
    "json",
    "duplicate-member",
    `{"jobId": "j", "jobId": "k", "description": "x"}`,
    ["Remove jobId", `{"jobId": "k", "description": "x"}`],
  ],
  ["json", "type", `{"jobId": "j", "description": ["x"]}`, ["Take out of [ ]", `{"jobId": "j", "description": "x"}`]],
  [
    "yaml",
    "missing-member",
    `description: x
timeoutConfig: {}
`,
    [
      "Add jobId",
      `description: x
timeoutConfig: {}
jobId: "example-job-01"
`,
    ],
  ],
  [
    "yaml",
    "null",
    `jobId: j
description: x
timeoutConfig:
`,
    [
      "Remove timeoutConfig",
      `jobId: j
description: x
`,
    ],
  ],
]);
