"""All that can be said of a bundle before anybody is decided by it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import read_bundle
from extproc.adapters.share import share
from extproc.authoring import data_check, dead_rules, embedded_check, opa_check
from extproc.authoring.json_lines import JsonLines
from extproc.authoring.opa_runs import needed
from extproc.authoring.rego_tree import rules_of
from extproc.authoring.remark import Level, Remark
from extproc.errors import Misconfigured

MODES: Final = Path("wardgate", "modes", "data.json")
INPUT: Final = Path("schemas", "input.json")


def remarks(bundle: Path, *, embedded_decides: bool) -> list[Remark]:
    """In the order of files and lines. Raises ``Misconfigured`` without OPA.

    ``embedded_decides``: what the embedded engine cannot run is an error, since it may be the one that decides.
    """
    found = list(_remarks(needed(), bundle.resolve(), Level.ERROR if embedded_decides else Level.WARNING))
    return sorted(dict.fromkeys(found))


def _remarks(program: Path, bundle: Path, level: Level) -> Iterator[Remark]:
    found = [*opa_check.remarks(program, bundle), *data_check.remarks(bundle)]
    yield from found
    if any(one.level is Level.ERROR and one.check in (opa_check.STRICT, data_check.CHECK) for one in found):
        yield Remark(
            "", 0, Level.NOTE, "check", "rules were not looked at, nor the embedded engine: first mend the above"
        )
        return
    try:
        read_bundle(bundle)
    except Misconfigured as error:
        yield Remark("", 0, Level.ERROR, "bundle", str(error))
        return
    rules = rules_of(program, bundle)
    yield from dead_rules.remarks(rules, _input_schemas(bundle))
    yield from dead_rules.reason_remarks(rules, _modes(bundle), str(MODES))
    yield from embedded_check.remarks(program, bundle, rules, level)


def schema_of(bundle: Path) -> Mapping[str, Any]:
    """The query's schema: the bundle's own, else the one that came with this gate."""
    own = bundle / INPUT
    file = own if own.is_file() else share("opa") / INPUT
    try:
        document: Mapping[str, Any] = json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise Misconfigured(f"{file}: cannot be read as JSON") from error
    return document


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
