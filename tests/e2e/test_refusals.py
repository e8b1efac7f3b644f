"""What the gate refuses: the provider received 0 bytes, and the caller reads a code and what to do."""

import gzip
import json

import pytest

from tests.e2e import planted
from tests.e2e.bodies import chat
from tests.e2e.provider import Providers
from tests.e2e.settings import MAX_BODY_BYTES
from tests.e2e.stack import Gate, token
from tests.e2e.wire import CHAT, Answer, ask, head, http1

BODY = chat(planted.PROMPT + planted.REFUSED)


def refused(gate: Gate, providers: Providers, answer: Answer, status: int, code: str) -> None:
    """The error's whole shape, nothing at a provider, and a record."""
    assert (answer.status, answer.headers["content-type"]) == (status, "application/json")
    error = answer.json["error"]
    assert {"message", "type", "param", "code", "request_id"} <= set(error)
    assert error["code"] == code
    assert len(error["message"]) > 20
    assert providers.heard_bytes == 0
    assert not planted.found(answer.body)
    record = gate.ending(error["request_id"])
    assert record["event"] in ("exchange.refused", "request.decided")
    assert providers.heard_bytes == 0


def test_a_provider_without_an_agreement_gets_nothing(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.PROMPT + planted.REFUSED, model="nobaa-chat"))
    refused(gate, providers, answer, 403, "policy_denied")
    error = answer.json["error"]
    assert [(one["id"], one["cite"][:6]) for one in error["reasons"]] == [("provider_without_baa", "45 CFR")]
    record = gate.ending(answer.exchange)
    assert record["body"]["decision"]["decision_id"] == error["decision_id"]
    assert record["body"]["outcome"] == "policy_denied"


def test_not_even_a_text_without_identifiers_goes_to_a_provider_without_an_agreement(
    gate: Gate, providers: Providers
) -> None:
    refused(gate, providers, ask(gate.door, chat(planted.REFUSED, model="nobaa-chat")), 403, "policy_denied")


@pytest.mark.parametrize("groups", [[], ["gardeners"]])
def test_a_caller_without_a_role_gets_nowhere(gate: Gate, providers: Providers, groups: list[str]) -> None:
    refused(gate, providers, ask(gate.to(sub="eve", groups=groups), BODY), 403, "policy_denied")


def test_a_purpose_that_is_not_the_callers_is_denied(gate: Gate, providers: Providers) -> None:
    refused(gate, providers, ask(gate.to(purpose="RESEARCH"), BODY), 403, "policy_denied")


def test_what_needs_an_approval_is_refused_with_its_reason(gate: Gate, providers: Providers) -> None:
    names = ("Eleanor Whitfield", "Harold Finchley", "Martha Collins", "James Miller", "Susan Baker", "Peter Cooper")
    texts = ", ".join(f"patient {name}" for name in names)
    researcher = gate.to(sub="dr.roe", groups=["research-analysts"])
    answer = ask(researcher, chat(f"Compare {texts}. {planted.REFUSED}"))
    refused(gate, providers, answer, 403, "approval_required")
    assert [one["id"] for one in answer.json["error"]["reasons"]] == ["approval_many_subjects"]


def test_without_a_token_nobody_gets_in_and_it_is_recorded(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, BODY, authorization=None)
    refused(gate, providers, answer, 401, "unauthenticated")
    record = gate.ending(answer.json["error"]["request_id"])
    assert (record["body"]["status"], record["body"]["actor"]) == (401, None)


def test_a_token_of_somebody_elses_key_is_no_token(gate: Gate, providers: Providers) -> None:
    header, payload, signature = gate.door.token.split(".")
    forged = ".".join((header, payload, signature[:-8] + "AAAAAAAA"))
    refused(gate, providers, ask(gate.door, BODY, authorization=f"Bearer {forged}"), 401, "unauthenticated")


def test_a_token_that_has_expired_is_no_token(gate: Gate, providers: Providers) -> None:
    old = token(gate.settings, sub="dr.lee", groups=["cardiology-clinicians"], exp=1_700_000_000)
    refused(gate, providers, ask(gate.door, BODY, authorization=f"Bearer {old}"), 401, "unauthenticated")


def test_a_token_for_another_audience_is_refused(gate: Gate, providers: Providers) -> None:
    other = token(gate.settings, sub="dr.lee", groups=["cardiology-clinicians"], aud="payroll")
    refused(gate, providers, ask(gate.door, BODY, authorization=f"Bearer {other}"), 403, "forbidden")


def test_a_claim_of_the_wrong_kind_is_refused(gate: Gate, providers: Providers) -> None:
    refused(gate, providers, ask(gate.to(purpose="FUN"), BODY), 401, "identity_malformed")


@pytest.mark.parametrize(
    "path",
    [
        f"{CHAT}?patient=Eleanor%20Whitfield",
        f"{CHAT}?patient=Ms.+Eleanor+Whitfield",
        f"{CHAT}?ssn={planted.SSN}",
        f"{CHAT}?q=%32%31%39-09-9999",
    ],
)
def test_an_identifier_in_the_query_string_is_refused(gate: Gate, providers: Providers, path: str) -> None:
    refused(gate, providers, ask(gate.door, BODY, path), 400, "identifier_in_url")


def test_an_identifier_in_the_path_is_refused(gate: Gate, providers: Providers) -> None:
    refused(gate, providers, ask(gate.door, BODY, f"/generic/notes/{planted.SSN}"), 400, "identifier_in_url")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/responses"),
        ("POST", "/v1/completions"),
        ("POST", "/v1/images/generations"),
        ("GET", "/v1/models"),
        ("PUT", CHAT),
        ("POST", f"{CHAT}/"),
        ("POST", "/v1//chat/completions/.."),
        ("POST", "/"),
    ],
)
def test_an_endpoint_that_is_not_served_is_not_found(gate: Gate, providers: Providers, method: str, path: str) -> None:
    refused(gate, providers, ask(gate.door, BODY, path, method), 404, "unknown_endpoint")


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "identity, gzip"])
def test_a_compressed_body_is_refused(gate: Gate, providers: Providers, coding: str) -> None:
    refused(gate, providers, ask(gate.door, gzip.compress(BODY), content_encoding=coding), 415, "content_encoding")


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", None])
def test_a_body_of_another_type_is_refused(gate: Gate, providers: Providers, kind: str | None) -> None:
    refused(gate, providers, ask(gate.door, BODY, content_type=kind), 415, "content_type")


def test_a_body_that_says_it_is_too_large_is_refused_before_it_comes(gate: Gate, providers: Providers) -> None:
    with http1(gate.door) as client:
        headers = gate.door.headers({"content-length": str(MAX_BODY_BYTES + 1)})
        client.send(head("POST", CHAT, headers) + BODY)
        refused(gate, providers, client.answer(), 413, "body_too_large")


def test_a_body_that_turns_out_too_large_is_refused(gate: Gate, providers: Providers) -> None:
    padding = b"x" * 2**16
    rest = b"%x\r\n%b\r\n" % (len(padding), padding)
    with http1(gate.door) as client:
        client.send(head("POST", CHAT, gate.door.headers({"transfer-encoding": "chunked"})))
        client.send(b"%x\r\n%b\r\n" % (len(BODY), BODY))
        try:
            for _ in range(MAX_BODY_BYTES // len(padding) + 8):
                client.send(rest)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it does not have to read on
        refused(gate, providers, client.answer(), 413, "body_too_large")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe{}",
        BODY.replace(b'"user"', b'"user", "role": "user"'),
        BODY.replace(b'"demo-chat"', b"NaN"),
        b"[" * 5000,
        BODY.decode().encode("utf-16"),
    ],
)
def test_a_malformed_body_is_refused(gate: Gate, providers: Providers, body: bytes) -> None:
    refused(gate, providers, ask(gate.door, body), 400, "malformed_body")


@pytest.mark.parametrize("part", ["image_url", "unknown"])
def test_what_nobody_can_inspect_is_denied(gate: Gate, providers: Providers, part: str) -> None:
    content = {
        "image_url": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}],
        "unknown": [{"type": "hologram", "hologram": {"light": planted.REFUSED}}],
    }[part]
    messages = [{"role": "user", "content": content}]
    answer = ask(gate.door, json.dumps({"model": "demo-chat", "messages": messages}).encode())
    refused(gate, providers, answer, 403, "policy_denied")


def test_a_model_that_nobody_serves_is_denied(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.REFUSED, model="another-chat"))
    refused(gate, providers, answer, 403, "policy_denied")


def test_a_websocket_is_refused(gate: Gate, providers: Providers) -> None:
    upgrade = {"connection": "Upgrade", "upgrade": "websocket", "sec-websocket-version": "13", "content-type": None}
    with http1(gate.door) as client:
        headers = gate.door.headers({**upgrade, "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ=="})
        client.send(head("GET", "/v1/realtime", headers))
        answer = client.answer()
    assert (answer.status, answer.code) == (403, "forbidden")
    assert providers.heard_bytes == 0
