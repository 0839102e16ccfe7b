import { fixPictures } from "../fixPictures";

fixPictures([
  [
    "script",
    "shell-expansion",
    `ssh host aws iot update-job --job-id j --description 'it''s "a" $b'`,
    [`Change to "'its \\"a\\" \\$b'"`, `ssh host aws iot update-job --job-id j --description "'its \\"a\\" \\$b'"`],
  ],
  [
    "options",
    "precision",
    `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.999,minNumberOfExecutedThings=1}]'`,
    [
      "Change to 10.99",
      `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.99,minNumberOfExecutedThings=1}]'`,
    ],
    [
      "Change to 11",
      `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=11,minNumberOfExecutedThings=1}]'`,
    ],
  ],
  [
    "options",
    "type",
    `--job-id j --abort-config 'criteriaList={failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}'`,
    [
      "Put in [ ]",
      `--job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]'`,
    ],
  ],
  [
    "options",
    "missing-member",
    `--job-id j --abort-config criteria=5`,
    ["Change to criteriaList", `--job-id j --abort-config criteriaList=5`],
    [
      "Add criteriaList",
      `--job-id j --abort-config 'criteria=5,criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=100}]'`,
    ],
  ],
  [
    "script",
    "missing-member",
    `aws iot update-job --job-id j --job-executions-rollout-config maximumPerMinute=10,exponentialRate={baseRatePerMinute=5}`,
    [
      "Add incrementFactor, rateIncreaseCriteria",
      `aws iot update-job --job-id j --job-executions-rollout-config 'maximumPerMinute=10,exponentialRate={baseRatePerMinute=5,incrementFactor=1.5,rateIncreaseCriteria={numberOfNotifiedThings=1000}}'`,
    ],
  ],
  [
    "script",
    "length",
    `aws iot update-job --job-id j --abort-config criteriaList=[]`,
    [
      "Add an item",
      `aws iot update-job --job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=100}]'`,
    ],
  ],
  [
    "script",
    "shell-expansion",
    `aws iot update-job --cli-input-json {"jobId":"j","description":"x"}`,
    ["Put in single quotes", `aws iot update-job --cli-input-json '{"jobId":"j","description":"x"}'`],
  ],
  [
    "options",
    "syntax",
    `--job-id j --timeout-config '{ inProgressTimeoutInMinutes=60 }'`,
    ["Change to inProgressTimeoutInMinutes=60", `--job-id j --timeout-config 'inProgressTimeoutInMinutes=60'`],
  ],
  [
    "script",
    "syntax",
    `aws iot update-job --job-id j --abort-config "{criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]}"`,
    [
      "Change to criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercen…",
      `aws iot update-job --job-id j --abort-config "criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]"`,
    ],
  ],
  [
    "options",
    "unknown-option",
    `--job-id j --description Firmware 2.1 --region eu-west-1`,
    ["Change to 'Firmware 2.1'", `--job-id j --description 'Firmware 2.1' --region eu-west-1`],
  ],
  [
    "options",
    "syntax",
    `--job-id j --abort-config "criteriaList=[{failureType='}'"`,
    ["Insert }]", `--job-id j --abort-config "criteriaList=[{failureType='}'}]"`],
  ],
  // No id has blanks, and quotes in other quotes would end those.
  ["options", "unknown-option", `--job-id a b --description x`],
  ["script", "unknown-option", `bash -c 'aws iot update-job --job-id j --description my long text'`],
  ["options", "unknown-option", `-job-id j`, ["Change to --job-id", `--job-id j`], ["Remove -job-id", ""]],
  [
    "options",
    "unknown-option",
    `--job-id j —description x`,
    ["Change to --description", `--job-id j --description x`],
    ["Remove —description", `--job-id j`],
  ],
  ["options", "unknown-option", `--job-id\u00a0j`, ["Write a space here", `--job-id j`]],
  ["options", "unknown-option", "--job-id j ` \n--description x", ["Change to \\", "--job-id j \\\n--description x"]],
  [
    "options",
    "missing-member",
    `--description x --region eu-west-1`,
    ["Add --job-id", `--description x --region eu-west-1 --job-id example-job-01`],
  ],
  [
    "options",
    "empty-structure",
    `--job-id j
--description 'it''s'
--timeout-config {}
`,
    [
      "Remove --timeout-config",
      `--job-id j
--description 'it''s'
`,
    ],
    [
      "Add inProgressTimeoutInMinutes",
      `--job-id j
--description 'it''s'
--timeout-config '{"inProgressTimeoutInMinutes": 60}'
`,
    ],
  ],
  ["options", "option-prefix", `--job-id j --descr x`, ["Change to --description", `--job-id j --description x`]],
  [
    "options",
    "option-prefix",
    `--job-id j --description x --generate output`,
    ["Change to --generate-cli-skeleton", `--job-id j --description x --generate-cli-skeleton output`],
  ],
  ["options", "syntax", `--job-id -abc --description x`, ["Insert =", `--job-id=-abc --description x`]],
  [
    "options",
    "type",
    `--cli-input-js '{"jobId": "j", "description": 5}'`,
    ['Change to "5"', `--cli-input-js '{"jobId": "j", "description": "5"}'`],
  ],
  ["options", "syntax", `--cli-input-json a.json`, ["Insert file://", `--cli-input-json file://a.json`]],
  ["options", "syntax", `--cli-input-json=file://a.json`, ["Write a space here", `--cli-input-json file://a.json`]],
  [
    "options",
    "syntax",
    `--job-id j --timeout-config fileb://a.json`,
    ["Remove b", `--job-id j --timeout-config file://a.json`],
  ],
  [
    "options",
    "range",
    `--job-id j --presigned-url-config "roleArn='arn:aws:iam::123456789012:role/R',expiresInSec=5"`,
    ["Change to 60", `--job-id j --presigned-url-config "roleArn='arn:aws:iam::123456789012:role/R',expiresInSec=60"`],
  ],
  [
    "script",
    "enum",
    String.raw`aws iot update-job --job-id j --abort-config "{\"criteriaList\":[{\"failureType\":\"FAILD\",\"action\":\"CANCEL\",\"thresholdPercentage\":1,\"minNumberOfExecutedThings\":1}]}"`,
    [
      'Change to "FAILED"',
      String.raw`aws iot update-job --job-id j --abort-config "{\"criteriaList\":[{\"failureType\":\"FAILED\",\"action\":\"CANCEL\",\"thresholdPercentage\":1,\"minNumberOfExecutedThings\":1}]}"`,
    ],
    [
      'Change to "REJECTED"',
      String.raw`aws iot update-job --job-id j --abort-config "{\"criteriaList\":[{\"failureType\":\"REJECTED\",\"action\":\"CANCEL\",\"thresholdPercentage\":1,\"minNumberOfExecutedThings\":1}]}"`,
    ],
    [
      'Change to "TIMED_OUT"',
      String.raw`aws iot update-job --job-id j --abort-config "{\"criteriaList\":[{\"failureType\":\"TIMED_OUT\",\"action\":\"CANCEL\",\"thresholdPercentage\":1,\"minNumberOfExecutedThings\":1}]}"`,
    ],
    [
      'Change to "ALL"',
      String.raw`aws iot update-job --job-id j --abort-config "{\"criteriaList\":[{\"failureType\":\"ALL\",\"action\":\"CANCEL\",\"thresholdPercentage\":1,\"minNumberOfExecutedThings\":1}]}"`,
    ],
  ],
  [
    "script",
    "null",
    String.raw`aws iot update-job --job-id j --timeout-config "{\"inProgressTimeoutInMinutes\":null,\"x\":1}"`,
    ["Remove inProgressTimeoutInMinutes", String.raw`aws iot update-job --job-id j --timeout-config "{\"x\":1}"`],
  ],
  [
    "script",
    "missing-member",
    `aws iot update-job \\
  --description x
echo done`,
    [
      "Add --job-id",
      `aws iot update-job \\
  --description x \\
  --job-id example-job-01
echo done`,
    ],
  ],
  [
    "script",
    "shell-expansion",
    `aws iot update-job --job-id j --abort-config criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}] || exit`,
    [
      "Put in single quotes",
      `aws iot update-job --job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]' || exit`,
    ],
  ],
  [
    "options",
    "unknown-option",
    `--job-id j --description x \\ 
  --region y`,
    [
      "Remove the space",
      `--job-id j --description x \\
  --region y`,
    ],
  ],
  [
    "options",
    "unknown-member",
    `--job-id j --job-executions-rollout-config 'exponentialRate={baseRatePerMinute=50,incrementFactor=2,rateIncreaseCriteria={numberOfNotifiedThings=1},maximumPerMinute=900}'`,
    [
      "Move maximumPerMinute one level up",
      `--job-id j --job-executions-rollout-config 'exponentialRate={baseRatePerMinute=50,incrementFactor=2,rateIncreaseCriteria={numberOfNotifiedThings=1}},maximumPerMinute=900'`,
    ],
  ],
  ["options", "syntax", `--job-id j --description 'x y`, ["Insert '", `--job-id j --description 'x y'`]],
  [
    "options",
    "syntax",
    `--job-id j --description it's`,
    ["Insert '", `--job-id j --description it's'`],
    ["Remove '", `--job-id j --description its`],
  ],
  [
    "script",
    "syntax",
    `aws iot update-job --job-id j --description 'x y \\
  --timeout-config inProgressTimeoutInMinutes=5
`,
    [
      "Insert '",
      `aws iot update-job --job-id j --description 'x y' \\
  --timeout-config inProgressTimeoutInMinutes=5
`,
    ],
  ],
  [
    "options",
    "syntax",
    `--job-id j --abort-config 'criteriaList=[{failureType="ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]'`,
    [
      'Insert "',
      `--job-id j --abort-config 'criteriaList=[{failureType="ALL",action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]'`,
    ],
  ],
  [
    "options",
    "syntax",
    `--job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1'`,
    [
      "Insert }]",
      `--job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]'`,
    ],
  ],
  [
    "script",
    "shell-expansion",
    `aws iot update-job --job-id j --timeout-config {"inProgressTimeoutInMinutes":5}`,
    ["Put in single quotes", `aws iot update-job --job-id j --timeout-config '{"inProgressTimeoutInMinutes":5}'`],
  ],
  [
    "script",
    "unknown-option",
    `aws iot update-job --job-id j --timeout-config {"inProgressTimeoutInMinutes": 5} --description x`,
    [
      `Change to '{"inProgressTimeoutInMinutes": 5}'`,
      `aws iot update-job --job-id j --timeout-config '{"inProgressTimeoutInMinutes": 5}' --description x`,
    ],
  ],
]);
