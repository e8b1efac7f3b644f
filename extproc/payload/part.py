"""What a dialect reads out of a body: texts, what cannot be read, and facts about the request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from extproc.sealed import NOTHING, Sealed


class Role(StrEnum):
    """Who speaks in a part, as the provider's dialect says; ``NONE`` where it does not apply."""

    SYSTEM = "system"
    DEVELOPER = "developer"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"
    NONE = "none"


class Inspectability(StrEnum):
    """Why content could not be inspected."""

    MEDIA = "media"  # images, audio, files
    TOKEN_IDS = "token_ids"  # noqa: S105
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_ENCODING = "unknown_encoding"


class Spot(StrEnum):
    """Where a text will be read, which decides whether a name may be restored there."""

    PROSE = "prose"
    JSON_PROSE = "json_prose"  # prose that the caller asked to be JSON: a restored value is escaped
    TOOL_ARGUMENT = "tool_argument"  # restored only for tools that the policy names
    STRUCTURE = "structure"  # member names, ids, schemas: never restored


@dataclass(frozen=True, slots=True)
class Part:
    """One decoded text of a document.

    ``pattern`` is the pointer with the caller's own names replaced (``/messages/*/content``): it is made of the
    dialect's words only, so it may stand in queries and records. ``label`` is the nearest member name, a cue for
    detection. ``tool`` is the called function's name for tool arguments, else empty.
    """

    pattern: str
    role: Role
    spot: Spot
    text: Sealed[str]
    label: Sealed[str] = NOTHING
    tool: Sealed[str] = NOTHING
    path: tuple[str | int, ...] = field(default=(), repr=False)
    """Member names and positions from the root of the body to the text, through documents in strings; empty for a
    member's name and for a text that runs on. It holds the caller's own words, so it stands in no query or record."""


@dataclass(frozen=True, slots=True)
class Uninspected:
    """Content nobody can scan. ``media_type`` is from a closed list or ``""``."""

    pattern: str
    why: Inspectability
    size_bytes: int
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a request asks for, apart from its texts. Caller's words here are sealed: only what the settings or a
    policy already know by name may be copied into a query."""

    model: Sealed[str]
    stream: bool
    max_tokens: int | None = None
    roles: Mapping[Role, int] = field(default_factory=dict)
    tools: tuple[Sealed[str], ...] = ()
    tool_calls: tuple[Sealed[str], ...] = ()
    json_answer: bool = False


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What an answer says of itself. Words outside the dialect's closed lists are ``""``."""

    finish_reasons: tuple[str, ...] = ()
    input_tokens: int | None = None
    output_tokens: int | None = None
    tool_calls: tuple[Sealed[str], ...] = ()
    vectors_only: bool = False
    """Nothing is said in it."""


class Document(Protocol):
    """A body whose texts can be changed, every other byte kept."""

    @property
    def parts(self) -> tuple[Part, ...]: ...

    @property
    def uninspected(self) -> tuple[Uninspected, ...]: ...

    @property
    def size_bytes(self) -> int: ...

    def with_texts(self, changed: Mapping[int, Sealed[str]]) -> bytes:
        """The body with part ``i`` reading ``changed[i]``. With no change: the very bytes that were read, save what a
        dialect never passes on (``logprobs``)."""
        ...
