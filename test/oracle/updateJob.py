"""Runs `aws` with the words of each line of JSON, and prints the request that it would send, or that it refuses."""

import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()
requests = []


def capture(params, **_):
    requests.append({"path": params["url_path"], "query": params["query_string"], "body": json.loads(params["body"])})

    class Answer:
        status_code = 200
        headers = {}

    return Answer(), {"ResponseMetadata": {"HTTPStatusCode": 200}}


driver.session.register("before-call.iot.UpdateJob", capture)

for line in sys.stdin:
    requests.clear()
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            driver.main(json.loads(line)[1:])
    except SystemExit:
        pass
    print(json.dumps(requests[0] if requests else {"refused": said.getvalue()[-300:]}, sort_keys=True))
