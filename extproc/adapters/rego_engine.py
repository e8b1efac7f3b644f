"""regopy (rego-cpp) with its guards. For a process of its own, see ``rego_worker.py``.

The query goes in as a JSON text (the engine's own conversion of Python objects does not escape), the policy is compiled
once, its plan is checked before it may decide (``rego_plan.py``), and errors of builtins are errors.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import regopy

from extproc.adapters.bundle import packages_of
from extproc.adapters.rego_plan import faults
from extproc.adapters.rego_term import term
from extproc.errors import Misconfigured, PolicyMalformed

ENTRYPOINTS: Final = {"request": "gate/request/decision", "response": "gate/response/decision"}
"""By phase. A policy may have nothing to say of responses."""
UNCOMPILED: Final = (
    "the embedded policy engine cannot compile it; if `opa check` has nothing against it: `if every x in xs {...}` "
    "needs braces around it, `[k | some k, v in xs]` and `{k | some k, v in xs}` are written `some k; v := xs[k]`"
)
"""What the engine does not read of what OPA reads, so that an author need not guess: it does not say why itself."""


def rule_of(entrypoint: str) -> str:
    return f"data.{entrypoint.replace('/', '.')}"


class Engine:
    """One compiled policy and the interpreter that runs it; not for two threads at once."""

    def __init__(self, modules: Mapping[str, str], data: Mapping[str, object]) -> None:
        """Raises ``Misconfigured`` with why, for a policy that this engine must not run."""
        self._interpreter = regopy.Interpreter()
        self._interpreter.log_level = regopy.LogLevel.NONE  # else it writes what it was given to standard output
        self._interpreter.strict_built_in_errors = True
        self._entrypoints = [
            one for phase, one in ENTRYPOINTS.items() if phase == "request" or f"gate.{phase}" in packages_of(modules)
        ]
        self._compiled = self._compile(modules, data)
        if wrong := faults(self.plan(), *map(rule_of, self._entrypoints)):
            raise Misconfigured("\n".join(("the embedded policy engine must not run this policy:", *wrong)))

    def evaluate(self, phase: str, question: str) -> object:
        """The decision for ``question``, spelled by ``term``, yet unchecked. Raises ``PolicyMalformed`` without one."""
        entrypoint = ENTRYPOINTS.get(phase, "")
        if entrypoint not in self._entrypoints:
            raise PolicyMalformed("the policy has nothing to say in this phase")
        try:
            self._interpreter.set_input_term(question)
            output = self._interpreter.query_bundle_entrypoint(self._compiled, entrypoint)
        except (regopy.RegoError, ValueError):  # ValueError: an error within the answer, which is then not JSON
            raise PolicyMalformed("the embedded policy engine failed") from None
        if not output.ok():
            raise PolicyMalformed("the embedded policy engine failed")
        match [one.expressions for one in output.results]:
            case [[document]]:
                return document
            case _:
                raise PolicyMalformed("the decision is undefined")

    def plan(self) -> Mapping[str, Any]:
        with tempfile.TemporaryDirectory() as place:  # the engine shows its plan in a file, and nowhere else
            self._interpreter.save_bundle(f"{place}/bundle", self._compiled)
            plan: Mapping[str, Any] = json.loads(Path(place, "bundle", "plan.json").read_bytes())
            return plan

    def _compile(self, modules: Mapping[str, str], data: Mapping[str, object]) -> regopy.Bundle:
        name = "data.json"
        try:
            self._interpreter.add_data_json(term(data))
            for name, source in modules.items():
                self._interpreter.add_module(name, source)
            name = " ".join(self._entrypoints)
            compiled = self._interpreter.build(None, self._entrypoints)
        except regopy.RegoError:
            raise Misconfigured(f"{name}: {UNCOMPILED}") from None
        if not compiled.ok():
            raise Misconfigured(f"{name}: {UNCOMPILED}")
        return compiled
