import { fixPictures } from "../fixPictures";

// What puts broken JSON right.
fixPictures([
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1,000}}`,
    ["Change to 1000", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1000}}`],
    ["Change to 1.000", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1.000}}`],
  ],
  ["json", "syntax", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1.5.5}}`],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 0x10}}`,
    ["Change to 16", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 16}}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1_000}}`,
    ["Change to 1000", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1000}}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60]}`,
    ["Change to }", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": ["inProgressTimeoutInMinutes": 60]}`,
    [
      `Change to {"inProgressTimeoutInMinutes": 60}`,
      `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
    ],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": "one
  two"}`,
    [`Change to "one two"`, `{"jobId": "j", "description": "one two"}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": 'it\\'s "x"\\t'}`,
    [`Change to "it's \\"x\\"\\t"`, `{"jobId": "j", "description": "it's \\"x\\"\\t"}`],
  ],
  ["json", "syntax", `"jobId": "j", "description": "x"}`, ["Insert {", `{"jobId": "j", "description": "x"}`]],
  [
    "json",
    "syntax",
    `"jobId": "j",
"description": "x"`,
    [
      `Change to {"jobId": "j", "description": "x"}`,
      `{"jobId": "j",
"description": "x"}`,
    ],
  ],
  ["json", "syntax", `{"jobId": "j", "description": "x"}}`, ["Remove }", `{"jobId": "j", "description": "x"}`]],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}, "description": "x"}`,
    ["Remove }", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}, "description": "x"}`],
  ],
  ["json", "syntax", `{"jobId": "j", "description": None}`, ["Change to null", `{"jobId": "j", "description": null}`]],
]);
