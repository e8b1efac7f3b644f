"""A JSON body as texts that can be changed, every other character kept.

``places`` says where each part stands: a value, a member's name, or a leaf of a document inside a string, whose outer
string is then written anew around the changed inner text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extproc.payload.json_tree import JsonObject, JsonTree
from extproc.payload.numeral import number_for
from extproc.payload.part import Part, Uninspected
from extproc.payload.splice import Edit, json_text, spliced
from extproc.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: by the number that it bears itself, or by its position.

    Both name the same item: a stream may bear the number in its first event only.
    """

    number: int
    borne: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, repr=False)
class Path:
    """Where a running text stands, the same in each event of its stream. It may hold the provider's own words."""

    steps: tuple[str | Item, ...]


@dataclass(slots=True, repr=False, eq=False)
class Value:
    """A part that is a string of its own, or a number, which is ``bare``."""

    start: int
    end: int
    bare: bool = False


@dataclass(slots=True, repr=False, eq=False)
class Name:
    """A part that is a member's name."""

    start: int
    end: int
    owner: JsonObject
    name: str


@dataclass(slots=True, repr=False, eq=False)
class Leaf:
    """Parts of a document inside a string; ``first`` is the outer index of its first part. Shared by all of them."""

    start: int
    end: int
    first: int
    inner: "JsonDocument"


Place = Value | Name | Leaf


class JsonDocument:
    """Implements ``Document``. ``running`` names the path of each part that is a bit of a running text."""

    def __init__(
        self,
        tree: JsonTree,
        size_bytes: int,
        parts: Sequence[Part],
        places: Sequence[Place],
        uninspected: Sequence[Uninspected],
        blanked: Sequence[Edit],
        running: Mapping[int, Path],
    ) -> None:
        self.tree = tree
        self.size_bytes = size_bytes
        self.parts = tuple(parts)
        self.uninspected = tuple(uninspected)
        self.running = running
        self._places = places
        self._blanked = blanked

    def with_texts(self, changed: Mapping[int, Sealed[str]]) -> bytes:
        return self.rewritten(changed).encode()

    def rewritten(self, changed: Mapping[int, Sealed[str]]) -> str:
        """The document's text with the changes, and without what is blanked."""
        texts = {index: text for index, text in changed.items() if text != self.parts[index].text}
        return spliced(self.tree.text, [*self._edits(texts), *self._blanked])

    def _edits(self, texts: Mapping[int, Sealed[str]]) -> Iterator[Edit]:
        inner: defaultdict[Leaf, dict[int, Sealed[str]]] = defaultdict(dict)
        names: defaultdict[JsonObject, dict[Name, str]] = defaultdict(dict)
        for index, text in texts.items():
            match self._places[index]:
                case Value(start, end, bare):
                    yield Edit(start, end, number_for(text.reveal()) if bare else json_text(text.reveal()))
                case Name(owner=owner) as name:
                    names[owner][name] = text.reveal()
                case Leaf(first=first) as leaf:
                    inner[leaf][index - first] = text
        for leaf, changed in inner.items():
            yield Edit(leaf.start, leaf.end, json_text(leaf.inner.rewritten(changed)))
        for owner, renamed in names.items():
            yield from _renamed(owner, renamed)


def _renamed(owner: JsonObject, renamed: Mapping[Name, str]) -> Iterator[Edit]:
    """New names of members; one that another member has already gets a number, since no name may stand twice."""
    taken = set(owner.members) - {name.name for name in renamed}
    numbers: Counter[str] = Counter()  # the last one given for a wish: thousands of names may become the same
    for name, wish in renamed.items():
        new = wish
        while new in taken:
            numbers[wish] += 1
            new = f"{wish} ({numbers[wish] + 1})"
        taken.add(new)
        yield Edit(name.start, name.end, json_text(new))
