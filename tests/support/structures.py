"""What structures say of a text, in words that tests can compare."""

from collections.abc import Sequence

from extproc.detect.entities import EntityType
from extproc.detect.finding import Passage
from extproc.detect.structures import reading
from extproc.detect.structures.marks import Marks
from extproc.mask.apply import Mint, masked
from extproc.mask.plan import Operator, Plan, Scheme
from extproc.sealed import Sealed
from tests.support.words import small_engine

PLAN = Plan(Operator.SURROGATE, {EntityType.DATE: Operator.GENERALIZE})


def marks(text: str) -> Marks:
    return reading.read([Passage(Sealed(text))])[0]


def marked(text: str) -> set[tuple[EntityType, str]]:
    """Entity and text of what the structures of a text name."""
    return {(one.entity, text[one.start : one.end]) for one in marks(text).candidates}


def kept(text: str) -> set[str]:
    return {text[start:end] for start, end in marks(text).kept}


def leaves(*members: tuple[str, str]) -> list[Passage]:
    """Passages of an opened document, of a dotted path and a text each."""
    return [Passage(Sealed(text), Sealed(_steps(path)[-1]), _path(path)) for path, text in members]


def marked_leaves(passages: Sequence[Passage]) -> list[set[tuple[EntityType, str]]]:
    return [
        {(one.entity, passage.text.reveal()[one.start : one.end]) for one in of_one.candidates}
        for passage, of_one in zip(passages, reading.read(passages), strict=True)
    ]


def masked_text(text: str, plan: Plan = PLAN) -> str:
    """The text as the request's side masks it."""
    findings = small_engine().find([Passage(Sealed(text))])[0]
    return masked(text, findings, plan, Mint(Scheme.NUMBERED, b"k" * 32)).text


def _steps(path: str) -> list[str]:
    return path.split(".")


def _path(path: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdecimal() else step for step in _steps(path))
