"""All that can be said of a bundle before anybody is decided by it."""

import json
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import DATA, bundle_of
from extproc.adapters.bundle_files import read_files
from extproc.adapters.data_schemas import ROOT
from extproc.authoring import agreements, data_check, data_names, dead_rules, embedded_check, opa_check
from extproc.authoring.json_lines import JsonLines
from extproc.authoring.opa_runs import needed
from extproc.authoring.rego_tree import rules_of
from extproc.authoring.remark import Level, Remark
from extproc.authoring.where import Where

MODES: Final = Path("wardgate", "modes", "data.json")
INPUT: Final = Path("schemas", "input.json")


def remarks(bundle: Path, *, embedded_decides: bool, now_us: int, providers: Set[str] | None = None) -> list[Remark]:
    """In the order of files and lines. Raises ``Misconfigured`` without OPA.

    ``embedded_decides``: what the embedded engine cannot run is an error, since it may be the one that decides.
    ``now_us``: the time that agreements are held against; ``providers``: those of the settings, where there are any.
    """
    level = Level.ERROR if embedded_decides else Level.WARNING
    found = list(_remarks(needed(), bundle.resolve(), level, now_us, providers))
    return sorted(dict.fromkeys(found))


def _remarks(program: Path, bundle: Path, level: Level, now_us: int, providers: Set[str] | None) -> Iterator[Remark]:
    data = list(data_check.remarks(bundle))
    unread = any(one.level is Level.ERROR for one in data)
    found = [*(one for one in opa_check.remarks(program, bundle) if not (unread and _of_data(one))), *data]
    yield from found
    if any(one.level is Level.ERROR and one.check in (opa_check.STRICT, data_check.CHECK) for one in found):
        yield Remark(
            "", 0, Level.NOTE, "check", "rules were not looked at, nor the embedded engine: first mend the above"
        )
        return
    yield from data_remarks(bundle, now_us, providers)
    rules = rules_of(program, bundle)
    dead = list(dead_rules.remarks(rules, _input_schemas(bundle)))
    yield from dead
    if any(not one.file for one in dead):
        return  # no engine can be asked
    yield from dead_rules.reason_remarks(rules, _modes(bundle), str(MODES))
    yield from embedded_check.remarks(program, bundle, rules, level)


def _of_data(one: Remark) -> bool:
    """OPA's word for data that is not JSON, which has no line."""
    return one.check == opa_check.STRICT and not one.file and DATA in one.text


def data_remarks(bundle: Path, now_us: int, providers: Set[str] | None) -> Iterator[Remark]:
    """Of data that is inside its schemas. Raises ``Misconfigured`` for a bundle that is none."""
    files = read_files(bundle)
    below = bundle_of(bundle, files).data.get(ROOT)
    if isinstance(below, dict):
        yield from data_names.remarks(below, Where(files), providers)
        yield from agreements.remarks(below, Where(files), now_us)


def _input_schemas(bundle: Path) -> list[Mapping[str, Any]]:
    return [json.loads(file.read_bytes()) for file in sorted((bundle / INPUT.parent).glob("*input.json"))]


def _modes(bundle: Path) -> Mapping[str, int]:
    """The ids that the modes name, with their lines."""
    file = bundle / MODES
    if not file.is_file():
        return {}
    text = file.read_text(encoding="utf-8")
    lines = JsonLines(text)
    return {name: lines.line((name,)) for name in json.loads(text)}
