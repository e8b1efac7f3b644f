"""The walk: six exchanges, each with what was sent, what the provider received, what was read, and the facts checked.

The patients are invented. The model is a stand-in that repeats the surrogates it saw (``extproc/local/scripts.py``).
"""

import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from extproc.local import scripts
from extproc.local.demo_caller import Answer, Arrived, Caller, Received
from extproc.local.demo_page import Check, Row, Told

CLOUD: Final = "demo-cloud"
NO_BAA: Final = "demo-nobaa"

LETTER: Final = (
    "Draft a letter to Maria Gonzalez, MRN 00482913, born 03/14/1961, SSN 219-09-9999, phone (212) 555-0147. "
    "She is short of breath since we started metoprolol."
)
REFERRAL: Final = (
    "Refer Maria Gonzalez, MRN 00482913, born 03/14/1961, phone (212) 555-0147, maria.gonzalez@example.org, "
    "to Dr. Robert Chen, phone (212) 555-0188. Her husband James Gonzalez comes with her on 11/30/2026."
)
NOTES: Final = ("Maria Gonzalez, MRN 00482913: atrial fibrillation.", "Dr. Robert Chen saw her on 11/12/2026.")
LURED: Final = "Summarize the visit of Maria Gonzalez. script:link"
NAME: Final = "Maria Gonzalez"
SSN: Final = "219-09-9999"
IDENTIFIERS: Final = (
    NAME,
    "Robert Chen",
    "James Gonzalez",
    "00482913",
    "03/14/1961",
    SSN,
    "(212) 555-0147",
    "(212) 555-0188",
    "maria.gonzalez@example.org",
    "11/30/2026",
    "11/12/2026",
)
"""All that these texts say of anybody."""
PICTURE: Final = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Visit:
    """What a step works with."""

    caller: Caller
    received: Received


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    lead: str
    walk: Callable[[Visit], Awaitable[Told]]


async def chat(visit: Visit) -> Told:
    answer = await visit.caller.chat("cloud-chat", LETTER)
    arrived = visit.received.new()
    rows = [
        Row("clinician sent", LETTER),
        Row("provider received", _said(arrived)),
        Row("with the headers", ", ".join(header for one in arrived for header in one.headers)),
        Row("clinician read", answer.text),
    ]
    checks = [
        *_masked(answer, arrived),
        Check("neither the caller's token nor its address reached the provider", *_headers(arrived)),
        _restored(answer, [NAME, "00482913", "03/14/1961", "(212) 555-0147"]),
        Check(
            "the SSN was removed, not replaced, and did not come back",
            not any(one in _said(arrived) + answer.text for one in (SSN, "[SSN")),
            f"{_said(arrived)} / {answer.text}",
        ),
    ]
    return Told(rows, checks)


async def stream(visit: Visit) -> Told:
    answer = await visit.caller.streamed("cloud-chat", REFERRAL)
    arrived = visit.received.new()
    pieces = [piece for piece in answer.pieces if piece]
    rows = [
        Row("clinician sent", REFERRAL),
        Row("provider received", _said(arrived)),
        Row("clinician read", " | ".join(pieces)),
    ]
    expected = [one for one in IDENTIFIERS if one in REFERRAL]
    checks = [
        *_masked(answer, arrived),
        Check(
            f"{len(answer.pieces)} events came, with text in {len(pieces)} of them ( | above)",
            len(pieces) > 1,
            f"text in {len(pieces)} of {len(answer.pieces)}",
        ),
        _restored(answer, expected),
    ]
    return Told(rows, checks)


async def embeddings(visit: Visit) -> Told:
    answer = await visit.caller.embeddings("demo-embed", NOTES)
    arrived = visit.received.new()
    texts = [text for one in arrived for text in json.loads(one.body).get("input", [])]
    rows = [
        *(Row("application sent", note) for note in NOTES),
        *(Row("provider received", text) for text in texts),
        Row("application read", f"{_vectors(answer)} vectors, and x-wardgate-exchange: {answer.exchange}"),
    ]
    checks = [
        *_masked(answer, arrived),
        Check(
            "tags without numbers: numbers would make different patients equal in an index",
            any("[NAME]" in text for text in texts) and not re.search(r"_\d+\]", "".join(texts)),
            " / ".join(texts),
        ),
        Check("a vector came for each text", _vectors(answer) == len(NOTES), f"{_vectors(answer)} vectors"),
    ]
    return Told(rows, checks)


async def link(visit: Visit) -> Told:
    answer = await visit.caller.chat("cloud-chat", LURED)
    arrived = visit.received.new()
    targets, rest = PICTURE.findall(answer.text), PICTURE.sub("", answer.text)
    rows = [
        Row("clinician sent", LURED),
        Row("provider received", _said(arrived)),
        Row("model answered", " ".join(scripts.said(json.loads(one.body)).text for one in arrived)),
        Row("clinician read", answer.text),
    ]
    leaked = [target for target in targets if any(word in target for word in NAME.split())]
    checks = [
        *_masked(answer, arrived),
        Check("the name is not in the picture's address", bool(targets) and not leaked, answer.text),
        Check("outside of it the name was restored", NAME in rest, answer.text),
    ]
    return Told(rows, checks)


async def denial(visit: Visit) -> Told:
    answer = await visit.caller.chat("nobaa-chat", LETTER)
    arrived = visit.received.new()
    size = visit.received.size_bytes(NO_BAA)
    reasons = [reason for reason in answer.error.get("reasons", []) if isinstance(reason, dict)]
    rows = [
        Row("clinician sent", LETTER),
        Row("clinician read", f"{answer.status} {answer.error.get('code')}: {answer.error.get('message')}"),
        *(Row("reason", f"{reason.get('id')}: {reason.get('text')}") for reason in reasons),
        *(Row("citation", str(reason.get("cite"))) for reason in reasons),
        Row("decision", str(answer.error.get("decision_id"))),
        Row("provider received", f"{size} bytes"),
    ]
    checks = [
        _status(answer, 403, "policy_denied"),
        Check(
            "the reason has its citation",
            [reason.get("id") for reason in reasons] == ["provider_without_baa"] and bool(reasons[0].get("cite")),
            str(reasons),
        ),
        Check("the provider received 0 bytes", not arrived and size == 0, f"{size} bytes"),
    ]
    return Told(rows, checks)


async def no_token(visit: Visit) -> Told:
    answer = await visit.caller.chat_without_token("cloud-chat", LETTER)
    arrived = visit.received.new()
    rows = [Row("somebody read", f"{answer.status} {answer.error.get('code')}: {answer.error.get('message')}")]
    checks = [
        _status(answer, 401, "unauthenticated"),
        Check("no provider received anything", not arrived, f"{len(arrived)} requests arrived"),
    ]
    return Told(rows, checks)


STEPS: Final = (
    Step(
        "1  A chat request",
        "Identifiers stay here: the model works with surrogates, and the clinician reads the names again.",
        chat,
    ),
    Step(
        "2  The same, streamed",
        "The model's stream comes three characters an event, so every surrogate is cut. Text is held back until it "
        "is known to be whole.",
        stream,
    ),
    Step(
        "3  Embeddings",
        "What goes into an index stays there, so it says what kind of thing stood there and not which.",
        embeddings,
    ),
    Step(
        "4  A link that would carry a name out",
        "A text that a model read can tell it to draw a picture from a stranger's server, the name in its address. "
        "`script:link` makes the stand-in do so.",
        link,
    ),
    Step(
        "5  A denial",
        "The model asked for is at a provider without a business associate agreement.",
        denial,
    ),
    Step("6  No token", "The same request as the first, from somebody without a token.", no_token),
)


def _said(arrived: Sequence[Arrived]) -> str:
    """The last message of each request."""
    return " ".join(scripts.last_text(json.loads(one.body)) for one in arrived)


def _masked(answer: Answer, arrived: Sequence[Arrived]) -> list[Check]:
    bodies = "".join(one.body for one in arrived)
    left = [one for one in IDENTIFIERS if one in bodies]
    return [
        Check("the gate answered with 200", answer.status == 200, _outcome(answer)),
        Check(
            f"{_where(arrived)} received one request, and no identifier in it",
            len(arrived) == 1 and not left,
            f"{len(arrived)} requests, with {', '.join(left) or 'no identifier'}",
        ),
    ]


def _where(arrived: Sequence[Arrived]) -> str:
    return arrived[0].provider if arrived else "the provider"


def _headers(arrived: Sequence[Arrived]) -> tuple[bool, str]:
    names = [header.lower() for one in arrived for header in one.headers]
    told = [name for name in names if name == "authorization" or name.startswith(("x-", "forwarded", "via"))]
    return bool(names) and not told, ", ".join(told)


def _restored(answer: Answer, identifiers: Sequence[str]) -> Check:
    missing = [one for one in identifiers if one not in answer.text]
    left = scripts.surrogates(answer.text)
    return Check(
        f"the clinician read all {len(identifiers)} identifiers, and no surrogate",
        not missing and not left,
        f"missing: {', '.join(missing) or 'none'}; surrogates: {', '.join(left) or 'none'}",
    )


def _status(answer: Answer, status: int, code: str) -> Check:
    return Check(
        f"refused with {status} {code}, in the shape of the API's own errors",
        (answer.status, answer.error.get("code")) == (status, code),
        _outcome(answer),
    )


def _outcome(answer: Answer) -> str:
    return f"{answer.status} {answer.error.get('code', '')} {answer.error.get('message', '')}".strip()


def _vectors(answer: Answer) -> int:
    match answer.body:
        case {"data": [*vectors]}:
            return len(vectors)
        case _:
            return 0
