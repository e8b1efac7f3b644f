"""The embedded engine's process: lines in, lines out, until its input ends.

A process of its own, because the engine is native code that goes wrong beside other native code (it brings parts of a
C++ library, and writing a file aborts where another module loaded that library first), because it shows a policy the
environment it runs in, and because an engine that dies must not take the gate along. It is started with nothing in its
environment and exits when its parent does.

First line in: ``{"modules": {...}, "data": {...}}``; out: ``{"ready": true}`` or ``{"misconfigured": "why"}``. Then,
for each ``[number, phase, term]`` one ``[number, decision]``, or ``[number]`` where there is none.
"""

import json
import sys

from extproc.adapters.rego_engine import Engine
from extproc.errors import Misconfigured, PolicyMalformed


def main() -> int:
    bundle = json.loads(sys.stdin.readline())
    try:
        engine = Engine(bundle["modules"], bundle["data"])
    except Misconfigured as error:
        _say({"misconfigured": str(error)})
        return 1
    _say({"ready": True})
    for line in sys.stdin:
        number, phase, term = json.loads(line)
        try:
            _say([number, engine.evaluate(phase, term)])
        except PolicyMalformed:
            _say([number])
    return 0


def _say(document: object) -> None:
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
