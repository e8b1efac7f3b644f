"""Own rules in force: what they find, what they withdraw, what a record says of them."""

import pytest

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Known, Passage, Span
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.organisation import (
    NO_RULES,
    Case,
    Cues,
    Organisation,
    OwnEntity,
    OwnList,
    OwnPattern,
    OwnRules,
    fold_letters,
    is_read,
    tier_of,
)
from extproc.detect.recognizer import Tier
from extproc.detect.rules import Rules
from extproc.sealed import Sealed
from tests.support.words import GAZETTEER

LOCKER = OwnPattern("locker", E.OTHER_ID, r"\bL([0-9]{3})\b", 950)
WARDS = OwnList("wards", E.GEO, ("Sunrise Ward", "Zürich Suite"), 700)


def engine(**rules: object) -> Engine:
    own = Organisation(OwnRules(**rules))  # type: ignore[arg-type]
    return Engine(Rules(GAZETTEER, own.recognizers), own=own)


def findings(text: str, label: str = "", **rules: object) -> tuple[Finding, ...]:
    return engine(**rules).find([Passage(Sealed(text), Sealed(label))])[0]


def found(text: str, **rules: object) -> list[tuple[E, str]]:
    return [(f.entity, text[f.span.start : f.span.end]) for f in findings(text, **rules)]


def test_a_pattern_finds_its_group_under_its_own_name_and_score() -> None:
    assert findings("locker L123.", patterns=(LOCKER,)) == (Finding(Span(8, 11), E.OTHER_ID, 950, "own:locker"),)
    assert findings("locker L1234.", patterns=(LOCKER,)) == ()


def test_offsets_are_those_of_the_text_behind_a_label() -> None:
    assert findings("L123", label="locker", patterns=(LOCKER,))[0].span == Span(1, 4)


def test_a_pattern_is_in_any_case_unless_it_is_exact() -> None:
    exact = OwnPattern("locker", E.OTHER_ID, r"\bL[0-9]{3}\b", 700, case=Case.EXACT)
    assert found("l123", patterns=(LOCKER,)) == [(E.OTHER_ID, "123")]
    assert found("l123", patterns=(exact,)) == []


def test_a_validator_has_the_last_word() -> None:
    rule = OwnPattern("employee", E.OTHER_ID, r"\b[0-9]{8}\b", 950, validator="luhn")
    assert found("12345674 and 12345675", patterns=(rule,)) == [(E.OTHER_ID, "12345674")]


def test_cues_have_to_stand_near() -> None:
    rule = OwnPattern("locker", E.OTHER_ID, r"\bL[0-9]{3}\b", 850, cues=Cues(before=("Schließfach",), within=15))
    assert found("Schliesfach L123, other words stand here and L124", patterns=(rule,)) == [(E.OTHER_ID, "L123")]


def test_a_pattern_reads_over_accents_and_full_width_forms() -> None:
    rule = OwnPattern("cle", E.OTHER_ID, r"\bclé([0-9]{3})\b", 950)
    assert found("CLE123 clé１２４", patterns=(rule,)) == [(E.OTHER_ID, "123"), (E.OTHER_ID, "１２４")]


def test_a_pattern_never_touches_a_surrogate() -> None:
    rule = OwnPattern("bracketed", E.OTHER_ID, r"x[^y]+y", 950)
    assert found("x[NAME_1]y x12y", patterns=(rule,)) == [(E.OTHER_ID, "x12y")]


def test_a_list_finds_its_words_in_any_case() -> None:
    assert found("SUNRISE WARD or the zurich suite", lists=(WARDS,)) == [
        (E.GEO, "SUNRISE WARD"),
        (E.GEO, "zurich suite"),
    ]


def test_an_exact_list_keeps_to_its_case() -> None:
    rule = OwnList("wards", E.GEO, ("Recovery",), 700, Case.EXACT)
    assert found("Recovery is a ward; recovery is not", lists=(rule,)) == [(E.GEO, "Recovery")]


def test_an_allowed_text_is_no_finding_and_the_rest_stays() -> None:
    text = "Call 555-555-0142 or 555-555-0143, MRN: 00482913."
    allowed = (Allowed(texts=("555-555-0142",)),)
    assert found(text, allowed=allowed) == [(E.PHONE, "555-555-0143"), (E.MRN, "00482913")]


def test_an_allowed_text_is_not_looked_for_again_elsewhere() -> None:
    text = "Dr. Anna Zorblat was here. The zorblat plan stands."
    assert (E.NAME, "zorblat") in found(text)
    assert found(text, allowed=(Allowed(texts=("Anna Zorblat",)),)) == []


def test_what_is_known_from_elsewhere_is_allowed_too() -> None:
    own = engine(allowed=(Allowed(texts=("Collins",)),))
    known = [Known(E.NAME, Sealed("Martha Collins"))]
    assert own.find([Passage(Sealed("Collins came, and Martha."))], known)[0][0].span == Span(18, 24)


def test_a_kind_that_is_switched_off_is_not_found() -> None:
    off = {E.AGE: OwnEntity(enabled=False)}
    assert found("a 93-year-old on March 3, 2021", entities=off) == [(E.DATE, "March 3, 2021")]


def test_what_scores_below_the_minimum_is_not_found() -> None:
    weak = OwnPattern("weak", E.OTHER_ID, r"\bweak[0-9]\b", 400)
    least = {E.OTHER_ID: OwnEntity(minimum_permille=500)}
    assert found("weak1", patterns=(weak,)) == [(E.OTHER_ID, "weak1")]
    assert found("weak1 L123", patterns=(weak, LOCKER), entities=least) == [(E.OTHER_ID, "123")]


@pytest.mark.parametrize(
    ("rules", "names"),
    [
        (OwnRules(), ("rules",)),
        (OwnRules(digest="1a2b3c4d"), ("rules", "own:1a2b3c4d")),
        (
            OwnRules(digest="1a2b3c4d", entities={E.AGE: OwnEntity(enabled=False), E.DATE: OwnEntity(enabled=False)}),
            ("rules-DATE-AGE", "own:1a2b3c4d"),
        ),
    ],
)
def test_a_record_tells_which_rules_were_in_force_and_what_was_off(rules: OwnRules, names: tuple[str, ...]) -> None:
    own = Organisation(rules)
    assert Engine(Rules(GAZETTEER), own=own).names == names
    assert own.names("compact") == (*names, "compact")


def test_without_rules_nothing_is_listed_and_all_stands() -> None:
    assert list(NO_RULES.listed("Sunrise Ward")) == []


@pytest.mark.parametrize(("score", "tier"), [(1, 550), (550, 550), (699, 600), (849, 700), (850, 850), (1000, 950)])
def test_a_score_is_the_strongest_evidence_it_reaches(score: int, tier: int) -> None:
    assert tier_of(score) is Tier(tier)


def test_letters_of_a_pattern_are_folded_and_its_signs_are_not() -> None:
    assert fold_letters(r"\bŽ[0-9]\d") == r"\bZ[0-9]\d"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Zürich", True),
        ("Ξάνθη", True),
        ("Мария", True),
        ("Xerxes", True),
        ("北京", False),
        ("مريم", False),
        ("→", False),
    ],
)
def test_scripts_without_case_are_not_kept_apart(text: str, read: bool) -> None:
    assert is_read(text) is read
