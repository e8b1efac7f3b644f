"""The end of a pipe that finds: a detector in a process of its own, on one core.

It says one JSON line when it is ready, and then answers one line for each. Only the standard library, since it runs
beside detectors that share no other package.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence

Found = Sequence[object]
"""``[start, end, label, score, recognizer, form]`` in code points of the text; ``score`` in thousandths."""
Find = Callable[[str], list[Found]]


def serve(load: Callable[[], tuple[Find, dict[str, str]]]) -> None:
    """``load`` gives the detector, and what its report should name with their versions."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    find, versions = load()
    ready = {"cpu_s": time.process_time(), "resident_mb": _memory_mb("VmRSS"), "versions": versions}
    _say(answers.write, ready)
    answers.flush()
    for line in sys.stdin:
        _say(answers.write, _answer(find, json.loads(line)["texts"]))
        answers.flush()


def _answer(find: Find, texts: Sequence[str]) -> dict[str, object]:
    spans, seconds = [], []
    for text in texts:
        began = time.process_time()
        found = find(text)
        seconds.append(time.process_time() - began)
        spans.append(found)
    return {"spans": spans, "cpu_s": seconds, "peak_mb": _memory_mb("VmHWM")}


def _say(write: Callable[[str], object], document: object) -> None:
    write(json.dumps(document) + "\n")


def _memory_mb(name: str) -> float:
    """``VmRSS`` is what the process holds in memory now, ``VmHWM`` the most it held."""
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(f"{name}:"))
