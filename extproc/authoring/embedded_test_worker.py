"""Runs pieces of Rego tests on the embedded engine, in a process of its own: it may abort on what it cannot read.

One line in: ``{"modules": {...}, "groups": [...]}``, each group with its ``data``, its own ``modules``, and ``pieces``,
pairs of a rule (``gate/a_test/piece_3``) and an input (JSON in a text). One line out for each piece as it ends:
``["gate/a_test/piece_3", true]``.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import regopy

from extproc.adapters.rego_term import term


def main() -> int:
    asked = json.loads(sys.stdin.readline())
    for group in asked["groups"]:
        for name, holds in results({**asked["modules"], **group["modules"]}, group):
            sys.stdout.write(json.dumps([name, holds]) + "\n")
            sys.stdout.flush()
    return 0


def results(modules: Mapping[str, str], group: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Nothing where the engine cannot compile them."""
    interpreter = regopy.Interpreter()
    interpreter.log_level = regopy.LogLevel.NONE
    interpreter.strict_built_in_errors = False  # as `opa test` has it: what fails is undefined
    try:
        interpreter.add_data_json(term(group["data"]))
        for name, source in modules.items():
            interpreter.add_module(name, source)
        compiled = interpreter.build(None, [name for name, _ in group["pieces"]])
    except regopy.RegoError:
        return
    if compiled.ok():
        for name, asked in group["pieces"]:
            yield name, _holds(interpreter, compiled, name, term(json.loads(asked)))


def _holds(interpreter: regopy.Interpreter, compiled: regopy.Bundle, name: str, asked: str) -> bool:
    try:
        interpreter.set_input_term(asked)
        output = interpreter.query_bundle_entrypoint(compiled, name)
    except (regopy.RegoError, ValueError):
        return False
    return bool(output.ok()) and [one.expressions for one in output.results] == [[True]]


if __name__ == "__main__":
    sys.exit(main())
