"""What a dialect knows of its bodies, as a table: pointer pattern → how the value there is read.

::

    /messages/*/content      that place; ``*`` is any item of a list
    /metadata/**             that place and all below it, whose member names are the caller's own
    /choices/*/delta/?       what the table does not name, there and below: counted as unknown fields

A value is never trusted for its place alone: a string that is not one of its place's own words is read as a text,
wherever it stands; a grammar makes no word its own, since an id or a model's name can be made of a patient's. Without a
``?`` row unknown strings are read as ``Text(Spot.STRUCTURE)``, which are never restored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from extproc.payload.numeral import MIN_DIGITS, is_short
from extproc.payload.part import Role, Spot


@dataclass(frozen=True, slots=True)
class Text:
    """A text. Exempt are the values among ``words``.

    A text that is itself a JSON object or list is read as the document that it is. ``tool`` is the sibling that names
    the tool a text is for. Below ``**`` the words exempt member names too.
    """

    spot: Spot = Spot.PROSE
    words: frozenset[str] = frozenset()
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """A bit of a running text of a stream; ``words`` and ``tool`` as for ``Text``. A tool's arguments are inspected at
    their end."""

    spot: Spot = Spot.PROSE
    words: frozenset[str] = frozenset()
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the API's own: a count, a setting, a time. One that could be an identifier is a text all the same.

    ``most`` is the greatest whole number that is none, of either sign.
    """

    most: int = 10**MIN_DIGITS // 10 - 1

    def own(self, raw: str) -> bool:
        """``raw``, a number as it is written, is the API's own. Digits after the point count only with an exponent."""
        if is_short(raw):
            return True
        if "e" in raw or "E" in raw:
            return False
        whole, point, _ = raw.removeprefix("-").partition(".")
        return len(whole) < MIN_DIGITS or (not point and len(whole) <= len(str(self.most)) and int(whole) <= self.most)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number by which a stream names the object that it stands in."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Members of an embedding, or all of them in base64."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A word that is refused unless the settings list it, so nobody needs to inspect it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says who speaks in the object that it stands in."""

    roles: Mapping[str, Role]


@dataclass(frozen=True, slots=True)
class Media:
    """Content nobody reads here: a data URL, base64, an address or id of something elsewhere.

    ``format`` is the sibling that names the format where the value does not. An address or id is a text as well.
    """

    format: str = ""


@dataclass(frozen=True, slots=True)
class TokenIds:
    """Numbers here are a text that only the model's tokenizer reads. Strings are texts."""


@dataclass(frozen=True, slots=True)
class Blanked:
    """Repeats other texts bit by bit, or pads: always replaced by ``raw``, and so not inspected."""

    raw: str = "null"


Rule = Text | Running | Number | Vector | Listed | Ordinal | Speaker | Media | TokenIds | Blanked

UNKNOWN: Final = Text(Spot.STRUCTURE)


def words(*values: str) -> Text:
    """A place that takes one word of a closed set."""
    return Text(Spot.STRUCTURE, words=frozenset(values))


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One place of a table.

    ``rule`` of a place that has members or items only is that of unknown places.
    ``others`` is what members (and items) the table does not name are read as. A ``free`` place is its own member and
    item: every name below it is the caller's. ``speaker`` and ``ordinal`` are the members with those rules, or ``""``.
    """

    pattern: str
    rule: Rule = UNKNOWN
    members: Mapping[str, "Shape"] = field(default_factory=dict)
    items: "Shape | None" = None
    others: "Shape | None" = None
    free: bool = False
    speaker: str = ""
    ordinal: str = ""

    def member(self, name: str) -> "Shape":
        return self.members.get(name) or self.others or self

    @property
    def item(self) -> "Shape":
        return self.items or self.others or self

    def role(self, word: str | None) -> Role | None:
        """Who speaks, when the object's own member says ``word``."""
        rule = self.members[self.speaker].rule
        return rule.roles.get(word, Role.NONE) if isinstance(rule, Speaker) and word is not None else None


def free_form(pattern: str, rule: Rule) -> Shape:
    return Shape(pattern, rule, free=True)


def schema(table: Mapping[str, Rule]) -> Shape:
    """The root of the places that ``table`` names."""
    rows = {tuple(pattern.removeprefix("/").split("/")): rule for pattern, rule in table.items()}
    return _shape("", rows, UNKNOWN)


_Rows = Mapping[tuple[str, ...], Rule]


def _shape(pattern: str, rows: _Rows, unknown: Rule) -> Shape:
    if ("**",) in rows:
        return free_form(f"{pattern}/**", rows["**",])
    unknown = rows.get(("?",), unknown)
    steps = dict.fromkeys(row[0] for row in rows if row and row[0] != "?")
    below = {
        step: _shape(f"{pattern}/{step}", {row[1:]: rule for row, rule in rows.items() if row[:1] == (step,)}, unknown)
        for step in steps
    }
    items = below.pop("*", None)
    return Shape(
        pattern,
        rows.get((), unknown),
        below,
        items,
        others=free_form(f"{pattern}/?", unknown),
        speaker=next((name for name, shape in below.items() if isinstance(shape.rule, Speaker)), ""),
        ordinal=next((name for name, shape in below.items() if isinstance(shape.rule, Ordinal)), ""),
    )
