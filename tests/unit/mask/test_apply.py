import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Span
from extproc.mask.apply import Edit, beside_surrogates, blocked, masked, pieces
from extproc.mask.plan import Operator, Plan, Scheme
from tests.support.masking import SURROGATES, at, find, mint
from tests.unit.mask.steps import steps


def test_findings_are_replaced_and_the_rest_is_kept() -> None:
    text = "Maria Lopez, SSN 219-09-9999, seen 2024-03-14."
    plan = Plan(Operator.SURROGATE, {E.DATE: Operator.GENERALIZE, E.SSN: Operator.REDACT})
    done = masked(text, find(text), plan, mint())
    assert done.text == "[NAME_1], SSN , seen 2024."
    assert done.edits == (
        Edit(Span(0, 11), E.NAME, Operator.SURROGATE, 8),
        Edit(Span(17, 28), E.SSN, Operator.REDACT, 0),
        Edit(Span(35, 45), E.DATE, Operator.GENERALIZE, 4),
    )


def test_what_the_plan_keeps_is_no_edit() -> None:
    done = masked("Maria", find("Maria"), Plan(Operator.KEEP), mint())
    assert (done.text, done.edits) == ("Maria", ())


def test_a_text_without_findings_is_itself() -> None:
    assert masked("no one", (), SURROGATES, mint()).text == "no one"
    assert masked("", (), SURROGATES, mint()).text == ""


def test_findings_may_adjoin() -> None:
    assert masked("ab", [at(E.NAME, 0, 1), at(E.MRN, 1, 2)], SURROGATES, mint()).text == "[NAME_1][MRN_1]"


@pytest.mark.parametrize(
    "findings", [[at(E.NAME, 0, 2), at(E.MRN, 1, 3)], [at(E.NAME, 2, 3), at(E.MRN, 0, 1)], [at(E.NAME, 2, 5)]]
)
def test_findings_that_overlap_or_reach_beyond_the_text_are_a_bug(findings: list) -> None:
    with pytest.raises(AssertionError):
        masked("abcd", findings, SURROGATES, mint())


def test_a_blocked_finding_is_never_masked() -> None:
    with pytest.raises(AssertionError):
        masked("Maria", find("Maria"), Plan(Operator.BLOCK), mint())


def test_blocked_names_the_entities_that_refuse_the_exchange() -> None:
    plan = Plan(Operator.SURROGATE, {E.SSN: Operator.BLOCK, E.MRN: Operator.BLOCK})
    assert blocked(find("Maria 219-09-9999"), plan) == {E.SSN}
    assert blocked(find("Maria"), plan) == frozenset()


def test_masked_text_does_not_print() -> None:
    assert "patient" not in repr(masked("the patient", (), SURROGATES, mint()))
    assert "patient" not in repr(list(pieces("the patient", ())))


def test_embeddings_get_tags() -> None:
    assert (
        masked("Maria and Juan", find("Maria and Juan"), SURROGATES, mint(scheme=Scheme.TAG)).text
        == "[NAME] and [NAME]"
    )


def test_findings_within_the_requests_surrogates_are_dropped() -> None:
    ours = mint()
    ours.write(Operator.SURROGATE, E.NAME, "Maria")
    text = "[NAME_1] [NAME_2]"
    within, around, foreign = at(E.OTHER_ID, 1, 7), at(E.OTHER_ID, 0, 9), at(E.OTHER_ID, 10, 16)
    assert beside_surrogates(text, [within, foreign], ours.surrogates) == (foreign,)
    assert beside_surrogates(text, [around], ours.surrogates) == (around,)


def test_twice_the_findings_and_surrogates_are_twice_the_work() -> None:
    ours = mint()
    ours.write(Operator.SURROGATE, E.NAME, "Maria")

    def work(count: int) -> int:
        text = "[NAME_1] 000 " * count
        found = [at(E.MRN, 13 * n + 9, 13 * n + 12) for n in range(count)]
        return steps(lambda: beside_surrogates(text, found, ours.surrogates))

    assert work(200) < 2.1 * work(100)
