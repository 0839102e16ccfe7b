"""Reads a YAML text from each line of JSON, as `aws --cli-input-yaml` does, and prints its value or that it is refused."""

import json
import sys
import warnings

from ruamel.yaml import YAML

warnings.simplefilter("ignore")


def plain(value):
    if isinstance(value, dict):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    if isinstance(value, int) and abs(value) >= 2**53:
        return float(value)
    if isinstance(value, (int, float)):
        return value
    return "a " + type(value).__name__


for line in sys.stdin:
    try:
        answer = {"value": plain(YAML(typ="safe", pure=True).load(json.loads(line)))}
    except RecursionError:
        answer = {"refused": "recursion"}
    except Exception as error:  # the reader's errors have no common class
        answer = {"refused": type(error).__name__ + ": " + str(error).replace("\n", " ")[:200]}
    print(json.dumps(answer))
