"""What may become an address: runs of text that a renderer or a linkifier could take for a URL, and how far one
reaches.

A *run* is text without blanks. Two questions are answered, both on the careful side: may a name stand in this run
(:func:`harmless`, a list of what is known to be safe), and does an address that began in an earlier run still last
(:class:`Line`). HTML tags and link targets are the business of other files and left out of the runs here.
"""

import re
import unicodedata
from typing import Final

HOLE: Final = "\ue000"
"""Stands for a surrogate in a run that is judged."""

_MOST: Final = 32
"""Delimiters open at once in one line. Nested JSON has fewer, and nobody's prose comes near."""

_URLISH: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,31}:)?[/\\／＼⁄∕]{2}|www\.|"
    r"(?:https?|ftps?|file|wss?|mailto|tel|sms|data|blob|javascript|vbscript):(?=\S)",
    re.IGNORECASE,
)
_HOSTISH: Final = re.compile(rf"{_URLISH.pattern}|@|```|~~~|[a-z0-9-]\.[a-z]{{2}}", re.IGNORECASE)
_PUNCTUATION: Final = frozenset(
    "*_~`\"'()[]{}|:;,.!?-+"
    "\u00a0\u2009\u202f\u3000"  # blanks that end no run
    "–—‐‑‒―…“”‘’‚„«»‹›¡¿•→"
    "、。，；：！？「」『』（）《》〈〉【】"
)
_UNSAFE: Final = re.compile(
    rf"[.](?:[^\W_]|{HOLE})"  # a.b: a host
    r"|。[a-z0-9]"
    r"|(?<![a-z0-9+.*_~-])[0-9+.*_~-]*+[a-z][a-z0-9+.*_~-]*+[:：](?![)*_~`\"'.,;\]}|]*$)"  # a scheme
    rf"|[?!](?:[^\W_]|[\[{HOLE}])"  # a query, an image
    rf"|{HOLE}[(\[]"  # would be the text of a link if it stayed a surrogate
    r"|\[\["  # a wiki's link
    rf"|(?:```|~~~).*{HOLE}",  # a fence's language, which highlighters load by its name
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"(?<!\S)\d{1,4}/\d{1,2}(?:/\d{1,4})?(?!\S)")
_POSSESSIVE: Final = re.compile(rf"(?i){HOLE}['’]s(?![^\W_])")
_DELIMITERS: Final = {
    '"': '"',
    "`": "`",
    "'": "'",
    "(": ")",
    "[": "]",
    "{": "}",
    "“": "”",
    "‘": "’",
    "«": "»",
    "「": "」",
}
_CLOSERS: Final = frozenset(_DELIMITERS.values())
_EMPHASIS: Final = "*_~"
_BLANKS: Final = " \t\r\n"


def harmless(run: str, values: list[str]) -> bool:
    """Whether ``values`` may fill the ``HOLE``s of ``run`` without becoming part of an address.

    A value that is itself like one (``https://...``, ``a@b.example``) may only stand alone between punctuation.
    """
    run = run[1:] if run[:1] == ">" else run  # a quoted line
    if not _known_safe(run):
        return False
    alone = run.count(HOLE) == 1 and not any(char.isalnum() for char in _POSSESSIVE.sub(HOLE, run))
    return alone or all(_known_safe("".join(_DATE.sub("", value).split())) for value in values)


def holds_address(written: str) -> bool:
    """Whether text that was taken for a tag holds an address, should a renderer take the tag for text."""
    return _HOSTISH.search(written) is not None


def _known_safe(run: str) -> bool:
    return _UNSAFE.search(run) is None and all(
        char.isalnum() or char in _PUNCTUATION or char == HOLE or unicodedata.category(char)[0] == "M" for char in run
    )


class Line:
    """Addresses in the current line, as far as blanks do not end them.

    More delimiters open at once than anyone writes honestly count as an address that lasts to the end of the line. One
    that begins within quotes, backticks or brackets lasts until all of these are closed; one glued to other text
    (``image::https://...``) to the end of the line, like what follows a code fence; any other to the next blank.
    """

    def __init__(self) -> None:
        self._run: list[str] = []
        self._open: list[str] = []  # the delimiters that will close what is open
        self._last = ""
        self._lasts = False
        self._whole_line = False

    @property
    def outside(self) -> bool:
        """No address of an earlier run lasts. The current run is for :func:`harmless` to judge."""
        return not self._lasts

    @property
    def clear(self) -> bool:
        """Nothing is remembered, so text without delimiters and addresses changes nothing."""
        return not (self._run or self._open or self._lasts)

    @property
    def calm(self) -> bool:
        """Words without delimiters and addresses change nothing before the line ends."""
        return not (self._run or self._lasts)

    def feed_word(self, word: str) -> None:
        """Like ``feed`` for each of some characters that are no blanks, delimiters or backslashes."""
        self._run.append(word)
        self._last = word[-1]

    def feed(self, char: str) -> None:
        escaped = self._last == "\\"
        if char in _BLANKS:
            self._run_ended()
        else:
            self._run.append(char)
            if not escaped and (char in _DELIMITERS or char in _CLOSERS):
                self._delimit(char)
        if char in "\r\n":
            self._open.clear()
            self._lasts = self._whole_line = False
        self._last = "" if escaped and char == "\\" else char

    def _delimit(self, char: str) -> None:
        if char in self._open:
            while self._open.pop() != char:
                pass
            self._lasts = self._lasts and (self._whole_line or bool(self._open))
        elif char in _DELIMITERS and not (char in "'‘" and self._last.isalnum()):
            self._open.append(_DELIMITERS[char])
            if len(self._open) > _MOST:
                self._open.clear()
                self._lasts = self._whole_line = True

    def _run_ended(self) -> None:
        run = "".join(self._run)
        self._run.clear()
        self._whole_line |= "```" in run or "~~~" in run
        found = _URLISH.search(run)
        if found:
            before = run[: found.start()]
            self._whole_line |= any(char not in _DELIMITERS and char not in _EMPHASIS for char in before)
            self._lasts |= bool(self._open)
        self._lasts |= self._whole_line
