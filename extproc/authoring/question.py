"""A request body as the sidecar would take it through its first half: query, decision, and what would go on.

The exchange's own state machine is fed the events that Envoy, the detector and the policy would cause; nothing of it
is repeated here. Nothing is sent and nothing is recorded. What is said of the caller stands for a verified token.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from extproc.adapters.assembly import gate_of
from extproc.adapters.bundle import read_bundle
from extproc.adapters.detectors import detector_of
from extproc.authoring.asking import Asked
from extproc.config import IdentityProvider, Settings
from extproc.errors import Misconfigured, PolicyMalformed
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.policy.decision import Decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query_document import query_document

JSON_TYPE: Final = {"content-type": "application/json"}
CHAT: Final = "/v1/chat/completions"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, in the words of a token."""

    subject: str
    groups: tuple[str, ...] = ()
    type: str = "user"
    purpose: str = ""

    def claims(self, issuer: IdentityProvider) -> dict[str, Any]:
        paths = issuer.claims
        claims: dict[str, Any] = {"iss": issuer.issuer}
        said = {paths.subject: self.subject, paths.type: self.type, paths.purpose: self.purpose}
        for path, value in {**said, paths.groups: list(self.groups)}.items():
            if value:
                _put(claims, path, value)
        return claims


def _put(claims: dict[str, Any], path: str, value: object) -> None:
    *outer, name = path.split(".")
    for step in outer:
        claims = claims.setdefault(step, {})
    claims[name] = value


@dataclass(frozen=True, slots=True)
class Request:
    body: bytes = field(repr=False)
    path: str = CHAT
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tried:
    """How far a request came. ``query`` and ``decision`` are ``None`` where it was refused before them; ``outcome`` is
    ``forwarded`` or the code of the refusal; ``body`` is what the provider, or on a refusal the caller, would read."""

    query: Mapping[str, Any] | None
    decision: Decision | None
    outcome: str
    body: bytes = field(repr=False)


async def tried(settings: Settings, caller: Caller, request: Request, engine: Asked, time_us: int) -> Tried:
    """Raises ``Misconfigured`` for settings that no gate would start with."""
    detector = detector_of(settings.detect)
    gate = gate_of(settings, detector.names, read_bundle(settings.policy.bundle).data)
    exchange = Exchange(gate, str(uuid.uuid4()), str(uuid.uuid4()))
    query: Mapping[str, Any] | None = None
    decision: Decision | None = None
    head = e.RequestHead(
        request_id=str(uuid.uuid4()),
        method="POST",
        path=request.path,
        headers={**JSON_TYPE, **request.headers},
        claims=caller.claims(settings.identity[0]),
    )
    waiting: list[e.Event] = [e.RequestBody(request.body, end=True), head]
    while waiting:
        for command in exchange.receive(waiting.pop(), time_us):
            match command:
                case c.Inspect(passages, known):
                    waiting = [e.Inspected(detector.find(passages, known))]
                case c.AskPolicy(asked):
                    query = query_document(asked)
                    decision = await answered(engine, query, asked.decision_id)
                    waiting = [e.PolicyFailed("policy_malformed") if decision is None else e.Decided(decision, "")]
                case c.Record():
                    waiting = [e.Recorded()]
                case c.Forward(body=body):
                    return Tried(query, decision, "forwarded", body)
                case c.Refuse(code=code, body=body):
                    return Tried(query, decision, code, body)
                case _:
                    pass
    raise AssertionError("an exchange that neither goes on nor is refused")


async def answered(engine: Asked, query: Mapping[str, Any], decision_id: str) -> Decision | None:
    """``None`` for an answer that is no decision."""
    try:
        term = orjson.dumps(query)
    except TypeError:
        raise Misconfigured("the query cannot be written as JSON") from None
    (answer,) = await engine.ask([term])
    try:
        return parse_decision(answer, decision_id)
    except PolicyMalformed:
        return None
