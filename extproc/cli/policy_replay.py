"""``wardgate policy replay``."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from extproc.adapters.bundle import bundle_revision
from extproc.adapters.segments import OnLine, chain_directories, segment_files
from extproc.authoring.asking import Engine, asking
from extproc.authoring.check import schema_of
from extproc.authoring.difference import Kind
from extproc.authoring.json_schema import Schema
from extproc.authoring.recorded import Period, decisions
from extproc.authoring.replay import Changed, Replay, replayed
from extproc.authoring.unpacked import directory_of
from extproc.cli.moments import moment_us, shown
from extproc.cli.policy_options import AsJson, err, heading, print_json, print_table, say
from extproc.errors import Misconfigured

New = Annotated[Path, typer.Option("--bundle", "-b", help="The policy to try: a directory or an archive.")]
Directory = Annotated[Path, typer.Option("--dir", help="The audit directory.")]
Since = Annotated[str, typer.Option(help="Decisions from then on: 7d, 12h, or 2026-11-22T08:00 (UTC).")]
Until = Annotated[str, typer.Option(help="Decisions before then.")]
Listed = Annotated[bool, typer.Option("--list", help="Each exchange that would have been decided otherwise.")]
FailOn = Annotated[list[Kind] | None, typer.Option(help="Kinds of change that make the exit code 1; default: all.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Who decides here.")]
MOST: Final = 20
"""Rows of a table, unless all are asked for with --json."""


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
    """Ask another policy what it would have decided, about the decisions in the audit trail.

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
        print_json(_document(found, revision))
    else:
        _print(found, revision, listed)
    raise typer.Exit(_code(found, frozenset(fail_on or Kind)))


async def _replayed(trail: Path, period: Period, place: Path, engine: Engine, on_line: OnLine) -> Replay:
    schema = Schema(schema_of(place), "schemas/input.json")
    async with asking(engine, place) as deciding:
        return await replayed(deciding, decisions(trail, period, on_line), schema)


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


def _print(found: Replay, revision: str, listed: bool) -> None:
    say(f"policy     {revision}")
    say(f"asked      {found.asked}")
    say(f"unchanged  {found.unchanged}")
    say(f"changed    {len(found.changed)}", "yellow" if found.changed else "")
    if found.not_asked:
        say(f"not asked  {found.not_asked.total()}: today's schema refuses the recorded query", "red")
        print_table(("decisions", "why"), [(count, why) for why, count in found.not_asked.most_common(MOST)])
    if found.unread:
        say(f"unread     {len(found.unread)} lines of the trail", "red")
        for one in found.unread[:MOST]:
            say(f"  {one}")
    _counts("by change", found.by_change())
    _counts("by group of the caller", found.by_group())
    _counts("by rule (+ it speaks now, - it spoke before)", found.by_rule())
    _counts("by provider", found.by_provider())
    _counts("by masking", Counter(line for one in found.changed for line in one.difference.masking))
    if listed:
        heading("exchanges")
        print_table(("time", "exchange", "decision", "change", "rules"), map(_row, found.changed))


def _counts(title: str, counts: Counter[str]) -> None:
    if counts:
        heading(title)
        print_table(
            ("decisions", ""), [(count, name) for name, count in sorted(counts.items(), key=_most_first)[:MOST]]
        )
        if len(counts) > MOST:
            say(f"and {len(counts) - MOST} more; --json has all")


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _row(one: Changed) -> Sequence[str]:
    rules = " ".join((*(f"+{name}" for name in one.difference.gained), *(f"-{name}" for name in one.difference.lost)))
    return shown(one.time_us), one.exchange, one.decision_id, one.change, rules


def _document(found: Replay, revision: str) -> dict[str, object]:
    return {
        "revision": revision,
        "asked": found.asked,
        "unchanged": found.unchanged,
        "changed": len(found.changed),
        "not_asked": dict(found.not_asked),
        "unread": [f"{one.file}:{one.line}" for one in found.unread],
        "by_change": dict(found.by_change()),
        "by_group": dict(found.by_group()),
        "by_rule": dict(found.by_rule()),
        "by_provider": dict(found.by_provider()),
        "exchanges": [_exchange(one) for one in found.changed],
    }


def _exchange(one: Changed) -> dict[str, object]:
    d = one.difference
    return {
        "exchange": one.exchange,
        "decision_id": one.decision_id,
        "time_us": one.time_us,
        "groups": one.groups,
        "kinds": sorted(d.kinds),
        "before": d.before,
        "after": d.after,
        "provider_before": d.providers[0],
        "provider_after": d.providers[1],
        "masking": d.masking,
        "rules_gained": d.gained,
        "rules_lost": d.lost,
    }
