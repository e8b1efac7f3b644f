"""``wardgate mask``."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final

import typer

from extproc.adapters.detectors import detector_of
from extproc.cli.detect_options import ConfigFile, File, Jsonl, Learned, Model, ModeOption, RulesFile, Workers, opened
from extproc.cli.detect_show import find
from extproc.cli.masking import GENERALIZED, How, Masking
from extproc.cli.row_workers import stream
from extproc.cli.rows import Answer
from extproc.cli.texts import read_text, write_text
from extproc.config import Detect
from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType

Default = Annotated[
    How | None, typer.Option("--operator", "-o", help="For every kind; default: surrogate, dates and ages generalize.")
]
ByEntity = Annotated[list[str] | None, typer.Option("--entity", "-e", help="DATE=generalize; may be repeated.")]
KEY_BYTES: Final = 32


def mask(
    file: File = None,
    operator: Default = None,
    entity: ByEntity = None,
    mode: ModeOption = None,
    learned: Learned = None,
    model: Model = None,
    rules: RulesFile = None,
    config: ConfigFile = None,
    jsonl: Jsonl = False,
    workers: Workers = 1,
) -> None:
    """Write a text with its findings masked. Surrogates are numbered within one text, and nothing brings them back.

    With --jsonl: rows {"id","text"} in, {"id","text"} out, in order, while they come. A line that is no row is told on
    standard error with its number and left out; the others are answered, and the exit code is 2.
    """
    masking = _masking(operator, entity or ())
    detect, engine = opened(config, mode, learned, model, rules)
    if jsonl:
        stream(file, masked_texts(engine, masking), MaskedTexts(detect, masking), workers)
    else:
        text = read_text(file)
        write_text(masking.masked(text, find(engine, text)))


def masked_texts(engine: Engine, masking: Masking) -> Answer:
    """What is said of a row: its text, masked."""
    return lambda text: {"text": masking.masked(text, find(engine, text))}


@dataclass(frozen=True, slots=True)
class MaskedTexts:
    """Opens what answers with masked texts."""

    detect: Detect
    masking: Masking

    def __call__(self) -> Answer:
        return masked_texts(detector_of(self.detect), self.masking)


def _masking(default: How | None, named: "list[str] | tuple[()]") -> Masking:
    by_entity = dict(GENERALIZED) if default is None else {}
    by_entity.update(map(_named, named))
    year = datetime.now(UTC).year
    return Masking(default or How.SURROGATE, by_entity, year, secrets.token_bytes(KEY_BYTES))


def _named(text: str) -> tuple[EntityType, How]:
    entity, _, how = text.partition("=")
    try:
        return EntityType(entity.strip().upper()), How(how.strip().lower())
    except ValueError:
        kinds, ways = ", ".join(EntityType), ", ".join(How)
        raise typer.BadParameter(f"write KIND=OPERATOR, of {kinds} and {ways}", param_hint="--entity") from None
