"""``wardgate policy replay``."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from extproc.adapters.bundle import bundle_revision
from extproc.adapters.segments import OnLine, chain_directories, segment_files
from extproc.authoring.asking import Engine, asked_about, asking
from extproc.authoring.difference import Kind
from extproc.authoring.query_shape import shapes_of
from extproc.authoring.recorded import Period, decisions
from extproc.authoring.replay import Replay, replayed
from extproc.authoring.unpacked import directory_of
from extproc.cli.moments import moment_us
from extproc.cli.policy_options import AsJson, err, print_json
from extproc.cli.policy_replay_shown import document, show
from extproc.errors import Misconfigured

New = Annotated[Path, typer.Option("--bundle", "-b", help="The policy to try: a directory or an archive.")]
Directory = Annotated[Path, typer.Option("--dir", help="The audit directory.")]
Since = Annotated[str, typer.Option(help="Decisions from then on: 7d, 12h, or 2026-11-22T08:00 (UTC).")]
Until = Annotated[str, typer.Option(help="Decisions before then.")]
Listed = Annotated[bool, typer.Option("--list", help="Each decision that would have been another.")]
FailOn = Annotated[list[Kind] | None, typer.Option(help="Kinds of change that make the exit code 1; default: all.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Who decides here.")]


def replay(
    bundle: New,
    directory: Directory = Path("audit"),
    since: Since = "",
    until: Until = "",
    listed: Listed = False,
    fail_on: FailOn = None,
    engine: EngineOption = Engine.OPA,
    as_json: AsJson = False,
) -> None:
    """Ask another policy what it would have decided, about the requests and the answers in the audit trail.

    Exit code 0: nothing would have been decided otherwise. 1: something would, of the kinds of --fail-on. 2: not every
    decision of the period could be asked again, or none was there.
    """
    now_us = time.time_ns() // 1000
    period = Period(_moment(since, now_us, "--since"), _moment(until, now_us, "--until"))
    if not directory.is_dir():
        raise Misconfigured(
            f"{directory}: not a directory; --dir names the one that the settings call [audit] directory"
        )
    with directory_of(bundle) as place, _progress(directory) as on_line:
        revision = bundle_revision(place)
        found = asyncio.run(_replayed(directory, period, place, engine, on_line))
    if as_json:
        print_json(document(found, revision))
    else:
        show(found, revision, listed)
    raise typer.Exit(_code(found, frozenset(fail_on or Kind)))


async def _replayed(trail: Path, period: Period, place: Path, engine: Engine, on_line: OnLine) -> Replay:
    shapes = shapes_of(place)
    async with asking(engine, place) as deciding:
        return await replayed(deciding, asked_about(place), decisions(trail, period, on_line), shapes)


def _code(found: Replay, kinds: frozenset[Kind]) -> int:
    if found.failing(kinds):
        return 1
    return 0 if found.whole and found.asked else 2


def _moment(text: str, now_us: int, hint: str) -> int | None:
    return moment_us(text, now_us, hint) if text else None


@contextmanager
def _progress(trail: Path) -> Iterator[OnLine]:
    """A bar on standard error where somebody watches: how much of the trail was read."""
    if not err.is_terminal:
        yield len
        return
    total = sum(path.stat().st_size for chain in chain_directories(trail) for path in segment_files(chain))
    columns = (TextColumn("replaying"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda line: bar.advance(task, len(line))
