"""The AWS CLI's own shorthand parser: a JSON string a line in, its verdict a line out."""

import json
import sys

from awscli.shorthand import DuplicateKeyInObjectError, ShorthandParseSyntaxError, ShorthandParser

for line in sys.stdin:
    text = json.loads(line)
    try:
        verdict = {"value": ShorthandParser().parse(text)}
    except (ShorthandParseSyntaxError, DuplicateKeyInObjectError) as error:
        verdict = {"index": error.index}
    print(json.dumps(verdict))
