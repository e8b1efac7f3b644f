"""Rows read by several processes."""

import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

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
