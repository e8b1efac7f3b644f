"""Rows of a kind, in any number, the same for the same seed on every machine.

TRAIN and TEST share no template and no name, city or street; drugs, conditions and the shapes of numbers are shared.
Templates are the lines of ``templates/<kind>.txt``; a line that starts with ``# `` is a comment.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from bench.corpora.addresses import countries
from bench.corpora.fill import Scene, Template, TemplateError, parse
from bench.corpora.lists import Split, draw, of_split
from bench.corpora.names import traditions
from bench.corpora.noise import SPOKEN, WRITTEN, in_small_letters, noised
from bench.corpora.row import Row, assemble

__all__ = ["Kind", "Split", "rows"]

TEMPLATES: Final = Path(__file__).parent / "templates"


class Kind(StrEnum):
    QUERIES = "queries"
    """What clinicians type to a model."""
    SENTENCES = "sentences"
    """General prose with names and addresses of every tradition, evenly."""
    DIALOGUE = "dialogue"
    """Speech of doctors and patients."""
    NOTES = "notes"
    """Clinical documents."""
    CLEAN = "clean"
    """No identifiers: what must not be masked."""
    FORMS = "forms"
    """Labelled fields and tables of identifiers."""


_COMMON: Final[Mapping[str, int]] = {"anglo": 14, "hispanic": 4}
"""How often a tradition is drawn where names are those of a hospital in the United States; the others count one."""
_COMMON_COUNTRIES: Final[Mapping[str, int]] = {"us": 40, "uk": 4, "canada": 3}


def rows(kind: Kind, split: Split, seed: int, count: int, noise: float = 0.25) -> Iterator[Row]:
    """``count`` rows, of which a share ``noise`` (0 to 1) is written carelessly; fewer rows are a prefix of more.

    Raises:
        FileNotFoundError: no templates of this kind.
        TemplateError: one of them has a slot that does not exist.
    """
    rng = Random(f"{kind}/{split}/{seed}")
    some_traditions, some_countries = mix(kind)
    lines = templates(kind, split)
    changes = SPOKEN if kind is Kind.DIALOGUE else WRITTEN
    for number in range(count):
        scene = Scene(rng, split, some_traditions, some_countries)
        template = draw(rng, lines)
        row = assemble(f"{kind}-{split}-{seed}-{number}", template.fill(scene))
        if kind is Kind.DIALOGUE and template.in_small_letters:
            row = in_small_letters(row)
        yield noised(row, changes, rng) if rng.random() < noise else row


@cache
def templates(kind: Kind, split: Split) -> tuple[Template, ...]:
    """Raises ``TemplateError`` with file and line, also when the split has no template."""
    path = TEMPLATES / f"{kind}.txt"
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("# ")]
    parsed = []
    for line in of_split(lines, split):
        try:
            parsed.append(parse(line))
        except TemplateError as error:
            raise TemplateError(f"{path.name}: {error} in: {line}") from None
    if not parsed:
        raise TemplateError(f"{path.name} has no template for {split}")
    return tuple(parsed)


@cache
def mix(kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if kind is Kind.SENTENCES:
        return traditions(), countries()
    return _weighted(traditions(), _COMMON), _weighted(countries(), _COMMON_COUNTRIES)


def _weighted(names: tuple[str, ...], weights: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(name for name in names for _ in range(weights.get(name, 1)))
