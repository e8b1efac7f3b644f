"""OpenAI's error object: how a refusal is written, and how a provider's own is read."""

from collections.abc import Mapping
from typing import Final

from extproc.payload.dialect import Refusal
from extproc.payload.part import Spot
from extproc.payload.schema import Number, Rule, Text, words
from extproc.payload.splice import json_text

ERROR: Final[Mapping[str, Rule]] = {
    "/error": Text(),  # some providers answer a bare sentence
    "/error/message": Text(),
    "/error/type": words(
        "invalid_request_error",
        "authentication_error",
        "permission_error",
        "not_found_error",
        "rate_limit_error",
        "server_error",
        "api_error",
        "insufficient_quota",
        "tokens",
        "requests",
    ),
    "/error/code": words(
        "rate_limit_exceeded",
        "insufficient_quota",
        "invalid_api_key",
        "model_not_found",
        "context_length_exceeded",
        "content_filter",
        "unsupported_parameter",
        "unsupported_value",
        "invalid_value",
        "missing_required_parameter",
    ),
    "/error/param": Text(Spot.STRUCTURE),
    "/error/status": Number(),
}

_TYPES: Final[Mapping[int, str]] = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
}


def error_json(refusal: Refusal) -> str:
    """The body of an error answer, and the data of an error event."""
    error: dict[str, object] = {
        "message": refusal.message,
        "type": _type(refusal.status),
        "param": None,
        "code": refusal.code,
        "request_id": refusal.request_id,
        "decision_id": refusal.decision_id,
        "reasons": [{"id": key, "text": text, "cite": cite} for key, text, cite in refusal.reasons],
    }
    return json_text({"error": error})


def _type(status: int) -> str:
    return _TYPES.get(status) or ("server_error" if status >= 500 else "invalid_request_error")
