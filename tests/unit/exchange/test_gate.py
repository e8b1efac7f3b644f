"""Which paths lead to which dialect, and which providers may serve a model."""

from dataclasses import replace

import pytest

from extproc.exchange.gate import Endpoint, utc
from extproc.payload.dialect import Operation
from extproc.policy.query import Local, Tools
from extproc.sealed import Sealed
from tests.support.exchanges import GATE


def found(method: str, path: str) -> Endpoint:
    endpoint = GATE.endpoint(method, path)
    assert endpoint is not None
    return endpoint


def test_the_endpoints_of_each_dialect_are_found() -> None:
    assert found("POST", "/v1/chat/completions").operation is Operation.CHAT
    assert found("POST", "/v1/embeddings").operation is Operation.EMBEDDINGS
    assert found("POST", "/generic/risk/score").operation is Operation.GENERIC
    assert found("POST", "/generic/risk/score").provider == "risk"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/chat/completions"),
        ("POST", "/v1"),
        ("POST", "/v1/"),
        ("POST", "/v1/chat/completions/"),
        ("POST", "/v1/models"),
        ("POST", "/v2/chat/completions"),
        ("POST", "/V1/chat/completions"),
        ("POST", "/"),
        ("POST", ""),
        ("POST", "/generic/"),
        ("POST", "/generic/cloud/score"),  # a provider of another dialect
        ("POST", "/generic/nobody/score"),
        ("DELETE", "/generic/risk/score"),
    ],
)
def test_anything_else_is_not_served(method: str, path: str) -> None:
    assert GATE.endpoint(method, path) is None


def test_candidates_are_the_providers_that_list_the_model() -> None:
    chat = found("POST", "/v1/chat/completions")
    assert GATE.candidates(chat, "gpt-test") == ("cloud", "onprem")
    assert GATE.candidates(chat, "local-test") == ("onprem",)
    assert GATE.candidates(chat, "other") == ()
    assert GATE.candidates(chat, "") == ()
    assert GATE.candidates(found("POST", "/generic/risk/score"), "") == ("risk",)


def test_a_digest_is_keyed() -> None:
    assert GATE.digest(b"219-09-9999").startswith("hmac-sha256:")
    assert GATE.digest(b"a") != GATE.digest(b"b")


def test_only_tools_that_the_policy_knows_are_named() -> None:
    gate = replace(GATE, known_tools=frozenset({"find", "book"}))
    asked = [Sealed(name) for name in ("find", "Maria Lopez", "find", "book")]
    assert gate.tools(asked) == Tools(4, ("book", "find"), 1)
    assert GATE.tools(asked) == Tools(4, (), 4)


def test_the_hour_without_a_time_zone_is_utc() -> None:
    assert utc(0) == Local(0, 3, "UTC")
    assert utc(1_780_000_000_000_000) == Local(20, 3, "UTC")
    assert utc(4 * 86_400_000_000 - 1) == Local(23, 6, "UTC")
