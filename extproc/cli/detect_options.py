"""The options of the commands that read texts, and the detector they ask for."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from extproc.adapters.detectors import detector_of
from extproc.config import Detect, load
from extproc.detect.engine import Engine
from extproc.detect.learned import Mode
from extproc.errors import Misconfigured

File = Annotated[Path | None, typer.Argument(metavar="FILE", help="Default, and -: standard input.")]
ModeOption = Annotated[Mode | None, typer.Option("--mode", "-m", help="Default: the best that is installed.")]
Learned = Annotated[str | None, typer.Option(help="The learned tier: compact, rampart, spacy, gliner or none.")]
Model = Annotated[str | None, typer.Option(help="Where the learned tier's model is, for spacy and gliner.")]
RulesFile = Annotated[Path | None, typer.Option("--rules", "-r", help="Your own rules, a TOML file.")]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", "-c", help="Settings, of which the section detect is used.")
]
Jsonl = Annotated[bool, typer.Option("--jsonl", help='Rows {"id","text"} in, one answer a row out, in order.')]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Processes that read rows.")]


def opened(
    config: Path | None, mode: Mode | None, learned: str | None, model: str | None, rules: Path | None
) -> tuple[Detect, Engine]:
    """A detector and the settings it was made of, which make the same again. Raises ``Misconfigured``.

    Where nothing says which mode, and the default's learned tier cannot load, it is the rules alone, and said.
    """
    detect = _settings(config, mode, learned, model, rules)
    try:
        return detect, detector_of(detect)
    except Misconfigured:
        if config or mode or learned:
            raise
    detect = _settings(config, Mode.FAST, "none", model, rules)
    engine = detector_of(detect)
    typer.echo("wardgate: no learned tier can be loaded; the rules read alone", err=True)
    return detect, engine


def _settings(
    config: Path | None, mode: Mode | None, learned: str | None, model: str | None, rules: Path | None
) -> Detect:
    base = load(config).detect if config else Detect()
    said = {"mode": mode and mode.value, "learned": learned, "model": model, "rules": rules}
    chosen = {**base.model_dump(), **_going_with(base, mode, learned)}
    chosen |= {key: value for key, value in said.items() if value is not None}
    try:
        return Detect.model_validate(chosen)
    except ValidationError as error:
        raise Misconfigured("\n".join(one["msg"].removeprefix("Value error, ") for one in error.errors())) from None


def _going_with(base: Detect, mode: Mode | None, learned: str | None) -> dict[str, str | None]:
    """What one option says of the others: the mode ``fast`` has no learned tier, every other mode has one."""
    with_tier = {"model": base.model if learned in (None, base.learned) else None}
    if mode is Mode.FAST or (mode is None and learned == "none"):
        return {"mode": "fast", "learned": "none", "model": None}
    if mode is not None:
        return {"learned": "compact" if base.learned == "none" else base.learned, **with_tier}
    if learned is not None:
        return {"mode": "balanced" if base.mode == "fast" else base.mode, **with_tier}
    return {}
