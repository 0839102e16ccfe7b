import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, underlined } from "../fixture";

function pictures(name: string, picture: string): void {
  test(name, () => assert.equal(underlined(plain(picture)), picture));
}

pictures("a clean payload has no problem", `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`);

pictures(
  "a number out of range names the range and the nearest valid value",
  `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 10081}}
                                                                ~~~~~ range: Expected a whole number from 1 to 10080, found 10081; nearest 10080.`,
);

pictures(
  "a misspelt member names the one that was meant",
  `{"jobId": "j1", "timeoutConfg": {}}
                ~~~~~~~~~~~~~~ unknown-member: timeoutConfg is not a member here. Did you mean timeoutConfig?`,
);

pictures(
  "an update of nothing is a warning",
  `{"jobId": "j1"}
 ~~~~~~~ no-change: This changes nothing. Give at least one of description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig.`,
);

pictures(
  "missing members are reported on the key of the structure that lacks them",
  `{
  "jobId": "j1",
  "abortConfig": {
    "criteriaList": [
      {"failureType": "ALL", "action": "CANCEL"}
      ~ missing-member: The required members thresholdPercentage, minNumberOfExecutedThings are missing.
    ]
  },
  "jobExecutionsRetryConfig": {}
  ~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-member: The required member criteriaList is missing.
}`,
);

pictures(
  "integers are spelled without point or exponent",
  `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 1e2}}
                                                                ~~~ integer: Write the whole number 100 without point or exponent; the AWS CLI refuses 1e2.`,
);

pictures(
  "a duplicate key is an error on both",
  `{"jobId": "a", "jobId": "b", "description": "x"}
 ~~~~~~~ duplicate-member: jobId comes again in this object; this value is lost.
               ~~~~~~~ duplicate-member: jobId has come before; the AWS CLI sends this last value.`,
);

pictures(
  "of a key that comes three times the last counts",
  `{"jobId": "a", "jobId": "b", "jobId": "c", "description": "x"}
 ~~~~~~~ duplicate-member: jobId comes again in this object; this value is lost.
               ~~~~~~~ duplicate-member: jobId comes again in this object; this value is lost.
                             ~~~~~~~ duplicate-member: jobId has come before; the AWS CLI sends this last value.`,
);

pictures(
  "a member at the wrong depth says where it belongs",
  `{
  "jobId": "j1", "inProgressTimeoutInMinutes": 5,
                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown-member: inProgressTimeoutInMinutes belongs into timeoutConfig.
  "failureType": "ALL",
  ~~~~~~~~~~~~~ unknown-member: failureType belongs into abortConfig.criteriaList or jobExecutionsRetryConfig.criteriaList.
  "presignedUrlConfig": {"jobId": "j1"},
                         ~~~~~~~ unknown-member: jobId belongs to the payload itself, not into this.
  "jobExecutionsRolloutConfig": {"numberOfNotifiedThings": 5, "exponentialRate": {"maximumPerMinute": 50,
                                 ~~~~~~~~~~~~~~~~~~~~~~~~ unknown-member: numberOfNotifiedThings belongs into exponentialRate.rateIncreaseCriteria.
                                                                                  ~~~~~~~~~~~~~~~~~~ unknown-member: maximumPerMinute belongs beside exponentialRate, not inside it.
    "baseRatePerMinute": 5, "incrementFactor": 2,
    "rateIncreaseCriteria": {"numberOfNotifiedThings": 5, "numberOfSucceededThings": null}}}
                                                                                     ~~~~ null: AWS IoT takes no null. What is left out keeps its value.
}`,
);

pictures(
  "null, a wrong type and a wrong enum value",
  `{
  "jobId": null,
           ~~~~ null: AWS IoT takes no null. What is left out keeps its value.
  "description": 5,
                 ~ type: Expected text in quotes, found the number 5.
  "abortConfig": {"criteriaList": [{
    "failureType": "TIMEDOUT",
                   ~~~~~~~~~~ enum: Expected FAILED, REJECTED, TIMED_OUT, ALL, found "TIMEDOUT". Did you mean TIMED_OUT?
    "action": "CANCEL", "thresholdPercentage": 10.999, "minNumberOfExecutedThings": 1
                                               ~~~~~~ precision: Expected at most 2 digits after the point, found 10.999; nearest 10.99 or 11.
  }]}
}`,
);

pictures(
  "rules between members",
  `{
  "jobId": "j1",
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 50,
    "exponentialRate": {
      "baseRatePerMinute": 50,
                           ~~ base-rate: Expected baseRatePerMinute below maximumPerMinute, which is 50.
      "incrementFactor": 1.5,
      "rateIncreaseCriteria": {"numberOfNotifiedThings": 1, "numberOfSucceededThings": 1}
                               ~~~~~~~~~~~~~~~~~~~~~~~~ one-criterion: Give either numberOfNotifiedThings or numberOfSucceededThings, not both.
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~ one-criterion: Give either numberOfNotifiedThings or numberOfSucceededThings, not both.
    }
  },
  "timeoutConfig": {}
  ~~~~~~~~~~~~~~~ empty-structure: AWS IoT refuses an empty timeoutConfig. Leave it out, or give inProgressTimeoutInMinutes.
}`,
);

pictures(
  "broken text has one clear problem, and what stands after is read on",
  `{"jobId": "j1" "description": "x",}
               ~~~~~~~~~~~~~ syntax: A comma is missing before this.
                                 ~ syntax: Remove this comma: nothing follows it.`,
);

pictures(
  "a bracket that is never closed is marked where it opens",
  `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 5
                                 ~ syntax: { is never closed; } is missing.`,
);

pictures(
  "lengths count code points, patterns name the character",
  `{"jobId": "café", "description": "a\\tb", "namespaceId": ""}
          ~~~~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "é".
                                 ~~~~~~ pattern: Expected visible characters and spaces, without line breaks, tabs, or control and invisible characters; found U+0009.
                                                        ~~ length: Expected text, found none.`,
);
