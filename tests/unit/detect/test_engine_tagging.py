"""What a learned tagger is asked by the engine, and what becomes of its answers."""

from collections.abc import Sequence

import pytest

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Passage
from extproc.detect.learned import Mode, Tagged
from extproc.detect.rules import Rules
from extproc.sealed import Sealed
from tests.support.words import GAZETTEER

RULES = Rules(GAZETTEER)
PLAIN = "The cough is better. "


class Fake:
    """Tags each of ``words``, and keeps what it was shown."""

    name = "fake"

    def __init__(self, costly: bool, **words: E) -> None:
        self.costly = costly
        self._words = words
        self.shown: list[str] = []

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        self.shown += texts
        return [self._tags(text) for text in texts]

    def _tags(self, text: str) -> list[Tagged]:
        return [
            Tagged(text.index(word), text.index(word) + len(word), entity, 640)
            for word, entity in self._words.items()
            if word in text
        ]


def found(tagger: Fake, mode: Mode, text: str, label: str = "") -> list[tuple[str, E, str]]:
    ((*findings,),) = Engine(RULES, tagger, mode).find([Passage(Sealed(text), Sealed(label))])
    return [(text[f.span.start : f.span.end], f.entity, f.recognizer) for f in findings]


@pytest.mark.parametrize(("costly", "mode"), [(False, Mode.BALANCED), (False, Mode.STRICT), (True, Mode.STRICT)])
def test_a_cheap_tagger_and_a_strict_one_read_the_whole_text(costly: bool, mode: Mode) -> None:
    tagger = Fake(costly)
    found(tagger, mode, PLAIN * 50, "note")
    assert tagger.shown == [PLAIN * 50]


def test_a_costly_tagger_reads_what_is_open_and_its_spans_are_placed_in_the_text() -> None:
    tagger = Fake(True, Çağdaş=E.NAME)
    text = PLAIN * 20 + "Then 😀 e\u0301 we met Çağdaş today. " + PLAIN * 20
    assert found(tagger, Mode.BALANCED, text, "patientNote") == [("Çağdaş", E.NAME, "fake")]
    assert [shown.strip() for shown in tagger.shown] == ["Then 😀 e\u0301 we met Çağdaş today."]


def test_a_costly_tagger_is_shown_nothing_of_a_text_that_the_rules_have_settled() -> None:
    tagger = Fake(True)
    assert found(tagger, Mode.BALANCED, "MRN: 00482913. " + PLAIN * 20)[0][1] is E.MRN
    assert tagger.shown == []


def test_what_the_rules_know_better_is_not_believed() -> None:
    tagger = Fake(False, cough=E.NAME, Kwabzem=E.NAME)
    assert found(tagger, Mode.STRICT, "Kwabzem has a cough.") == [("Kwabzem", E.NAME, "fake")]


def test_what_the_tagger_found_is_looked_for_everywhere_and_then_as_sure_as_a_listed_word() -> None:
    text = "we met Ozymandel today, and ozymandel left"
    ((*findings,),) = Engine(RULES, Fake(False, Ozymandel=E.NAME), Mode.BALANCED).find([Passage(Sealed(text))])
    assert [(f.span.start, f.score_permille, f.recognizer) for f in findings] == [
        (7, 600, "fake"),
        (28, 600, "known_name"),
    ]
