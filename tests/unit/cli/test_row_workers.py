"""Rows read by several processes."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from subprocess import PIPE

import pytest

from extproc.cli.row_workers import in_workers
from extproc.cli.rows import Answer
from extproc.errors import DetectorFailed


def shout(text: str) -> Mapping[str, object]:
    if text == "die":
        os._exit(1)
    return {"text": text.upper()}


@dataclass(frozen=True)
class Shouting:
    def __call__(self) -> Answer:
        return shout


class Broken(io.BytesIO):
    def read1(self, size: int | None = -1, /) -> bytes:
        raise OSError("gone")


def rows(*texts: str) -> io.BytesIO:
    return io.BytesIO(b"".join(json.dumps({"id": n, "text": text}).encode() + b"\n" for n, text in enumerate(texts)))


def test_answers_keep_the_order_of_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extproc.cli.rows.READ_BYTES", 64)
    source = rows(*(f"text {n}" for n in range(200)))
    out = b"".join(answer.out for _, answer in in_workers(source, Shouting(), 2))
    answers = [json.loads(line) for line in out.splitlines()]
    assert answers == [{"id": n, "text": f"TEXT {n}"} for n in range(200)]


def test_a_worker_that_dies_is_an_error_and_no_answer() -> None:
    with pytest.raises(DetectorFailed):
        list(in_workers(rows("die"), Shouting(), 1))


def test_an_input_that_breaks_is_an_error_of_the_caller() -> None:
    with pytest.raises(OSError, match="gone"):
        list(in_workers(Broken(), Shouting(), 1))


def test_ctrl_c_ends_all_processes_without_a_word() -> None:
    code = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in a background job
        "from extproc.cli.row_workers import in_workers\n"
        "from tests.unit.cli.test_row_workers import Shouting\n"
        "try:\n"
        "    for _, answer in in_workers(sys.stdin.buffer, Shouting(), 1):\n"
        "        print(answer.out.decode(), end='', flush=True)\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(130)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id":1,"text":"a"}\n')
        process.stdin.flush()
        assert process.stdout.readline() == b'{"id":1,"text":"A"}\n'
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        said = process.stderr.read()
        assert (process.wait(), said) == (130, b"")


def test_a_bad_row_ends_the_command_without_a_traceback() -> None:
    command = [sys.executable, "-c", "from extproc.cli.app import app; app()", "mask", "--jsonl", "--mode", "fast"]
    done = subprocess.run(
        [*command, "--workers", "2"], input=b'{"id":1,"text":"MRN: 00482913"}\nnope\n', capture_output=True, check=False
    )
    assert (done.returncode, json.loads(done.stdout)) == (2, {"id": 1, "text": "MRN: [MRN_1]"})
    assert done.stderr.count(b"\n") == 1
