"""The tagger answers any text, alike alone and among others, and keeps no text."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.detect.compact import tagger as module
from extproc.detect.compact.tagger import Compact
from extproc.detect.learned import Mode, Tagged
from tests.support.weights import random_weights

MODES = st.sampled_from([Mode.BALANCED, Mode.STRICT])
TAGGER = Compact(random_weights())
PROSE = "Anna Kowalczyk moved to Boise, 12 Elm St.\nHer son Will did not; he will be 5 in May. " * 60


def places(tagged: list[Tagged]) -> list[tuple[int, int, str]]:
    """Without the score, whose last digit may differ with the order of a sum."""
    return [(t.start, t.end, t.entity) for t in tagged]


def near(left: list[Tagged], right: list[Tagged]) -> bool:
    scores = (abs(a.score_permille - b.score_permille) <= 1 for a, b in zip(left, right, strict=False))
    return places(left) == places(right) and all(scores)


@given(st.lists(st.text(max_size=80), max_size=6), MODES)
def test_spans_of_any_text_are_ordered_inside_it_and_do_not_overlap(texts: list[str], mode: Mode) -> None:
    answers = TAGGER.tag(texts, mode)
    assert len(answers) == len(texts)
    for text, tagged in zip(texts, answers, strict=True):
        edges = [edge for t in tagged for edge in (t.start, t.end)]
        assert edges == sorted(edges)
        assert all(0 <= t.start < t.end <= len(text) for t in tagged)
        assert all(text[t.start].isalnum() and text[t.end - 1].isalnum() for t in tagged)
        assert all(0 < t.score_permille <= 1000 for t in tagged)


@settings(max_examples=40)
@given(st.lists(st.text(alphabet="Anna Boise\n,.12é", max_size=120), max_size=8), MODES)
def test_a_batch_is_answered_as_its_texts_are_one_by_one(texts: list[str], mode: Mode) -> None:
    batch = TAGGER.tag(texts, mode)
    assert all(near(of_one, *TAGGER.tag([text], mode)) for text, of_one in zip(texts, batch, strict=True))


@pytest.mark.parametrize("size", [1, 17, 64, 500])
def test_the_size_of_a_block_changes_nothing(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = TAGGER.tag([PROSE, "", PROSE[40:]], Mode.STRICT)
    assert len(whole[0]) > 20
    monkeypatch.setattr(module, "_BLOCK_TOKENS", size)
    assert all(map(near, TAGGER.tag([PROSE, "", PROSE[40:]], Mode.STRICT), whole))


def test_nothing_asked_is_nothing_answered() -> None:
    assert TAGGER.tag([], Mode.BALANCED) == []
    assert TAGGER.tag([""], Mode.BALANCED) == [[]]


def test_what_is_remembered_is_no_text_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 50)
    own = Compact(random_weights())
    for number in range(40):
        own.tag([f"word{'x' * number} other{'y' * number} {number}"], Mode.BALANCED)
    assert len(own._known) <= 60
    assert {type(key) for key in own._known} == {int}


def test_the_vector_of_a_token_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    computed: list[str] = []
    features = module.features
    monkeypatch.setattr(module, "features", lambda token, rows: computed.append(token) or features(token, rows))
    own = Compact(random_weights())
    for _ in range(2):
        own.tag([PROSE, "Boise, Boise, Boise"], Mode.BALANCED)
    assert len(computed) == len(set(computed))
    monkeypatch.setattr(own, "_computed", None)
    own.tag([PROSE], Mode.BALANCED)


def test_forgetting_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 0)
    forgetful = Compact(random_weights())
    assert all(near(forgetful.tag([PROSE], Mode.STRICT)[0], answer) for answer in TAGGER.tag([PROSE], Mode.STRICT))


def test_several_threads_get_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 10)
    shared = Compact(random_weights())
    expected = TAGGER.tag([PROSE], Mode.STRICT)[0]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: shared.tag([PROSE], Mode.STRICT)[0], range(12)))
    assert all(near(answer, expected) for answer in answers)


def test_the_work_grows_with_the_text_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in rows that the network reads."""
    read: list[int] = []
    classified = module.classified
    monkeypatch.setattr(module, "classified", lambda w, rows: read.append(len(rows)) or classified(w, rows))
    for times in (1, 10):
        read.clear()
        TAGGER.tag([PROSE * times], Mode.BALANCED)
        assert sum(read) < 1.1 * 32 * 60 * times + 100
        assert max(read) < module._BLOCK_TOKENS + 100


@pytest.mark.parametrize(
    "text", ["\ud800" * 3000, "\x00" * 3000, "Dr. " * 3000, "[" * 3000, "1" * 100_000, " " * 100_000]
)
def test_odd_texts_are_answered(text: str) -> None:
    TAGGER.tag([text], Mode.STRICT)
