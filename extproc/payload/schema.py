"""What a dialect knows of its bodies, as a table: pointer pattern → how the value there is read.

::

    /messages/*/content      that place; ``*`` is any item of a list
    /metadata/**             that place and all below it, whose member names are the caller's own
    /choices/*/delta/?       what the table does not name, there and below: counted as unknown fields

A value is never trusted for its place alone: a string that is not one of its place's own words is read as a text,
wherever it stands. Without a ``?`` row unknown strings are read as ``Text(Spot.STRUCTURE)``, which are never restored.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from extproc.payload.part import Inspectability, Role, Spot


@dataclass(frozen=True, slots=True)
class Text:
    """A text. Exempt are values among ``words`` and those that ``grammar`` matches as a whole; keep both narrow.

    A text that is itself a JSON object or list is read as the document that it is. ``tool`` is the sibling that names
    the tool a text is for. Below ``**`` the words exempt member names too.
    """

    spot: Spot = Spot.PROSE
    words: frozenset[str] = frozenset()
    grammar: re.Pattern[str] | None = None
    tool: str = ""

    def exempt(self, value: str) -> bool:
        return value in self.words or (self.grammar is not None and self.grammar.fullmatch(value) is not None)


@dataclass(frozen=True, slots=True)
class Running:
    """A bit of a running text of a stream; ``tool`` as for ``Text``. A tool's arguments are inspected at their end."""

    spot: Spot = Spot.PROSE
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the API's own: a count, a price, a member of a vector."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number by which a stream names the object that it stands in."""


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
    """Repeats other texts, or pads: replaced by ``raw`` once a text of the document is changed, in a stream always.

    ``why`` says as what it is counted where it may stay as it is.
    """

    raw: str = "null"
    why: Inspectability | None = None


Rule = Text | Running | Number | Ordinal | Speaker | Media | TokenIds | Blanked

UNKNOWN: Final = Text(Spot.STRUCTURE)


def words(*values: str) -> Text:
    """A place that takes one word of a closed set."""
    return Text(Spot.STRUCTURE, words=frozenset(values))


def matching(grammar: str) -> Text:
    """A place whose values have a grammar too narrow for anything else."""
    return Text(Spot.STRUCTURE, grammar=re.compile(grammar))


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One place of a table.

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
        rows.get((), UNKNOWN),
        below,
        items,
        others=free_form(f"{pattern}/?", unknown),
        speaker=next((name for name, shape in below.items() if isinstance(shape.rule, Speaker)), ""),
        ordinal=next((name for name, shape in below.items() if isinstance(shape.rule, Ordinal)), ""),
    )
