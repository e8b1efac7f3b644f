"""Everything that is to be said of own rules."""

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Passage
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.faults import Kind, Level
from extproc.detect.own.lint import CLEAN, lint
from extproc.detect.own.organisation import OwnEntity, OwnList, OwnPattern, OwnRules
from extproc.detect.rules import Rules
from extproc.sealed import Sealed
from tests.support.words import GAZETTEER

LOCKER = OwnPattern("locker", E.OTHER_ID, r"\bL[0-9]{3}\b", 700, hits=("in L123",))
BROKEN = OwnPattern("broken", E.OTHER_ID, r"(?=a)", 700, hits=("a",))


def told(**rules: object) -> list[tuple[Level, Kind]]:
    return [(remark.level, remark.kind) for remark in lint(OwnRules(**rules), GAZETTEER)]  # type: ignore[arg-type]


def test_the_clean_paragraph_is_clean() -> None:
    assert Engine(Rules(GAZETTEER)).find([Passage(Sealed(CLEAN))]) == ((),)


def test_good_rules_are_told_nothing() -> None:
    wards = OwnList("wards", E.GEO, ("Sunrise Ward",), 700)
    assert told(patterns=(LOCKER,), lists=(wards,), allowed=(Allowed(texts=("555-555-0142",)),)) == []


def test_a_fault_does_not_hide_what_is_wrong_with_other_rules() -> None:
    wild = OwnPattern("wild", E.OTHER_ID, "[0-9]{1,9}", 700, hits=("7",))
    assert told(patterns=(BROKEN, wild)) == [(Level.ERROR, Kind.UNCOMPILABLE), (Level.ERROR, Kind.BROAD)]


def test_a_pattern_that_meets_plain_text_once_is_warned_of() -> None:
    code = OwnPattern("code", E.OTHER_ID, r"\bE[0-9]{2}\.[0-9]\b", 700, hits=("E77.7",))
    assert told(patterns=(code,)) == [(Level.WARNING, Kind.BROAD)]


def test_everyday_words_and_words_twice_are_warned_of() -> None:
    words = OwnList("words", E.GEO, ("diabetes", "Sunrise Ward", "SUNRISE-WARD"), 700)
    assert told(lists=(words,)) == [
        (Level.WARNING, Kind.BROAD),
        (Level.WARNING, Kind.COMMON_WORD),
        (Level.WARNING, Kind.DUPLICATE),
    ]


def test_an_everyday_word_is_named_since_it_names_nobody() -> None:
    words = OwnList("words", E.GEO, ("diabetes",), 700)
    assert any("diabetes" in remark.why for remark in lint(OwnRules(lists=(words,)), GAZETTEER))


def test_a_kind_that_is_off_is_said_with_its_class() -> None:
    (remark,) = lint(OwnRules(entities={E.AGE: OwnEntity(enabled=False)}), GAZETTEER)
    assert (remark.level, remark.kind) == (Level.WARNING, Kind.SWITCHED_OFF)
    assert "class C of the Safe Harbor list, is NOT looked for" in remark.why
    assert "rules-AGE" in remark.advice


def test_allowances_are_linted_beside_a_fault_of_theirs() -> None:
    row = Allowed(texts=("Martha Collins",), patterns=(".*",))
    assert told(allowed=(row,)) == [(Level.ERROR, Kind.MATCHES_ALL), (Level.WARNING, Kind.ALLOWS_PERSON)]
