import assert from "node:assert/strict";
import { test } from "node:test";
import { loginCommand, programsOf } from "../../client/src/aws/login";
import { sharedFilesIn } from "../../client/src/aws/sharedFiles";

const files = sharedFilesIn(
  `[profile engineer]
sso_session = corp
[profile old]
sso_start_url = https://corp.example.com/start
[profile console]
login_session = arn:aws:iam::123456789012:user/u
[profile deployer]
source_profile = engineer
role_arn = arn:aws:iam::123456789012:role/deployer
[profile two words]
sso_session = corp
[profile "; touch x"]
sso_session = corp
[profile keys]
credential_process = /opt/bin/keys
[profile auditor]
source_profile = keys
credential_process = /opt/bin/never
[profile one]
source_profile = other
[profile other]
source_profile = one
`,
  "",
);

test("each kind of session has its login, also behind a role", () => {
  assert.equal(loginCommand("engineer", files), "aws sso login --profile engineer");
  assert.equal(loginCommand("old", files), "aws sso login --profile old");
  assert.equal(loginCommand("console", files), "aws login --profile console");
  assert.equal(loginCommand("deployer", files), "aws sso login --profile engineer");
  assert.equal(loginCommand("two words", files), 'aws sso login --profile "two words"');
});

test("without a session there is no login, nor for a name that a shell would read as more than a name", () => {
  for (const name of ["keys", "one", "missing", "; touch x"]) assert.equal(loginCommand(name, files), undefined);
});

test("the programs behind a profile are known before one is run", () => {
  assert.deepEqual(programsOf("auditor", files), ["/opt/bin/never", "/opt/bin/keys"]);
  assert.deepEqual(programsOf("engineer", files), []);
});
