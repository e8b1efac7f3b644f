"""Own rules that change nothing."""

from dataclasses import replace

from extproc.detect.entities import EntityType as E
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.faults import Level, Remark, Where
from extproc.detect.own.organisation import OwnList, OwnPattern, OwnRule, OwnRules
from extproc.detect.own.shadows import remarks
from extproc.detect.rules import Rules
from tests.support.words import GAZETTEER

LOCKER = OwnPattern("locker", E.OTHER_ID, r"\bL[0-9]{3}\b", 700, hits=("in L123",))


def shadows(rules: OwnRules) -> list[Remark]:
    placed: list[tuple[Where, OwnRule]] = [(("pattern", i), rule) for i, rule in enumerate(rules.patterns)]
    placed += [(("list", i), own) for i, own in enumerate(rules.lists)]
    return list(remarks(placed, rules, GAZETTEER, Rules(GAZETTEER)))


def test_a_rule_that_finds_what_nothing_else_does_is_in_the_light() -> None:
    assert shadows(OwnRules((LOCKER,))) == []


def test_a_rule_for_what_the_product_finds_is_named_with_the_products_rule() -> None:
    rule = OwnPattern("ours", E.SSN, r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b", 700, hits=("219-09-9999",))
    (remark,) = shadows(OwnRules((rule,)))
    assert (remark.level, remark.where) == (Level.ERROR, ("pattern", 0))
    assert "rule ssn_dashed already finds its hits as SSN" in remark.why


def test_one_hit_that_only_it_finds_is_enough() -> None:
    rule = OwnPattern("ours", E.SSN, r"\b[0-9]{3}[-/][0-9]{2}[-/][0-9]{4}\b", 700, hits=("219-09-9999", "219/09/9999"))
    assert shadows(OwnRules((rule,))) == []


def test_a_rule_whose_hits_another_takes_for_something_else_has_to_score_more() -> None:
    rule = OwnPattern("ours", E.MRN, r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b", 700, hits=("219-09-9999",))
    (remark,) = shadows(OwnRules((rule,)))
    assert "takes its hits for SSN" in remark.why
    assert "raise its score" in remark.advice
    assert shadows(OwnRules((replace(rule, score_permille=950),))) == []


def test_of_two_own_rules_for_one_thing_the_later_is_shadowed() -> None:
    wider = OwnPattern("wider", E.OTHER_ID, r"\b[LK][0-9]{3}\b", 700, hits=("L123",))
    (remark,) = shadows(OwnRules((LOCKER, wider)))
    assert (remark.rule, remark.why) == ("pattern wider", "it changes nothing: pattern locker already finds its hits")


def test_a_rule_whose_hits_are_allowed_is_told_so() -> None:
    (remark,) = shadows(OwnRules((LOCKER,), allowed=(Allowed(texts=("L123",)),)))
    assert "[allow] withdraws its hits" in remark.why


def test_a_list_without_hits_is_only_warned_of() -> None:
    words = OwnList("cities", E.GEO, ("Seattle",), 600)
    assert [remark.level for remark in shadows(OwnRules(lists=(words,)))] == [Level.WARNING]
    assert shadows(OwnRules(lists=(replace(words, words=("Seattle", "Sunrise Ward")),))) == []
