"""A gate, decisions and a detector for tests of the exchange, and ``play``, which reads like the wire."""

import re
from collections.abc import Sequence
from typing import get_args

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Known, Passage, Span
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.gate import Gate, Keys, ProviderFacts
from extproc.exchange.identity import Issuer
from extproc.exchange.machine import Exchange
from extproc.mask.plan import Operator, Plan
from extproc.policy.decision import Decision, Effect, Masking, Obligations, Reason, Transcript, Verdict

DECISION_ID = "11111111-1111-4111-8111-111111111111"
EXCHANGE_ID = "33333333-3333-4333-8333-333333333333"
REQUEST_ID = "22222222-2222-4222-8222-222222222222"
ISSUER = "https://idp.test"
NAME = "Maria Lopez"
SSN = "219-09-9999"

GATE = Gate(
    providers={
        "cloud": ProviderFacts("openai", frozenset({"gpt-test"})),
        "onprem": ProviderFacts("openai", frozenset({"gpt-test", "local-test"})),
        "risk": ProviderFacts("generic-json", frozenset()),
    },
    issuers={ISSUER: Issuer()},
    keys=Keys(digest=b"d" * 32, surrogate=b"s" * 32),
    detectors=("fake",),
    max_body_bytes=4096,
)

CLAIMS = {"iss": ISSUER, "sub": "dr.lee", "groups": ["cardiology-clinicians"], "wardgate_type": "user"}
HEADERS = {"content-type": "application/json", "x-app": "notes", "accept": "application/json"}


def head(path: str = "/v1/chat/completions", **changes: object) -> e.RequestHead:
    values: dict[str, object] = {
        "request_id": REQUEST_ID,
        "method": "POST",
        "path": path,
        "headers": HEADERS,
        "claims": CLAIMS,
    }
    return e.RequestHead(**{**values, **changes})  # type: ignore[arg-type]


def chat(text: str, stream: bool = False) -> bytes:
    flag = ',"stream":true' if stream else ""
    return ('{"model":"gpt-test","messages":[{"role":"user","content":"%s"}]%s}' % (text, flag)).encode()  # noqa: UP031


SURROGATE_ALL = Plan(Operator.SURROGATE)
REDACT_ALL = Plan(Operator.REDACT)
MASKING = Masking(request=SURROGATE_ALL, response=SURROGATE_ALL, restore=frozenset(EntityType))
OBLIGATIONS = Obligations(record=Transcript.METADATA, retention_days=2190)


def decision(verdict: Verdict = Verdict.ALLOW, **changes: object) -> Decision:
    reason = Reason("role_may_treat", Effect.ALLOW, "Clinicians may ask about their patients.", "45 CFR 164.506(c)")
    if verdict is Verdict.DENY:
        reason = Reason("provider_without_baa", Effect.DENY, "No BAA.", "45 CFR 164.502(e)")
    values: dict[str, object] = {
        "decision_id": DECISION_ID,
        "verdict": verdict,
        "reasons": (reason,),
        "provider": "cloud" if verdict is Verdict.ALLOW else "",
        "masking": MASKING,
        "obligations": OBLIGATIONS,
    }
    return Decision(**{**values, **changes})  # type: ignore[arg-type]


class FakeDetector:
    """Finds two fixed identifiers, anywhere."""

    names = ("fake",)

    def __init__(self) -> None:
        self.known: list[Sequence[Known]] = []

    PATTERN = re.compile(rf"(?P<NAME>{NAME})|(?P<SSN>{SSN})")

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        self.known.append(known)
        return tuple(tuple(self._found(passage.text.reveal())) for passage in passages)

    def _found(self, text: str) -> list[Finding]:
        return [
            Finding(Span(*match.span()), EntityType(match.lastgroup or ""), 900, "fake")
            for match in self.PATTERN.finditer(text)
        ]


DETECTOR = FakeDetector()


def inspected(command: c.Command) -> e.Inspected:
    assert isinstance(command, c.Inspect)
    return e.Inspected(DETECTOR.find(command.passages, command.known))


def fresh(gate: Gate = GATE) -> Exchange:
    return Exchange(gate, EXCHANGE_ID, DECISION_ID)


def play(exchange: Exchange, *script: object) -> list[c.Command]:
    """Tell each event of ``script`` and expect the commands that stand after it, by kind.

    ``e.Inspected`` as a kind stands for the fake detector's answer to the ``Inspect`` before it. Returns all commands.
    """
    commands: list[c.Command] = []
    expected: list[object] = []
    answered: list[c.Command] = []
    for step in [*script, None]:
        if step is not None and not _is_event(step):
            expected.append(step)
            continue
        assert [type(one) for one in answered] == expected
        expected = []
        if step is None:
            break
        event = inspected(commands[-1]) if step is e.Inspected else step
        answered = list(exchange.receive(event, 1_700_000_000_000_000 + len(commands)))  # type: ignore[arg-type]
        commands.extend(answered)
    return commands


def _is_event(step: object) -> bool:
    return step is e.Inspected or isinstance(step, get_args(e.Event))


def decided(
    exchange: Exchange, body: bytes, answer: Decision | None = None, path: str = "/v1/chat/completions"
) -> list[c.Command]:
    """Play the request's side up to its recorded decision; the last command is ``Forward``."""
    return play(
        exchange,
        head(path),
        c.Note,
        c.SetDeadline,
        e.RequestBody(body, end=True),
        c.Inspect,
        e.Inspected,
        c.AskPolicy,
        e.Decided(answer or decision(), "sha256:policy"),
        c.Record,
        e.Recorded(),
        c.SetDeadline,
        c.Forward,
    )
