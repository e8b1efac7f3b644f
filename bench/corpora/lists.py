"""Word lists on disk, and which half of the world each word belongs to.

A list file holds sections, each a ``[heading]`` over comma-separated entries; in a section whose heading ends in
``forms`` every line is one entry. ``3* `` before an entry counts it three times. ``# `` starts a line of comment.

TRAIN and TEST never share a word: the digest of its letters decides, so ``Maria`` as a given name, as a part of
another tradition's list, or written with an accent is always on one side.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Final, TypeVar

DATA: Final = Path(__file__).parent / "data"
TEST_PERCENT: Final = 30

_COUNT: Final = re.compile(r"([0-9]+)\* ")

Sections = dict[str, tuple[str, ...]]
Item = TypeVar("Item")


class Split(StrEnum):
    TRAIN = "train"
    TEST = "test"


def split_of(entry: str) -> Split:
    """The side of a word, the same on every machine; accents, case and punctuation do not count."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", entry.casefold()) if char.isalnum())
    number = int.from_bytes(blake2b(letters.encode(), digest_size=4).digest())
    return Split.TEST if number % 100 < TEST_PERCENT else Split.TRAIN


def of_split(entries: Iterable[str], split: Split) -> tuple[str, ...]:
    return tuple(entry for entry in entries if split_of(entry) is split)


@cache
def read(folder: str, name: str) -> Sections:
    """The sections of ``data/<folder>/<name>.txt``."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (DATA / folder / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            heading = line[1:-1]
            found.setdefault(heading, [])
        elif line.strip() and not line.startswith("# "):
            entries = [line] if heading.endswith("forms") else filter(None, map(str.strip, line.split(",")))
            found[heading] += [copy for entry in entries for copy in _counted(entry)]
    return {heading: tuple(entries) for heading, entries in found.items()}


@cache
def names_of(folder: str) -> tuple[str, ...]:
    """The list files of a folder, in alphabetical order so that every machine draws alike."""
    return tuple(sorted(path.stem for path in (DATA / folder).glob("*.txt")))


def draw(rng: Random, items: Sequence[Item]) -> Item:
    """One of ``items``; a third of the cost of ``rng.choice``."""
    return items[int(rng.random() * len(items))]


def spell(rng: Random, pattern: str) -> str:
    """``pattern`` with ``#`` as a digit, ``%`` as a digit but zero, ``@`` as a capital letter, ``~`` as a small one."""
    return "".join(draw(rng, _ALPHABETS[char]) if char in _ALPHABETS else char for char in pattern)


_ALPHABETS: Final = {
    "#": "0123456789",
    "%": "123456789",
    "@": "ABCDEFGHJKLMNPRSTUVWXYZ",
    "~": "abcdefghijklmnopqrstuvwxyz",
}


def _counted(entry: str) -> list[str]:
    count = _COUNT.match(entry)
    return [entry[count.end() :]] * int(count[1]) if count else [entry]
