# ruff: noqa: SIM905 - a list of literals would be a line a word
"""A small gazetteer for tests: what the census and the city list hold of the words these tests use."""

from collections.abc import Sequence
from functools import cache

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType
from extproc.detect.finding import Passage
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.rules import Rules
from extproc.sealed import Sealed

GAZETTEER = Gazetteer(
    first_names=frozenset(
        """
        mary john martha anna robert james sarah emily william grace will may mark wilson patrick eugene virginia in
        """.split()
    ),
    surnames=frozenset(
        """
        smith johnson collins lee young long walker chen wilson hill ward brown obrien kumar jones parkinson pepper may
        foley mason search kowalczyk
        """.split()
    ),
    cities=frozenset(("springfield", "boise", "reading", "mobile", "new orleans", "seattle", "male", "jackson")),
    large_cities=frozenset(("seattle", "boise")),
)


@cache
def small_engine() -> Engine:
    return Engine(Rules(GAZETTEER))


def found(text: str, label: str = "") -> list[tuple[EntityType, str]]:
    """Entity and text of each finding of the rules with the small gazetteer."""
    return found_in([(text, label)])[0]


def found_in(passages: Sequence[tuple[str, str]]) -> list[list[tuple[EntityType, str]]]:
    """The same for a document of several passages, each a text and its label."""
    findings = small_engine().find([Passage(Sealed(text), Sealed(label)) for text, label in passages])
    return [
        [(f.entity, text[f.span.start : f.span.end]) for f in of_one]
        for (text, _), of_one in zip(passages, findings, strict=True)
    ]
