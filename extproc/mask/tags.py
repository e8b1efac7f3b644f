"""One HTML tag, comment or raw element, from its ``<`` on, as a browser's tokenizer reads it.

An attacker writes for the browser: what looks like the end of an attribute must be its end there too. So this follows
the HTML standard character by character. Where the end depends on more than the text (foreign content, CDATA,
scripting, escaped scripts, a blank line at which Markdown may leave the tag half open, an end tag that Markdown may
show as text) it never ends.

Not covered: what a script does. A client that runs the model's scripts is not protected by leaving names out of them.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final


class At(Enum):
    START = auto()  # after "<"
    START_END = auto()  # after "</"
    DECLARATION = auto()  # after "<!", and "<!-"
    BOGUS = auto()  # "<!x", "<?", "</3": to the next ">"
    COMMENT = auto()
    TAG_NAME = auto()
    BEFORE_NAME = auto()
    NAME = auto()
    AFTER_NAME = auto()
    BEFORE_VALUE = auto()
    DOUBLE = auto()
    SINGLE = auto()
    UNQUOTED = auto()
    QUOTED = auto()  # after the closing quote
    SLASH = auto()
    RAW = auto()  # within an element whose content is no markup
    ENDLESS = auto()
    OVER = auto()


_OTHER: Final = ""
_IN_TAG: Final[Mapping[At, Mapping[str, At]]] = {
    At.TAG_NAME: {" ": At.BEFORE_NAME, "/": At.SLASH, ">": At.OVER},
    At.BEFORE_NAME: {" ": At.BEFORE_NAME, "/": At.SLASH, ">": At.OVER, _OTHER: At.NAME},
    At.NAME: {" ": At.AFTER_NAME, "/": At.SLASH, "=": At.BEFORE_VALUE, ">": At.OVER},
    At.AFTER_NAME: {" ": At.AFTER_NAME, "/": At.SLASH, "=": At.BEFORE_VALUE, ">": At.OVER, _OTHER: At.NAME},
    At.BEFORE_VALUE: {" ": At.BEFORE_VALUE, '"': At.DOUBLE, "'": At.SINGLE, ">": At.OVER, _OTHER: At.UNQUOTED},
    At.DOUBLE: {'"': At.QUOTED},
    At.SINGLE: {"'": At.QUOTED},
    At.UNQUOTED: {" ": At.BEFORE_NAME, ">": At.OVER},
    At.QUOTED: {" ": At.BEFORE_NAME, "/": At.SLASH, ">": At.OVER, _OTHER: At.NAME},
    At.SLASH: {" ": At.BEFORE_NAME, "/": At.SLASH, ">": At.OVER, _OTHER: At.NAME},
}
"""State → character → state. A blank is ``" "``; a character without an entry takes ``_OTHER``, or stays."""

_BLANKS: Final = " \t\n\r\f"
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_ENDLESS: Final = frozenset({"svg", "math", "plaintext", "noscript"})
_LONGEST_NAME: Final = 16  # what is longer is none of the names above


class Tag:
    """What began with a ``<`` that was just read."""

    def __init__(self) -> None:
        self._at = At.START
        self._name = ""
        self._tail = ""  # the last characters of a comment or raw element
        self._is_end = False
        self._blank_line = False
        self._last = ""

    @property
    def begun(self) -> bool:
        """It is more than a ``<``, which may turn out to be a less-than sign."""
        return self._at is not At.START

    def feed(self, char: str) -> bool:
        """Whether it is still open after ``char``."""
        match self._at:
            case At.START | At.START_END | At.DECLARATION:
                self._starting(char)
            case At.BOGUS:
                self._at = At.OVER if char == ">" else At.BOGUS
            case At.COMMENT:
                self._tail = (self._tail + char)[-4:]
                self._at = At.OVER if self._tail.endswith(("-->", "--!>")) else At.COMMENT
            case At.RAW:
                self._raw(char)
            case At.ENDLESS:
                pass
            case _:
                self._tag(char)
        return self._at is not At.OVER

    def _starting(self, char: str) -> None:
        match self._at:
            case At.START | At.START_END if char.isascii() and char.isalpha():
                self._is_end = self._at is At.START_END
                self._name, self._at = char.lower(), At.TAG_NAME
            case At.START:
                self._at = {"/": At.START_END, "!": At.DECLARATION, "?": At.BOGUS}.get(char, At.OVER)
            case At.START_END:
                self._at = At.OVER if char == ">" else At.BOGUS
            case _ if char == "-":
                self._at = At.COMMENT if self._tail else At.DECLARATION
                self._tail += char
            case _:
                self._at = At.ENDLESS if char == "[" else At.OVER if char == ">" else At.BOGUS

    def _tag(self, char: str) -> None:
        if self._ends_blank_line(char):
            self._at = At.ENDLESS
        else:
            self._step(char)

    def _step(self, char: str) -> None:
        if self._at is At.TAG_NAME and char not in " \t\n\r\f/>":
            self._name = (self._name + char.lower())[:_LONGEST_NAME]
            return
        ways = _IN_TAG[self._at]
        self._at = ways.get(" " if char in _BLANKS else char) or ways.get(_OTHER, self._at)
        if self._at is At.OVER:
            self._closed()

    def _ends_blank_line(self, char: str) -> bool:
        newline = char == "\r" or (char == "\n" and self._last != "\r")
        was_blank, self._last = self._blank_line, char
        self._blank_line = newline or (was_blank and char in _BLANKS)
        return newline and was_blank

    def _closed(self) -> None:
        if self._name in _ENDLESS:
            self._at = At.ENDLESS
        elif self._name in _RAW and not self._is_end:
            self._at = At.RAW

    def _raw(self, char: str) -> None:
        end = "</" + self._name
        self._tail = (self._tail + char.lower())[-len(end) - 1 :]
        escaped_script = self._name == "script" and self._tail.endswith("<!--")
        if escaped_script or char in "\\`" or self._tail.endswith("~~~") or self._ends_blank_line(char):
            self._at = At.ENDLESS  # Markdown may show the end tag as text, which ends nothing
        elif self._tail[:-1] == end and char in " \t\n\r\f/>":
            self._is_end, self._at = True, At.TAG_NAME
            self._step(char)
