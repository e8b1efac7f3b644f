"""A costly tagger is not asked twice about one text, and no text is kept."""

from collections.abc import Sequence

import pytest

from extproc.adapters.remembering import ANSWER_BYTES, SPAN_BYTES, Remembering
from extproc.detect.entities import EntityType
from extproc.detect.learned import Mode, Tagged


class Counting:
    name = "counting"
    costly = True

    def __init__(self) -> None:
        self.asked: list[str] = []

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        self.asked += texts
        score = 900 if mode is Mode.STRICT else 500
        return [[Tagged(0, len(text), EntityType.NAME, score)] if text else [] for text in texts]


def test_the_answers_are_those_of_the_tagger_and_each_text_is_asked_about_once() -> None:
    tagger = Counting()
    memory = Remembering(tagger)
    texts = ["Martha", "", "Anna", "Martha", "\ud800"]
    for _ in range(2):
        assert [list(tags) for tags in memory.tag(texts, Mode.BALANCED)] == Counting().tag(texts, Mode.BALANCED)
    assert tagger.asked == ["Martha", "", "Anna", "\ud800"]
    assert (memory.name, memory.costly) == ("counting", True)


def test_a_mode_has_its_own_answers() -> None:
    memory = Remembering(Counting())
    assert memory.tag(["Martha"], Mode.BALANCED) != memory.tag(["Martha"], Mode.STRICT)


@pytest.mark.parametrize("bounds", [{"most_answers": 2}, {"most_bytes": 2 * (ANSWER_BYTES + SPAN_BYTES)}])
def test_what_was_not_asked_for_longest_goes_first(bounds: dict[str, int]) -> None:
    tagger = Counting()
    memory = Remembering(tagger, **bounds)
    for text in ("Anna", "Martha", "Anna", "Grace", "Anna", "Martha"):
        memory.tag([text], Mode.BALANCED)
    assert tagger.asked == ["Anna", "Martha", "Grace", "Martha"]


def test_more_texts_at_once_than_are_kept_are_all_answered() -> None:
    memory = Remembering(Counting(), most_answers=1)
    assert [len(tags) for tags in memory.tag(["Anna", "Martha", "Grace"], Mode.STRICT)] == [1, 1, 1]


def test_no_text_is_kept() -> None:
    memory = Remembering(Counting())
    memory.tag(["Martha Collins"], Mode.BALANCED)
    assert "Martha" not in repr(vars(memory))
