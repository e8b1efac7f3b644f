"""What is wrong with a pattern, said so that whoever wrote it can mend it. RE2's own words are short."""

import re
from typing import Final, NamedTuple

import re2

from extproc.detect.own.organisation import Case, cased, fold_letters
from extproc.detect.scan import Scanner

_LITERAL: Final = re.compile(r"\\Q.*?(?:\\E|\Z)|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]", re.DOTALL)
"""Parts of a pattern in which signs of repetition stand for themselves."""
_ENDLESS: Final = re.compile(r"[*+]|\{[0-9]+,\}")


_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_FOREIGN_RANGE: Final = re.compile(r"[^\x00-\x7f]-[^\]]|-[^\x00-\x7f]")


class Fault(NamedTuple):
    why: str
    advice: str


_LINEAR: Final = "patterns are RE2's, which takes linear time on any text and therefore has no"
_EXPLAINED: Final = (
    (
        ("(?=", "(?!", "(?<"),
        f"{_LINEAR} lookaround",
        "put what has to stand beside into the pattern and the identifier into its group 1, or name it in cues",
    ),
    (("(?>", "++", "*+", "?+", "}+"), f"{_LINEAR} possessive or atomic groups", "leave them out: RE2 never backtracks"),
    (
        tuple(rf"escape sequence: \{digit}" for digit in "123456789"),
        f"{_LINEAR} backreferences",
        "write out what may repeat, or let a validator check it",
    ),
    ((r"\Z",), r"RE2 has no \Z", r"use \z for the end of the text, or $"),
    (("repetition size",), "RE2 repeats at most 1000 times", "use a smaller number: identifiers are short"),
    (("too large",), "the pattern takes too much memory", "use smaller repetitions and fewer alternatives"),
)
_PROBES: Final = ("", "a", "1 a", "\n", "Ab 1-2.", "x" * 20)
_ANYTHING: Final = ("a", "Zq", "7", "4821 903", "Tk-77.w", "the quick brown fox", "q@w.e")
"""Texts of different kinds: a pattern that matches nearly all of them says nothing of what it allows."""


def uncompilable(regex: str) -> Fault | None:
    """Compiled alone too, since ``a)(b`` would pass within parentheses."""
    try:
        Scanner([cased(regex, case) for case in Case] + [fold_letters(regex)])
    except re2.error as error:
        return _explained(error)
    return None


def _explained(error: Exception) -> Fault:
    said = error.args[0]
    message = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    for signs, why, advice in _EXPLAINED:
        if any(sign in message for sign in signs):
            return Fault(why, advice)
    return Fault(f"RE2 does not take it: {message}", "see https://github.com/google/re2/wiki/Syntax")


def matches_nothing(regex: str) -> bool:
    """Whether it matches no character somewhere."""
    compiled = re2.compile(fold_letters(regex), options=_quiet())
    return any(match.start() == match.end() for probe in _PROBES for match in compiled.finditer(probe))


def matches_anything(regex: str) -> bool:
    compiled = re2.compile(fold_letters(regex), options=_quiet())
    return sum(compiled.fullmatch(text) is not None for text in _ANYTHING) > len(_ANYTHING) // 2


def has_foreign_range(regex: str) -> bool:
    """Whether a class has a range of letters beyond ASCII, which folding would change the sense of."""
    return any(_FOREIGN_RANGE.search(found) for found in _CLASS.findall(regex))


def is_endless(regex: str) -> bool:
    """Whether a repetition in it has no end: each match may then read the whole text, and time grow with its square."""
    return _ENDLESS.search(_LITERAL.sub("", regex)) is not None


def _quiet() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    return options
