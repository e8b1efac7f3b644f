"""What sidecar and worker say to each other comes over whole."""

import pickle
from dataclasses import fields

import pytest

from extproc.adapters import detect_wire as wire
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Form, Known, Passage, Span
from extproc.sealed import Sealed

FOUND = Finding(Span(3, 7), EntityType.MRN, 850, "own:chart", Form.NUMBER)


def test_the_finding_of_this_test_differs_from_the_default_in_every_field() -> None:
    assert [one.name for one in fields(Finding)] == ["span", "entity", "score_permille", "recognizer", "form"]
    assert FOUND.form is not Form.TEXT


def test_a_question_comes_over_whole_and_is_sealed_on_both_sides() -> None:
    passages = (Passage(Sealed("\ud800 Martha\x00"), Sealed("name"), ("messages", 0)), Passage(Sealed("")))
    known = (Known(EntityType.NAME, Sealed("Martha")),)
    assert wire.asked(wire.question(passages, known)) == (passages, known)


@pytest.mark.parametrize("count", [0, 1, wire.ROWS, wire.ROWS + 1])
def test_an_answer_comes_over_whole_however_many_frames_it_takes(count: int) -> None:
    found = ((FOUND,) * count, (), (FOUND,))
    answer = wire.Answer(len(found))
    taken = [answer.take(frame) for frame in wire.answer(found)]
    assert taken == [False] * (len(taken) - 1) + [True]
    assert tuple(map(tuple, answer.found)) == found
    assert answer.failure == ""


def test_a_failure_ends_an_answer() -> None:
    answer = wire.Answer(1)
    assert answer.take(wire.failure("ValueError"))
    assert answer.failure == "ValueError"


@pytest.mark.parametrize("said", [2, None, {"found": []}])
def test_what_no_worker_says_is_no_answer(said: object) -> None:
    with pytest.raises(AssertionError):
        wire.Answer(1).take(pickle.dumps(said))
