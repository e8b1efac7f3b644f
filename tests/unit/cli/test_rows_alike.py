"""What is said of a row depends on the row alone: on no other row, no order, no process and no seed of hashing."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

from bench.corpora.generate import Kind, Split, rows


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    """Many short rows and a few long ones, so that workers share them in more than one batch."""
    texts = [row.text for kind in (Kind.QUERIES, Kind.NOTES) for row in rows(kind, Split.TEST, 5, 60, 0.4)]
    texts += ["\n".join(texts[at:] + texts[:at]) for at in range(0, 120, 30)]
    return [json.dumps({"id": n, "text": text}).encode() for n, text in enumerate(texts)]


def told(lines: Sequence[bytes], *options: str, seed: str) -> list[bytes]:
    """The answers, in the order of the ids."""
    command = [sys.executable, "-c", "from extproc.cli.app import app; app()", "detect", "--jsonl"]
    done = subprocess.run(
        [*command, "--mode", "balanced", *options],
        input=b"\n".join(lines),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return sorted(done.stdout.splitlines(), key=lambda line: int(json.loads(line)["id"]))


def test_workers_order_and_hash_seeds_change_no_answer(lines: list[bytes]) -> None:
    alone = told(lines, seed="1")
    assert len(alone) == len(lines)
    assert told(lines, "--workers", "2", seed="random") == alone
    assert told(lines[::-1], seed="2") == alone
    assert told(lines[-3:], seed="3") == alone[-3:]
