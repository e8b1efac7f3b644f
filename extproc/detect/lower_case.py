# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Names in lower case: dialogue as it is transcribed, messages, notes typed in a hurry.

A given name that is nothing else counts wherever it stands, and the surname behind it. One that is a word as well
(``joy``, ``grant``) needs to be addressed (``morning joy ,``), to stand behind a title, or before a surname and what
is said of persons (``joy green is a 45 year old``). Not covered: unlisted names without ``my name is`` before them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from extproc.detect.cues import Cue
from extproc.detect.entities import EntityType
from extproc.detect.eponyms import before_noun, graded, part_of
from extproc.detect.lexicon import ALWAYS, COMMON, EPONYM, FIRST, LAST, REGION, UNSURE, is_word_form
from extproc.detect.name_grammar import never_surname
from extproc.detect.recognizer import Candidate, Recognizer, Tier
from extproc.detect.tokens import CONTRACTED
from extproc.detect.words import NEVER_AFTER_TITLE, SHORT_SURNAMES

_WORD: Final = re.compile(r"[a-z](?<![A-Za-z0-9_@./-].)[a-z]*+(?:['-][a-z]++(?![A-Za-z0-9_@/]))*+(?![A-Za-z0-9_@/])")
"""Gives nothing back, so that looking for words is linear and keeps no track of the parts of a long one. It looks
behind its first letter and not before it, so that a search may leap from letter to letter."""
_WORDS: Final = re.compile(r"[a-z]{3,}")
_ENDED: Final = re.compile(r" ?(?:[,.;!?\n]|$)")
_GREETING: Final = re.compile(
    r"(?:\b(?:morning|afternoon|evening|hello|hi|hey|thanks|thank you|bye|goodbye|welcome|okay|ok|alright|right|well"
    r"|so|yes|sorry)|[\]:]) ?,? $",
    re.I,
)
_OF_PERSONS: Final = re.compile(
    r" ?(?:[,.;!?)\n]|$|'s\b|is (?:an?|here|the|in|back|[0-9])\b|was (?:born|seen|last)\b|dob\b|date of|[0-9]"
    r"|(?:here|today|presents|comes|returns|who)\b|with (?:me|us|an?)\b|as a\b)"
)
"""Behind a name; hardly behind a word that is one too."""
_ADDRESSED: Final = re.compile(r"[\]:] ([a-z]{3,15}) ,(?= )")
_NEVER_ADDRESSED: Final = frozenset(
    """
    an art chin dear doc dong early else hang honey hope in long love many may my pat see so soon sunny sweetie will
    young
    """.split()
)
_AGED: Final = (
    r"\b([a-z'-]{3,20} [a-z'-]{3,20})(?: ?,| is| was)?(?: now)?(?: an?)? (?:[0-9]{1,3}|[a-z]{3,7}(?:[ -][a-z]{3,5})?)"
    r"[ -](?:years?|yrs?|months?|weeks?)[ -]old\b"
)


class LowerCase:
    """Holds the lexicon and nothing of any text."""

    def __init__(self, lexicon: Mapping[str, int]) -> None:
        self._lexicon: Final = lexicon
        self._plain: Final = frozenset(
            word
            for word, flags in lexicon.items()
            if flags & FIRST and not flags & (COMMON | UNSURE | ALWAYS | REGION) and len(word) > 2
        )

    def before_age(self) -> Recognizer:
        """``joy green is a 45 year old``."""
        return Recognizer("name_aged", EntityType.NAME, Tier.CUED, _AGED, narrow=self._aged)

    def after_cue(self, text: str, start: int, cue: Cue) -> Iterator[Candidate]:
        """``dr. kumar``, ``my name is anna lee``."""
        end = start
        for _ in range(3):
            match = _WORD.match(text, end + (end > start and text[end : end + 1] == " "))
            if match is None or not self._named(text, match, cue, first=end == start):
                break
            end = match.end() - 2 * match[0].endswith("'s")
            cue = cue if cue is Cue.LABEL else min(cue, Cue.TITLE)
        if end > start:
            yield _candidate(start, end, Tier.CUED, f"name_{cue.name.lower()}")

    def anywhere(self, text: str) -> Iterator[Candidate]:
        for match in _ADDRESSED.finditer(text):
            if self._given(match[1]) and match[1] not in _NEVER_ADDRESSED:
                yield _candidate(match.start(1), match.end(1), Tier.LISTED, "name_addressed")
        if not self._plain.isdisjoint(_WORDS.findall(text)):
            yield from self._plain_names(text)

    def _named(self, text: str, match: re.Match[str], cue: Cue, *, first: bool) -> bool:
        key = match[0].removesuffix("'s")
        flags = self._lexicon.get(key.replace("'", ""), 0)
        if cue is Cue.LABEL and len(key) > 1 and not key.strip("x"):
            return True  # a script without capitals, folded
        if len(key) == 2 and cue is Cue.MISTER and first and flags & LAST:
            return key in SHORT_SURNAMES
        if len(key) < 3 or never_surname(key) or key.endswith(CONTRACTED) or flags & ALWAYS:
            return False
        if (flags & REGION and not flags & FIRST) or key in NEVER_AFTER_TITLE:
            return False
        if not first:
            return self._surname(text, key, match.end()) if flags & COMMON else self._listed(key, cue, flags)
        if cue >= Cue.TITLE:
            return self._titled(text, match.end(), key, cue, flags)
        return key in self._plain or (bool(flags & FIRST) and self._meant(text, match))

    def _titled(self, text: str, end: int, key: str, cue: Cue, flags: int) -> bool:
        if not flags & COMMON:
            return self._listed(key, cue, flags)
        known = bool(flags & LAST) and len(key) > 3 and (cue is Cue.MISTER or _ENDED.match(text, end) is not None)
        return known or (cue is not Cue.MISTER and bool(flags & FIRST) and _ENDED.match(text, end) is not None)

    def _listed(self, key: str, cue: Cue, flags: int) -> bool:
        return not is_word_form(key) if cue is Cue.LABEL else bool(flags & (FIRST | LAST))

    def _meant(self, text: str, match: re.Match[str]) -> bool:
        """A given name that is a word too: greeted by it, or with a surname behind it."""
        if match[0] in _NEVER_ADDRESSED:
            return False
        if _ENDED.match(text, match.end()):
            return _GREETING.search(text, max(0, match.start() - 14), match.start()) is not None
        following = _WORD.match(text, match.end() + 1)
        return following is not None and self._surname(text, following[0], following.end(), said=True)

    def _given(self, word: str) -> bool:
        return bool(self._lexicon.get(word, 0) & FIRST) and not never_surname(word)

    def _surname(self, text: str, word: str, end: int, *, said: bool = False) -> bool:
        """Behind a given name; one that is a word too needs ``said`` behind it what is said of persons."""
        flags = self._lexicon.get(word, 0)
        if not flags & LAST or never_surname(word) or flags & ALWAYS or self._clinical(text, word, end):
            return False
        return not (said or flags & COMMON) or _OF_PERSONS.match(text, end) is not None

    def _aged(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        given, surname = text[start:end].split(" ")
        last = self._lexicon.get(surname, 0)
        known = self._given(given) and last & LAST and not never_surname(surname)
        return (start, end) if known else None

    def _clinical(self, text: str, word: str, end: int) -> bool:
        """``patrick test``: an eponym in lower case."""
        if part_of(text, end - len(word)):
            return True
        return bool(self._lexicon[word] & EPONYM) and (before_noun(text, end) or graded(text, end))

    def _plain_names(self, text: str) -> Iterator[Candidate]:
        """Given names that are nothing else, with a surname after them."""
        after = -1
        for match in _WORD.finditer(text):
            word = match[0].removesuffix("'s")
            if word in self._plain and not self._clinical(text, word, match.end()):
                after = match.end() + 1
            elif match.start() == after and self._surname(text, word, match.start() + len(word)):
                after = -1
            else:
                continue
            yield _candidate(match.start(), match.start() + len(word), Tier.LISTED, "name_lower")


def _candidate(start: int, end: int, tier: Tier, recognizer: str) -> Candidate:
    return Candidate(start, end, EntityType.NAME, tier, recognizer)
