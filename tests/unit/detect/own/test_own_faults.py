"""What keeps own rules from being taken."""

from dataclasses import replace

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.faults import Kind, Level, Remark, Where, faults
from extproc.detect.own.organisation import Cues, OwnEntity, OwnList, OwnPattern, OwnRules

LOCKER = OwnPattern("locker", E.OTHER_ID, r"\bL([0-9]{3})\b", 700, hits=("L123",), misses=("L1234",))
WARDS = OwnList("wards", E.GEO, ("Sunrise Ward",), 700)


def kinds(rules: OwnRules) -> list[tuple[Kind, Where]]:
    return [(remark.kind, remark.where) for remark in faults(rules)]


def of_pattern(**changes: object) -> list[tuple[Kind, Where]]:
    return kinds(OwnRules(patterns=(replace(LOCKER, **changes),)))  # type: ignore[arg-type]


def of_list(**changes: object) -> list[tuple[Kind, Where]]:
    return kinds(OwnRules(lists=(replace(WARDS, **changes),)))  # type: ignore[arg-type]


def test_good_rules_have_no_faults() -> None:
    allowed = (Allowed(("Mercy Hospital",), (r"555-01\d\d",)),)
    entities = {E.AGE: OwnEntity(enabled=False), E.NAME: OwnEntity(600)}
    assert kinds(OwnRules((LOCKER,), (WARDS,), allowed, entities)) == []


@pytest.mark.parametrize(
    ("changes", "kind", "key"),
    [
        ({"regex": r"(?<=L)[0-9]{3}"}, Kind.UNCOMPILABLE, ("regex",)),
        ({"regex": r"[0-9]*"}, Kind.MATCHES_NOTHING, ("regex",)),
        ({"regex": r"L[0-9]+"}, Kind.ENDLESS, ("regex",)),
        ({"regex": r".+"}, Kind.MATCHES_ALL, ("regex",)),
        ({"regex": r"[а-я]{3}[0-9]{3}"}, Kind.UNREAD, ("regex",)),
        ({"regex": r"号[0-9]+"}, Kind.UNREAD, ("regex",)),
        ({"cues": Cues(before=("--",))}, Kind.NO_CUE, ("cues",)),
        ({"cues": Cues()}, Kind.NO_CUE, ("cues",)),
        ({"cues": Cues(before=("locker",))}, Kind.EXAMPLE, ("hits", 0)),
        ({"validator": "vin"}, Kind.VALIDATOR, ("hits", 0)),
        ({"hits": ("L123", "nothing")}, Kind.EXAMPLE, ("hits", 1)),
        ({"misses": ("K1", "L777")}, Kind.EXAMPLE, ("misses", 1)),
    ],
)
def test_a_fault_of_a_pattern_names_its_key(changes: dict[str, object], kind: Kind, key: Where) -> None:
    assert of_pattern(**changes) == [(kind, ("pattern", 0, *key))]


@pytest.mark.parametrize(
    ("changes", "kind", "key"),
    [
        ({"words": ()}, Kind.NO_WORD, ()),
        ({"words": ("a", "--")}, Kind.NO_WORD, ("words", 1)),
        ({"words": ("北京医院",)}, Kind.UNREAD, ("words", 0)),
        ({"words": ("a " * 13,)}, Kind.NO_WORD, ("words", 0)),
        ({"hits": ("nowhere",)}, Kind.EXAMPLE, ("hits", 0)),
        ({"misses": ("sunrise ward",)}, Kind.EXAMPLE, ("misses", 0)),
    ],
)
def test_a_fault_of_a_list_names_its_key(changes: dict[str, object], kind: Kind, key: Where) -> None:
    assert of_list(**changes) == [(kind, ("list", 0, *key))]


@pytest.mark.parametrize(
    ("setting", "kind", "key"),
    [(OwnEntity(enabled=False), Kind.SWITCHED_OFF, "entity"), (OwnEntity(600), Kind.BELOW_MINIMUM, "score")],
)
def test_a_rule_whose_kind_never_lets_it_through_is_a_fault(setting: OwnEntity, kind: Kind, key: str) -> None:
    weak = replace(LOCKER, score_permille=599)
    assert kinds(OwnRules((weak,), entities={E.OTHER_ID: setting})) == [(kind, ("pattern", 0, key))]


@pytest.mark.parametrize(
    ("row", "kind", "where"),
    [
        (Allowed(texts=("a", "...")), Kind.NO_WORD, ("allow", "texts", 1)),
        (Allowed(texts=("北京",), entity=E.GEO), Kind.UNREAD, ("allow", "only", "GEO", "texts", 0)),
        (Allowed(patterns=(".*",)), Kind.MATCHES_ALL, ("allow", "patterns", 0)),
        (Allowed(patterns=("Wing [A-Z]+",)), Kind.ENDLESS, ("allow", "patterns", 0)),
        (Allowed(patterns=("(?=a)",)), Kind.UNCOMPILABLE, ("allow", "patterns", 0)),
    ],
)
def test_a_fault_of_an_allowance_names_its_key(row: Allowed, kind: Kind, where: Where) -> None:
    assert kinds(OwnRules(allowed=(row,))) == [(kind, where)]


@pytest.mark.parametrize("entity", sorted(set(E) - {E.DATE, E.AGE, E.OTHER_ID}))
def test_what_no_limited_data_set_may_hold_cannot_be_switched_off(entity: E) -> None:
    off = OwnRules(entities={entity: OwnEntity(enabled=False)})
    assert kinds(off) == [(Kind.NOT_SWITCHABLE, ("entity", entity.value, "enabled"))]


@pytest.mark.parametrize("entity", E)
def test_a_minimum_cannot_switch_the_products_rules_off(entity: E) -> None:
    high = OwnRules(entities={entity: OwnEntity(601)})
    assert kinds(high) == [(Kind.NOT_SWITCHABLE, ("entity", entity.value, "minimum"))]


def test_two_rules_of_one_name_are_a_fault() -> None:
    rules = OwnRules((LOCKER, LOCKER), (replace(WARDS, name="locker"),))
    assert kinds(rules) == [(Kind.DUPLICATE, ("pattern", 1, "name")), (Kind.DUPLICATE, ("list", 0, "name"))]


def first(rules: OwnRules) -> Remark:
    return next(faults(rules))


def test_each_fault_says_why_and_what_to_do_and_quotes_no_example() -> None:
    remark = first(OwnRules((replace(LOCKER, hits=("219-09-9999",)),)))
    assert (remark.level, remark.rule) == (Level.ERROR, "pattern locker")
    assert remark.why == "hit 1 is not found: the regex does not match it"
    assert remark.advice
    assert "219" not in f"{remark}"


def test_a_hit_that_is_read_otherwise_than_written_is_told_so() -> None:
    rule = replace(LOCKER, regex=r"\bMRN_([0-9]{6})\b", hits=("MRN_123456",), misses=())
    assert "as it is read" in first(OwnRules((rule,))).why
