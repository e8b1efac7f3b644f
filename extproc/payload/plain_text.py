"""A body that is one text: what a provider or a proxy answers where its API promises JSON (an error page).

Not covered: markup. A name that tags or character references cut in two is inspected as it is written.
"""

from collections.abc import Mapping
from typing import Final

from extproc.errors import MalformedBody
from extproc.payload.opening import opens
from extproc.payload.part import Document, Part, Role, Spot, Uninspected
from extproc.payload.reading import read_document
from extproc.payload.schema import UNKNOWN, free_form
from extproc.sealed import Sealed

_BOM: Final = "\ufeff"
_JSON: Final = free_form("/**", UNKNOWN)


def read_text(body: bytes) -> Document:
    """A text of any kind, in which nothing is restored. JSON is read as the document that it is, without the byte order
    mark before it.

    Raises ``MalformedBody`` for what is not UTF-8, for a text with NUL (which UTF-16 is full of), and for what opens
    like JSON and is none by our reader: another reader may find other texts in it than the ones inspected.
    """
    document = PlainText(body)
    text = document.text.reveal()
    if "\0" in text:
        raise MalformedBody("The body holds NUL.")
    return read_document(text.removeprefix(_BOM).encode(), _JSON) if opens(text) else document


class PlainText:
    """Implements ``Document`` with one part, or none for an empty body."""

    uninspected: tuple[Uninspected, ...] = ()

    def __init__(self, body: bytes) -> None:
        """Raises ``MalformedBody`` unless ``body`` is UTF-8: another encoding cannot be inspected."""
        self.text: Sealed[str] = Sealed(_decoded(body))
        self.size_bytes = len(body)
        self.parts: tuple[Part, ...] = (Part("", Role.NONE, Spot.STRUCTURE, self.text),) if body else ()

    def with_texts(self, changed: Mapping[int, Sealed[str]]) -> bytes:
        return changed.get(0, self.text).reveal().encode()


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        pass
    raise MalformedBody("The body is not UTF-8.")  # outside the handler: the decoder's error holds the body
