"""A body that is one text: what a provider or a proxy answers where its API promises JSON (an error page)."""

from collections.abc import Mapping

from extproc.errors import MalformedBody
from extproc.payload.part import Part, Role, Spot, Uninspected
from extproc.sealed import Sealed


class PlainText:
    """Implements ``Document`` with one part, or none for an empty body."""

    uninspected: tuple[Uninspected, ...] = ()

    def __init__(self, body: bytes) -> None:
        """Raises ``MalformedBody`` unless ``body`` is UTF-8: another encoding cannot be inspected."""
        try:
            text = body.decode()
        except UnicodeDecodeError:
            raise MalformedBody("The body is not UTF-8.") from None
        self.size_bytes = len(body)
        self._body = Sealed(body)
        self.parts: tuple[Part, ...] = (Part("", Role.NONE, Spot.STRUCTURE, Sealed(text)),) if text else ()

    def with_texts(self, changed: Mapping[int, Sealed[str]]) -> bytes:
        return changed[0].reveal().encode() if 0 in changed else self._body.reveal()
