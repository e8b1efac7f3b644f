"""A detection worker's process: texts in, findings out, until its input ends.

A process of its own, because a long text would hold the interpreter's lock against the loop, and because a learned
tier is native code that may die. It is started with nothing in its environment; it never prints, and leaves no core
file, since both would hold text.
"""

import gc
import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from extproc.adapters import detect_wire as wire
from extproc.adapters.detectors import detector_of
from extproc.config import Detect
from extproc.detect.finding import Detector
from extproc.errors import Misconfigured

Open = Callable[[Detect], Detector]


def main(open_detector: Open = detector_of) -> int:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    said = sys.stdin.buffer
    answering = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # what a library prints must not look like an answer
    frames = _frames(said)
    try:
        detector = open_detector(Detect.model_validate(json.loads(next(frames))))
    except Misconfigured as error:
        _say(answering, str(error).encode())
        return 1
    gc.collect()
    gc.freeze()  # what stands now stays
    _say(answering, wire.READY)
    for frame in frames:
        for part in _answer(detector, frame):
            _say(answering, part)
    return 0


def _answer(detector: Detector, frame: bytes) -> Iterator[bytes]:
    try:
        found = detector.find(*wire.asked(frame))
    except Exception as error:  # noqa: BLE001  # whatever a detector does, the exchange is refused
        return iter((wire.failure(type(error).__name__),))
    return wire.answer(found)


def _frames(stream: BinaryIO) -> Iterator[bytes]:
    while len(head := stream.read(wire.LENGTH.size)) == wire.LENGTH.size:
        (length,) = wire.LENGTH.unpack(head)
        content = stream.read(length)
        if len(content) < length:
            return
        yield content


def _say(stream: BinaryIO, content: bytes) -> None:
    stream.write(wire.framed(content))
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
