"""What is sealed: one JSON object, for one record.

=============== ====================================================================================================
``v``           1
``exchange``    the record's
``event``       the record's
``level``       ``masked`` or ``full``
``salt``        32 random bytes in hexadecimal, the key of the commitment
``texts``       by view: a body as a string, or a stream's texts, each ``{"at": pattern, "text": text}``
=============== ====================================================================================================

The record holds HMAC-SHA256 of all these bytes under the salt. So who has the plaintext can show that it is the one
recorded, sealed to other readers too, and who has only the record can try no guesses. Not covered: sealing itself
(``adapters/age``), and where the sealed bytes lie.
"""

import hmac
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import orjson

from extproc.audit.canonical import repaired
from extproc.audit.reference import LEVELS, Reference
from extproc.audit.texts import Row, Said, Texts, View
from extproc.sealed import Sealed

VERSION: Final = 1
SALT_BYTES: Final = 32
STEP_CHARS: Final = 64 * 1024
VIEWS: Final = {view.value: view for view in View}


class NotATranscript(ValueError):
    """The sentence says in which way; it quotes nothing."""


class Commitment:
    """Grows with the bytes that it commits to."""

    def __init__(self, salt: bytes) -> None:
        self._mac = hmac.new(salt, digestmod=sha256)

    def over(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """``pieces``, as they pass by."""
        for piece in pieces:
            self._mac.update(piece)
            yield piece

    @property
    def text(self) -> str:
        return f"hmac-sha256:{self._mac.hexdigest()}"


def plaintext(texts: Texts, exchange: str, event: str, salt: bytes) -> Iterator[bytes]:
    """The object, in pieces of ``STEP_CHARS`` or so: a body of many megabytes is never spelled at once."""
    head = {"v": VERSION, "exchange": exchange, "event": event, "level": texts.level, "salt": salt.hex()}
    yield orjson.dumps(head)[:-1] + b',"texts":{'
    for number, (view, said) in enumerate(texts.views.items()):
        yield b'%b"%b":' % (b"," if number else b"", view.value.encode())
        yield from _spelled(said)
    yield b"}}"


def _spelled(said: Said) -> Iterator[bytes]:
    if isinstance(said, Sealed):  # read as UTF-8 before it came here, so nothing is replaced
        yield from _string(said.reveal().decode("utf-8", "backslashreplace"))
        return
    yield b"["
    for number, row in enumerate(said):
        yield b'%b{"at":%b,"text":' % (b"," if number else b"", orjson.dumps(row.at))
        yield from _string(repaired(row.text.reveal()))
        yield b"}"
    yield b"]"


def _string(text: str) -> Iterator[bytes]:
    yield b'"'
    for start in range(0, len(text), STEP_CHARS):
        yield orjson.dumps(text[start : start + STEP_CHARS])[1:-1]
    yield b'"'


@dataclass(frozen=True, slots=True)
class Opened:
    """A transcript that was opened. ``plain`` is what was sealed, byte by byte."""

    exchange: str
    event: str
    salt: bytes = field(repr=False)
    texts: Texts
    plain: Sealed[bytes]

    def check(self, exchange: str, event: str, reference: Reference) -> None:
        """That it is the one of the record that holds ``reference``. Raises ``NotATranscript``."""
        commitment = Commitment(self.salt)
        deque(commitment.over([self.plain.reveal()]), maxlen=0)
        if commitment.text != reference.commitment:
            raise NotATranscript("it is not what the record commits to")
        if (self.exchange, self.event, self.texts.level) != (exchange, event, reference.level):
            raise NotATranscript("it belongs to another record")


def read(plain: bytes) -> Opened:
    """Raises ``NotATranscript``."""
    try:
        document: object = orjson.loads(plain)
    except orjson.JSONDecodeError:
        document = None
    match document:
        case {
            "v": 1,
            "exchange": str(exchange),
            "event": str(event),
            "level": str(level),
            "salt": str(salt),
            "texts": dict(texts),
            **rest,
        } if not rest and level in LEVELS and len(salt) == 2 * SALT_BYTES and texts.keys() <= VIEWS.keys():
            views = {VIEWS[view]: _said(said) for view, said in texts.items()}
            return Opened(exchange, event, _salt(salt), Texts(level, views), Sealed(plain))
        case _:
            raise NotATranscript("it is not a transcript of this version")


def document(opened: Opened, views: Mapping[View, Said]) -> dict[str, object]:
    """What was opened as JSON, with these of its views and without the salt."""
    texts = {view.value: _plain(said) for view, said in views.items()}
    return {"exchange": opened.exchange, "event": opened.event, "level": opened.texts.level, "texts": texts}


def _plain(said: Said) -> object:
    if isinstance(said, Sealed):
        return said.reveal().decode()
    return [{"at": row.at, "text": row.text.reveal()} for row in said]


def _said(value: object) -> Said:
    match value:
        case str(body):
            return Sealed(body.encode())
        case list(rows):
            return tuple(map(_row, rows))
        case _:
            raise NotATranscript("a view that is neither a body nor a list of texts")


def _row(value: object) -> Row:
    match value:
        case {"at": str(at), "text": str(text), **rest} if not rest:
            return Row(at, Sealed(text))
        case _:
            raise NotATranscript("a row that is not a text")


def _salt(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise NotATranscript("its salt is not hexadecimal") from None
