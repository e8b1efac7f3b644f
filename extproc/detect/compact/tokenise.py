"""A text as the tagger reads it: tokens that cover every character.

A token is a word (with its combining marks), one ideograph, a run of digits, an ending such as ``'s``, a line feed, or
any other single character; the white space before it belongs to it. So the lengths of the tokens are their offsets.

Not covered: words of scripts without spaces but Chinese and Japanese (a Thai sentence is one token).
"""

import re
from collections.abc import Iterator
from typing import Final

_IDEOGRAPHS: Final = "\u3400-\u9fff\uf900-\ufaff"
_NO_LETTERS: Final = (
    "\x00-@\\[-`{-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf×÷\u2000-\u200a\u200e-\u206f\u2190-\u2bff"
    "\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff20\uff3b-\uff40\uff5b-\uff65\ufffd"
)
"""White space, digits and marks; what has no width is a part of its word."""
_TOKEN: Final = re.compile(
    rf"[^\S\n]*+(?:[^\s\d{_NO_LETTERS}{_IDEOGRAPHS}]++|['’](?:[smdtSMDT]|ll|LL|re|RE|ve|VE)\b|\d++|\n|\S)|[^\S\n]++"
)
_PIECE_CHARS: Final = 32_768
"""A text is cut into tokens this much at a time, so that a long one never has all its tokens in memory."""


def tokens(text: str) -> Iterator[list[str]]:
    """The tokens of ``text`` in order, in lists of bounded length; together they are ``text``.

    Linear. A token longer than a piece, which is no word, is cut.
    """
    start, length = 0, len(text)
    while start < length:
        end = min(start + _PIECE_CHARS, length)
        found: list[str] = _TOKEN.findall(text, start, end)
        if end < length and len(found) > 1:
            end -= len(found.pop())
        yield found
        start = end
