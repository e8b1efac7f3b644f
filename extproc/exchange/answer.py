"""An answer that is read whole: bytes → document → masked and restored bytes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

from extproc.audit.texts import Said, View
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Passage
from extproc.errors import MalformedBody
from extproc.exchange.questions import Seen
from extproc.exchange.request import Asked, Counts, coverage_of
from extproc.exchange.restoring import Restoring
from extproc.mask.apply import blocked
from extproc.payload.part import AnswerFacts, Document, Inspectability
from extproc.payload.plain_text import read_text
from extproc.policy.query import Coverage
from extproc.sealed import Sealed

RELEASED: Final[Mapping[str, re.Pattern[str]]] = {
    "content-type": re.compile(r"(application|text)/[a-z0-9.+-]{1,40}(; ?charset=[a-zA-Z0-9-]{1,20})?"),
    "retry-after": re.compile(r"\d{1,6}"),
    "retry-after-ms": re.compile(r"\d{1,9}"),
    "x-should-retry": re.compile(r"true|false"),
    "x-ratelimit-limit-requests": re.compile(r"\d{1,12}"),
    "x-ratelimit-limit-tokens": re.compile(r"\d{1,12}"),
    "x-ratelimit-remaining-requests": re.compile(r"\d{1,12}"),
    "x-ratelimit-remaining-tokens": re.compile(r"\d{1,12}"),
    "x-ratelimit-reset-requests": re.compile(r"[0-9a-z.]{1,16}"),
    "x-ratelimit-reset-tokens": re.compile(r"[0-9a-z.]{1,16}"),
}
"""The provider's headers a caller may read, each by a grammar of its own. A header is released before any text was
inspected, so none may hold free text."""

UNREADABLE: Final = frozenset({Inspectability.MEDIA, Inspectability.TOKEN_IDS, Inspectability.UNKNOWN_ENCODING})


CHARSET: Final = re.compile(r"charset\s*=\s*\"?([^\s\";]*)")
READABLE_CHARSETS: Final = frozenset({"utf-8", "utf8", "us-ascii"})


class Kind(Enum):
    JSON = auto()
    TEXT = auto()
    EVENTS = auto()
    EMPTY = auto()
    OTHER = auto()


def kind_of(headers: Mapping[str, str], end: bool) -> Kind:
    """By content type alone: what a provider calls a picture is not read as a text, nor is another encoding."""
    if end:
        return Kind.EMPTY
    media_type, _, parameters = headers.get("content-type", "").lower().partition(";")
    media_type = media_type.strip()
    charset = CHARSET.search(parameters)
    if charset and charset[1] not in READABLE_CHARSETS:
        return Kind.OTHER
    if media_type == "text/event-stream":
        return Kind.EVENTS
    if media_type == "application/json" or media_type.endswith("+json"):
        return Kind.JSON
    return Kind.TEXT if media_type.startswith("text/") else Kind.OTHER


def dropped_headers(headers: Mapping[str, str]) -> tuple[str, ...]:
    """The names that must go: all that are not in ``RELEASED`` or not of its grammar."""
    return tuple(
        name for name, value in headers.items() if not ((grammar := RELEASED.get(name)) and grammar.fullmatch(value))
    )


class Answer:
    """A provider's answer of any status, held until its whole text was inspected."""

    kept_bytes: Final = 0  # a body that is read whole is counted as it comes

    def __init__(self, asked: Asked, restoring: Restoring, kind: Kind) -> None:
        self._asked = asked
        self._restoring = restoring
        self._kind = kind
        self._chunks: list[bytes] = []
        self._document: Document | None = None
        self._counts: Counter[tuple[EntityType, str]] = Counter()
        self._views: dict[View, Said] = {}
        self.size_bytes = 0
        self.facts = AnswerFacts()

    def push(self, data: bytes) -> None:
        self._chunks.append(data)
        self.size_bytes += len(data)

    def passages(self) -> tuple[Passage, ...]:
        """The bytes have ended. Raises ``MalformedBody`` for what is no text at all."""
        body = b"".join(self._chunks)
        self._chunks.clear()
        self._document = self._read(body)
        self._keep(View.RECEIVED, body)
        return tuple(Passage(part.text, part.label, part.path) for part in self._document.parts)

    def _read(self, body: bytes) -> Document:
        if self._kind is not Kind.JSON:
            return read_text(body)
        endpoint = self._asked.endpoint
        try:
            document, self.facts = endpoint.dialect.read_answer(endpoint.operation, body, self._asked.facts)
        except MalformedBody:
            return read_text(body)
        return document

    @property
    def unreadable(self) -> bool:
        """Something in it can be scanned by nobody."""
        return any(one.why in UNREADABLE for one in self._held.uninspected)

    def seen(self, findings: Sequence[Sequence[Finding]]) -> Seen:
        seen = Seen(uninspected=Counter(one.why for one in self._held.uninspected))
        for part, found in zip(self._held.parts, findings, strict=True):
            seen.add(part.text, found)
        return seen

    def blocked(self, findings: Sequence[Sequence[Finding]]) -> bool:
        return any(blocked(found, self._restoring.masking.response) for found in findings)

    def released(self, findings: Sequence[Sequence[Finding]]) -> bytes:
        """The body as the caller may read it."""
        passed = self._restoring.document(self._held, findings, self._counts)
        self._keep(View.MASKED, passed.masked)
        self._keep(View.RELEASED, passed.released)
        return passed.released

    @property
    def views(self) -> Mapping[View, Said]:
        """For the transcript: what was received once it could be read, the others once it may be released.

        Vectors are in none: they can be made again of the request, and are a hundred times its size.
        """
        return self._views

    def _keep(self, view: View, body: bytes) -> None:
        if view in self._restoring.views and not self.facts.vectors_only:
            self._views[view] = Sealed(body)

    @property
    def counts(self) -> Counts:
        return self._counts

    @property
    def restored(self) -> int:
        return self._restoring.restored

    @property
    def coverage(self) -> Coverage:
        return coverage_of(self._held.parts, self._held.uninspected)

    @property
    def _held(self) -> Document:
        if self._document is None:
            raise AssertionError("the answer was not read yet")
        return self._document
