"""``wardgate policy test``."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from extproc.authoring.testing import Covered, Outcome, Tested, tested
from extproc.cli.policy_options import (
    AsJson,
    Config,
    bundle_at,
    err,
    heading,
    print_json,
    print_table,
    say,
    settings_at,
)
from extproc.errors import Misconfigured

Place = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The policy; default: the settings'.")]
OpaOnly = Annotated[bool, typer.Option("--opa-only", help="Do not ask the embedded engine.")]
Every = Annotated[bool, typer.Option("--verbose", "-v", help="Each test, not only those that speak of trouble.")]


def run_tests(
    directory: Place = None,
    config: Config = None,
    opa_only: OpaOnly = False,
    verbose: Every = False,
    as_json: AsJson = False,
) -> None:
    """Run the Rego tests on OPA, with coverage, and on the embedded engine: exit 1 if one fails or they disagree."""
    bundle = bundle_at(directory, settings_at(config))
    if not bundle.is_dir():
        raise Misconfigured(f"{bundle}: an archive holds no tests; name the directory that it was made of")
    with err.status("testing"):
        found = tested(bundle, embedded=not opa_only)
    if as_json:
        apart = [one.name for one in found.outcomes if one.disagree]
        print_json({**asdict(found), "good": found.good, "disagree": apart})
    else:
        _print(found, opa_only, verbose)
    raise typer.Exit(int(not found.good))


def _print(found: Tested, opa_only: bool, verbose: bool) -> None:
    rows = [one for one in found.outcomes if verbose or _troubled(one)]
    if rows:
        print_table(("test", "opa", "embedded", "ms", "place"), map(_row, rows))
        say("")
    for line in _sums(found, opa_only):
        say(line)
    if not found.outcomes:
        say("There are no tests: write them beside the rules, in gate/<concern>_test.rego", "yellow")
    elif found.coverage:
        _print_coverage(found.coverage, verbose)
    else:
        say("coverage  OPA says nothing of it while a test fails")


def _print_coverage(files: Sequence[Covered], verbose: bool) -> None:
    missing = sum(bool(one.lines) for one in files)
    if missing:
        say(f"coverage  {missing} of {len(files)} files have rules that no test reaches", "yellow")
    else:
        say(f"coverage  every rule, in {len(files)} files")
    if rows := [one for one in files if verbose or one.lines]:
        heading("coverage on OPA")
        print_table(("file", "covered", "lines that no test reaches"), map(_covered, rows))


def _troubled(one: Outcome) -> bool:
    return not one.opa or one.disagree


def _row(one: Outcome) -> tuple[object, ...]:
    second = "not run" if one.embedded is None else _word(one.embedded)
    place = f"{one.file}:{one.line}"
    return one.name.removeprefix("data."), _word(one.opa), second, f"{one.duration_us / 1000:.1f}", place


def _word(passed: bool) -> str:
    return "pass" if passed else "FAIL"


def _sums(found: Tested, opa_only: bool) -> Iterator[str]:
    total = len(found.outcomes)
    yield f"opa       {sum(one.opa for one in found.outcomes)} of {total} pass"
    if opa_only:
        return
    asked = [one for one in found.outcomes if one.embedded is not None]
    skipped = f", {total - len(asked)} not run (--verbose names them)" if len(asked) < total else ""
    yield f"embedded  {sum(bool(one.embedded) for one in asked)} of {len(asked)} pass{skipped}"
    apart = [one.name.removeprefix("data.") for one in asked if one.disagree]
    yield f"disagree  {len(apart)}" + "".join(f"\n  {name}" for name in apart)


def _covered(one: Covered) -> tuple[object, ...]:
    return one.file, f"{one.permille / 10:.1f} %", _ranges(one.lines)


def _ranges(lines: tuple[int, ...]) -> str:
    """``3-5, 9``."""
    found: list[list[int]] = []
    for line in lines:
        if found and found[-1][1] == line - 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    return ", ".join(f"{first}-{last}" if first != last else f"{first}" for first, last in found)
