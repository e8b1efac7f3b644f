"""Answers of a costly tagger, kept for texts that come again: the history of a chat comes with each of its turns.

What is kept is a keyed digest of the text and where its spans are, never text; the key is this process's and dies with
it. Both the number of answers and their size are bounded; what was not asked for longest goes first.
"""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from extproc.detect.learned import Mode, Tagged, Tagger

MOST_ANSWERS: Final = 20_000
MOST_BYTES: Final = 8 << 20
ANSWER_BYTES: Final = 200
"""What an answer weighs without spans: its key, its place in the table."""
SPAN_BYTES: Final = 120

Tags = tuple[Tagged, ...]


class Remembering:
    """A :class:`~extproc.detect.learned.Tagger` in front of another one. For several threads at once."""

    def __init__(self, tagger: Tagger, most_answers: int = MOST_ANSWERS, most_bytes: int = MOST_BYTES) -> None:
        self._tagger: Final = tagger
        self._most_answers: Final = most_answers
        self._most_bytes: Final = most_bytes
        self._key: Final = secrets.token_bytes(32)
        self._answers: OrderedDict[bytes, Tags] = OrderedDict()
        self._bytes = 0
        self._lock: Final = threading.Lock()
        self.name: str = tagger.name
        self.costly: bool = tagger.costly

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        digests = [self._digest(text, mode) for text in texts]
        answers = self._known(digests)
        new = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in answers}
        if new:
            tagged = self._tagger.tag(list(new.values()), mode)
            fresh = {digest: tuple(tags) for digest, tags in zip(new, tagged, strict=True)}
            self._keep(fresh)
            answers |= fresh
        return [answers[digest] for digest in digests]

    def _digest(self, text: str, mode: Mode) -> bytes:
        return blake2b(
            text.encode("utf-8", "surrogatepass"), key=self._key, salt=mode.encode(), digest_size=24
        ).digest()

    def _known(self, digests: Sequence[bytes]) -> dict[bytes, Tags]:
        with self._lock:
            found = {digest: self._answers[digest] for digest in digests if digest in self._answers}
            for digest in found:
                self._answers.move_to_end(digest)
        return found

    def _keep(self, fresh: dict[bytes, Tags]) -> None:
        with self._lock:
            for digest, tags in fresh.items():
                if self._answers.setdefault(digest, tags) is tags:
                    self._bytes += _weight(tags)
            while len(self._answers) > self._most_answers or self._bytes > self._most_bytes:
                self._bytes -= _weight(self._answers.popitem(last=False)[1])


def _weight(tags: Tags) -> int:
    return ANSWER_BYTES + SPAN_BYTES * len(tags)
