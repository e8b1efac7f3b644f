"""Twice the text, twice the work, on texts made to cost more: shown by counting lines of Python."""

import pytest

from extproc.detect.finding import Passage
from extproc.sealed import Sealed
from tests.support.hostile import TEXTS
from tests.support.steps import lines_run
from tests.support.words import small_engine

_LENGTH = 3_000


def work(*texts: str) -> int:
    passages = [Passage(Sealed(text)) for text in texts]
    return lines_run(lambda: small_engine().find(passages), "extproc")


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_is_no_more_than_twice_the_work(name: str) -> None:
    short, long = (work(TEXTS[name](length)) for length in (_LENGTH, 2 * _LENGTH))
    assert long <= 2.2 * short + 200


def test_twice_the_passages_are_no_more_than_twice_the_work() -> None:
    texts = [f"Dr. Qorbani{'abcdefghij'[n % 10]} of MRN {n:08}" for n in range(80)]
    assert work(*texts, *texts) <= 2.2 * work(*texts) + 200


def test_the_count_tells_a_loop_in_a_loop() -> None:
    def squared(length: int) -> int:
        return lines_run(lambda: [_ for _ in range(length) for _ in range(length)], "test_linear_time")

    assert squared(80) > 3 * squared(40)
