"""Marked texts: templates filled with drawn names and places, and real sentences in which pronouns give way to names.

Slots of a template may carry a number (``{first2}``), which is not read: mentions need not agree. Three kinds of slot
are marked, ``NAME`` and ``GEO`` as in :data:`MARKED`; everything else is plain text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from bench.corpora.lists import Split, of_split

if TYPE_CHECKING:  # what they need is installed for training only
    from bench.tagger.places import Places
    from bench.tagger.plain import Words
    from bench.tagger.pools import People


NAME, GEO, IGNORED = 1, 2, 255

MARKED: Final = {
    **dict.fromkeys(("name", "first", "last", "given", "family", "initials"), NAME),
    **dict.fromkeys(("address", "street", "city", "zip", "facility", "corner"), GEO),
}
_SLOT: Final = re.compile(r"\{([A-Za-z_]+?)(?:90)?\d*\}")
_HERE: Final = Path(__file__).parent
_CORPORA: Final = _HERE.parent / "corpora" / "templates"
_PERSON: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|him|somebody|someone)\b")
_OWNER: Final = re.compile(r"\b(?:[Hh]is|[Tt]heir)\b")
_NOUN: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Tt]his|[Tt]hat) ([a-z]+)\b")
_REPLACED: Final = 0.07
_ALONE: Final = r"(?![\w'@./}-])"
_WORD: Final = re.compile(
    rf"(?<![\w'@./{{-])(?:[a-z]{{4,}}|[A-Z]{{3,}}){_ALONE}|(?<=[a-z0-9,;)] )[A-Z][a-z]{{3,}}{_ALONE}"
)
"""What may give way to another word: in small letters, with a capital inside a sentence, in capitals."""
_CAPITAL: Final = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*")


class Example(NamedTuple):
    """A text, and what is marked in it: ``(start, end, class)``, ordered."""

    text: str
    marks: tuple[tuple[int, int, int], ...]


Change = Callable[[str, bool], str]
"""Of a piece of text, and whether it is marked."""


class Writer:
    """``kinds`` are nouns that a name may stand for: ``person`` or ``place``."""

    def __init__(
        self, rng: Random, people: "People", places: "Places", words: "Words", kinds: Mapping[str, str]
    ) -> None:
        self._rng = rng
        self._kinds = kinds
        self._templates = [_parsed(line) for line in _lines()]
        self._words = words
        self._slots: dict[str, Callable[[], str]] = {
            "name": people.name, "given": people.given, "first": people.given, "last": people.family,
            "family": people.family, "initials": people.initials, "city": places.city, "zip": places.postcode,
            "street": places.street, "corner": places.corner,
            "address": places.address, "facility": places.facility,
            "org": lambda: words.company(people.family, places.city), "eponym": lambda: words.eponym(people.family),
            "email": lambda: words.email(people.given(), people.family()),
        }  # fmt: skip
        self._people = people
        self._places = places

    def filled(self) -> Example:
        """One template, or two that follow each other."""
        parts: list[tuple[str, int]] = []
        for _ in range(1 if self._rng.random() < 0.55 else self._rng.randrange(2, 4)):
            if parts:
                parts.append((self._rng.choice((" ", " ", "\n", "\n\n")), 0))
            parts += [self._piece(text, slot) for text, slot in self._rng.choice(self._templates)]
        return joined(parts)

    def written(self, template: str) -> Example:
        """A template that :mod:`bench.tagger.grammar` made."""
        return joined([self._piece(text, slot) for text, slot in _parsed(template.replace("\\n", "\n"))])

    def told(self, sentence: str) -> Example:
        """A real sentence, in which pronouns are now and then replaced by names, and places by places."""
        parts: list[tuple[str, int]] = []
        at = 0
        for start, end, kind in sorted(self._replaceable(sentence)):
            if start < at:
                continue
            parts.append((sentence[at:start], 0))
            parts += self._instead(sentence[start:end], kind)
            at = end
        parts.append((sentence[at:], 0))
        return joined(parts)

    def untold(self, sentence: str) -> Example:
        """A real sentence as it is; what is written with a capital inside it is ``IGNORED``, since it may be a name."""
        return Example(sentence, tuple((*match.span(), IGNORED) for match in _CAPITAL.finditer(sentence)))

    def loosened(self, example: Example) -> Example:
        """With some words of the plain text replaced by others written alike, so that nothing is learned by heart."""
        return changed(example, lambda text, marked: text if marked else _WORD.sub(self._other, text))

    def _other(self, word: re.Match[str]) -> str:
        if self._rng.random() > _REPLACED:
            return word[0]
        if word[0].islower():
            return self._words.common()
        other = self._words.proper()
        return other.upper() if word[0].isupper() else other

    def _instead(self, old: str, kind: str) -> list[tuple[str, int]]:
        if kind == "capital":
            return [(old, IGNORED)]
        if self._rng.random() < 0.4:
            return [(old, 0)]
        if kind == "owner":
            return [(self._people.name(), NAME), ("'s", 0)]
        if kind == "person":
            draw = self._rng.random()
            return [(self._people.name() if draw < 0.6 else self._people.given(), NAME)]
        return [(self._places.city(), GEO)]

    def _replaceable(self, sentence: str) -> list[tuple[int, int, str]]:
        kinds = (("owner", _OWNER), ("person", _PERSON), ("capital", _CAPITAL))
        found = [(*match.span(), kind) for kind, pattern in kinds for match in pattern.finditer(sentence)]
        nouns = ((match, self._kinds.get(match[1])) for match in _NOUN.finditer(sentence))
        return [*((*match.span(), kind) for match, kind in nouns if kind), *found]

    def _piece(self, text: str, slot: str) -> tuple[str, int]:
        if not slot:
            return text, 0
        draw = self._slots.get(slot.lower())
        if draw is None:
            return self._words.slot(slot), 0
        return draw().upper() if slot.isupper() else draw(), MARKED.get(slot.lower(), 0)


def changed(example: Example, change: Change) -> Example:
    """With every piece, marked or not, changed by itself."""
    parts: list[tuple[str, int]] = []
    at = 0
    for start, end, kind in example.marks:
        parts += [(change(example.text[at:start], False), 0), (change(example.text[start:end], True), kind)]
        at = end
    return joined([*parts, (change(example.text[at:], False), 0)])


def renamed(example: Example, people: "People", rng: Random) -> Example:
    """With every marked name replaced by another, in the case in which it stands."""
    parts: list[tuple[str, int]] = []
    at = 0
    for start, end, kind in example.marks:
        old = example.text[start:end]
        parts += [(example.text[at:start], 0), (_another(old, people, rng) if kind == NAME else old, kind)]
        at = end
    return joined([*parts, (example.text[at:], 0)])


def _another(old: str, people: "People", rng: Random) -> str:
    new = people.name() if " " in old else people.given() if rng.random() < 0.5 else people.family()
    return new.lower() if old.islower() else new.upper() if old.isupper() and len(old) > 2 else new


def joined(parts: Sequence[tuple[str, int]]) -> Example:
    """The text of all parts; those of a class are marked, those of class 0 are not."""
    marks = []
    at = 0
    for text, kind in parts:
        if kind and text:
            marks.append((at, at + len(text), kind))
        at += len(text)
    return Example("".join(text for text, _ in parts), tuple(marks))


def _lines() -> list[str]:
    """Our own templates, and those of ``bench.corpora`` that are for training."""
    shared = [line for path in sorted(_CORPORA.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    lines = [*(_HERE / "templates.txt").read_text("utf-8").splitlines(), *of_split(shared, Split.TRAIN)]
    return [line.replace("\\n", "\n").replace("\\t", "\t") for line in lines if line and not line.startswith("# ")]


def _parsed(line: str) -> list[tuple[str, str]]:
    """Text and slots in turn; doubled braces are braces."""
    parts: list[tuple[str, str]] = []
    at = 0
    for match in _SLOT.finditer(line):
        parts.append((_unescaped(line[at : match.start()]), ""))
        parts.append(("", match[1]))
        at = match.end()
    return [*parts, (_unescaped(line[at:]), "")]


def _unescaped(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")
