#!/usr/bin/env bash
# Lets a rollout go on in two steps.
set -euo pipefail

aws iot update-job --job-id example-job-01 \
  --job-executions-rollout-config maximumPerMinute=20

aws iot update-job \
  --job-id example-job-01 \
  --description "Second step" \
  --job-executions-rollout-config '{"maximumPerMinute": 200, "exponentialRate": {"baseRatePerMinute": 20, "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfNotifiedThings": 500}}}'
