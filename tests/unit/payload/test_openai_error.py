"""A refusal in OpenAI's words."""

import json

import pytest

from extproc.payload.dialect import Refusal
from extproc.payload.openai_error import error_json


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "invalid_request_error"),
        (401, "authentication_error"),
        (403, "permission_error"),
        (404, "not_found_error"),
        (413, "invalid_request_error"),
        (415, "invalid_request_error"),
        (421, "invalid_request_error"),
        (429, "rate_limit_error"),
        (500, "server_error"),
        (503, "server_error"),
        (504, "server_error"),
    ],
)
def test_the_type_follows_the_status(status: int, kind: str) -> None:
    assert json.loads(error_json(Refusal(status, "code", "Message.")))["error"]["type"] == kind


def test_it_says_all_that_a_caller_may_read() -> None:
    refusal = Refusal(403, "denied", "Ask for access.", "r1", "d1", (("no_baa", "No BAA.", "45 CFR 164.502(e)"),))
    assert json.loads(error_json(refusal)) == {
        "error": {
            "message": "Ask for access.",
            "type": "permission_error",
            "param": None,
            "code": "denied",
            "request_id": "r1",
            "decision_id": "d1",
            "reasons": [{"id": "no_baa", "text": "No BAA.", "cite": "45 CFR 164.502(e)"}],
        }
    }


def test_it_is_one_line() -> None:
    assert "\n" not in error_json(Refusal(400, "code", "Two\nlines."))
