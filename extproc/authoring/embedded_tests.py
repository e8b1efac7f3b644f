"""The Rego tests of a bundle on the embedded engine, which replaces nothing by ``with``: it is asked in pieces.

A piece is one statement of a test as a rule of its own (``rego_tests``); a test passes where all its pieces hold. The
engine compiles once for each data document that tests bring. A test is not run where a statement cannot be cut out, or
where the engine cannot compile or ends.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import read_bundle
from extproc.adapters.rego import ENVIRONMENT
from extproc.authoring.rego_tests import Statement, TestFile, files_of, replacing, spelled, values_of

WORKER: Final = (sys.executable, "-I", "-m", "extproc.authoring.embedded_test_worker")
ANSWER_S: Final = 300
WORKERS: Final = 2

Test = str
"""``data.gate.access_test.test_a_group_gives_a_role``."""


@dataclass(frozen=True, slots=True)
class _Piece:
    file: str
    name: str
    """Its rule, as the engine asks for it: ``gate/access_test/piece_3``."""
    rule: str
    term: str
    data: str


def passed(program: Path, bundle: Path) -> dict[Test, bool | None]:
    """Whether each test passes; ``None`` for one that was not run. Raises ``Misconfigured``."""
    files = files_of(program, bundle)
    values = values_of(program, bundle, files)
    library = read_bundle(bundle)
    cut = {
        f"data.{file.package}.{name}": _pieces(file, name, values, library.data)
        for file in files
        for name in file.tests
    }
    pieces = [piece for some in cut.values() for piece in some or ()]
    held = _held(library.modules, files, _grouped(pieces, lambda piece: piece.data))
    rest = [piece for piece in pieces if piece.name not in held]  # one that does not compile takes its group along
    held |= _held(library.modules, files, _grouped(rest, lambda piece: (piece.data, piece.file)))
    return {test: _all_hold(some, held) for test, some in cut.items()}


def _all_hold(pieces: Sequence[_Piece] | None, held: Mapping[str, bool]) -> bool | None:
    if pieces is None or any(piece.name not in held for piece in pieces):
        return None
    return all(held[piece.name] for piece in pieces)


def _pieces(file: TestFile, test: str, values: Mapping[str, Any], data: Mapping[str, Any]) -> list[_Piece] | None:
    statements = file.tests[test]
    if statements is None:
        return None
    found = []
    for number, one in enumerate(statements):
        worlds = replacing(one, values, data)
        if worlds is None:
            return None
        name = f"{test}_piece_{number}"
        path = f"{file.package.replace('.', '/')}/{name}"
        term, data_text = spelled(worlds[0]), spelled(worlds[1])
        found.append(_Piece(file.name, path, _rule(name, one), term, data_text))
    return found


def _rule(name: str, statement: Statement) -> str:
    body = "".join(f"\t{line}\n" for line in (*statement.before, statement.text))
    return f"{name} if {{\n{body}}}\n"


def _grouped(pieces: Sequence[_Piece], key: Callable[[_Piece], Any]) -> list[list[_Piece]]:
    return [list(some) for _, some in groupby(sorted(pieces, key=key), key=key)]


def _held(modules: Mapping[str, str], files: Sequence[TestFile], groups: Sequence[list[_Piece]]) -> dict[str, bool]:
    """What the workers said of each piece before they ended, however they ended. Groups have one data each."""
    documents = [_document(files, group) for group in groups]
    shares = [documents[number::WORKERS] for number in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as threads:
        said = threads.map(lambda share: _said(_ran({"modules": modules, "groups": share})), shares)
        return {name: holds for some in said for name, holds in some}


def _document(files: Sequence[TestFile], group: Sequence[_Piece]) -> Mapping[str, Any]:
    """What the worker is told of one group: the tests' own helpers come along, unless they replace something."""
    rules: dict[str, list[str]] = {}
    for piece in group:
        rules.setdefault(piece.file, []).append(piece.rule)
    modules = {
        file.name: "\n".join((file.rest, *rules.get(file.name, ()))) for file in files if " with " not in file.rest
    }
    return {
        "data": json.loads(group[0].data),
        "modules": modules,
        "pieces": [[piece.name, piece.term] for piece in group],
    }


def _ran(asked: Mapping[str, Any]) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            WORKER,
            input=json.dumps(asked) + "\n",
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            env=ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def _said(output: str) -> Iterator[tuple[str, bool]]:
    for line in output.split("\n"):
        if line.endswith("]"):
            name, holds = json.loads(line)
            yield name, holds
