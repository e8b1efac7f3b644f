"""A request body as the sidecar would take it: query, decision, and what would go on; then its answer, if one is given.

The exchange's own state machine is fed the events that Envoy, the detector and the policy would cause; nothing of it
is repeated here. Nothing is sent and nothing is recorded. What is said of the caller stands for a verified token, and
the answer is the provider's: with the status 200, a stream where the request asks for one, in one piece.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import orjson

from extproc.adapters.assembly import gate_of
from extproc.adapters.bundle import read_bundle
from extproc.adapters.detectors import detector_of
from extproc.authoring.about import About, about
from extproc.authoring.asking import Asked
from extproc.config import IdentityProvider, Settings
from extproc.errors import Misconfigured, PolicyMalformed
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.policy.answer import PACKAGE, AnswerDecision, answer_query_document, parse_answer_decision
from extproc.policy.decision import Decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query_document import query_document

JSON_TYPE: Final = {"content-type": "application/json"}
EVENTS_TYPE: Final = {"content-type": "text/event-stream"}
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
    """``answer`` is what the provider says to it; ``b""`` where that is not to be tried."""

    body: bytes = field(repr=False)
    path: str = CHAT
    headers: Mapping[str, str] = field(default_factory=dict)
    answer: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what was decided, ``None`` for what is no decision."""

    query: Mapping[str, Any]
    decision: Decision | AnswerDecision | None


@dataclass(frozen=True, slots=True)
class Tried:
    """How far a request came. ``asked`` is what the policy was asked: about the request, where it came so far, then
    about its answer. ``outcome`` is ``forwarded``, ``answered`` or the code of the refusal; ``body`` is what the
    provider, or after it the caller, would read."""

    asked: Sequence[Question]
    outcome: str
    body: bytes = field(repr=False)


async def tried(settings: Settings, caller: Caller, request: Request, engine: Asked, time_us: int) -> Tried:
    """Raises ``Misconfigured`` for settings that no gate would start with."""
    detector = detector_of(settings.detect)
    bundle = read_bundle(settings.policy.bundle)
    gate = replace(gate_of(settings, detector.names, bundle.data), asks_of_answers=PACKAGE in bundle.packages)
    exchange = Exchange(gate, str(uuid.uuid4()), str(uuid.uuid4()))
    asked: list[Question] = []
    told = b""
    waiting: list[e.Event] = [e.RequestBody(request.body, end=True), _head(settings, caller, request)]
    while waiting:
        for command in exchange.receive(waiting.pop(), time_us):
            match command:
                case c.Inspect(passages, known):
                    waiting.append(e.Inspected(detector.find(passages, known)))
                case c.AskPolicy(query):
                    asked.append(await answered(engine, query_document(query)))
                    waiting.append(_decided(asked[-1].decision))
                case c.AskOfAnswer(query_of_answer):
                    asked.append(await answered(engine, answer_query_document(query_of_answer)))
                    waiting.append(_decided(asked[-1].decision))
                case c.Record():
                    waiting.append(e.Recorded())
                case c.Forward(body=body) if not request.answer:
                    return Tried(asked, "forwarded", body)
                case c.Forward():
                    waiting += [e.ResponseBody(request.answer, end=True), _answers_head(asked[0].query)]
                case c.ReleaseBody(data, end, metadata):
                    told += data
                    if end:
                        return Tried(asked, str(metadata.get("outcome", "answered")), told)
                case c.Refuse(code=code, body=body):
                    return Tried(asked, code, body)
                case _:
                    pass
    raise AssertionError("an exchange that neither goes on nor is refused")


def _head(settings: Settings, caller: Caller, request: Request) -> e.RequestHead:
    return e.RequestHead(
        request_id=str(uuid.uuid4()),
        method="POST",
        path=request.path,
        headers={**JSON_TYPE, **request.headers},
        claims=caller.claims(settings.identity[0]),
    )


def _answers_head(query: Mapping[str, Any]) -> e.ResponseHead:
    return e.ResponseHead(200, EVENTS_TYPE if query["route"]["stream"] else JSON_TYPE)


def _decided(decision: Decision | AnswerDecision | None) -> e.Event:
    match decision:
        case Decision():
            return e.Decided(decision, "")
        case AnswerDecision():
            return e.AnswerDecided(decision)
        case None:
            return e.PolicyFailed("policy_malformed")


async def answered(engine: Asked, query: Mapping[str, Any]) -> Question:
    """``query`` is about a request or an answer, as it says itself."""
    try:
        term = orjson.dumps(query)
    except TypeError:
        raise Misconfigured("the query cannot be written as JSON") from None
    (answer,) = await engine.ask(about(query), [term])
    parse = parse_decision if about(query) is About.REQUEST else parse_answer_decision
    try:
        return Question(query, parse(answer, query["decision_id"]))
    except PolicyMalformed:
        return Question(query, None)
