"""Own rules over any text: total, and never a hole wider than what is allowed."""

from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Passage
from extproc.detect.fold import fold
from extproc.detect.own.allowances import Allowances, Allowed
from extproc.detect.own.organisation import Cues, Organisation, OwnList, OwnPattern, OwnRules
from extproc.detect.own.validators import VALIDATORS
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.rules import Rules
from extproc.sealed import Sealed
from tests.support.words import GAZETTEER, small_engine

OWN = Organisation(
    OwnRules(
        patterns=(OwnPattern("any", E.OTHER_ID, r"Q[^z]{1,9}z", 700, None, Cues(("badge",), ("end",), 9)),),
        lists=(OwnList("wards", E.GEO, ("Sunrise Ward", "ward"), 700),),
        allowed=(Allowed(("Mercy Hospital", "555-555-0142"), (r"L[0-9]{3}",)), Allowed(("Hope",), (), E.GEO)),
    )
)
ENGINE = Engine(Rules(GAZETTEER, OWN.recognizers), own=OWN)
ALLOWED = ("Mercy Hospital", "555-555-0142", "L123")

words = st.sampled_from(
    (
        *ALLOWED,
        "Sunrise",
        "ward",
        "Hope",
        "Q1z",
        "badge",
        "Dr.",
        "Martha Collins",
        "MRN:",
        "555-555-0143",
        "\x00",
        "[NAME_1]",
    )
)
texts = st.lists(st.one_of(words, st.text(max_size=6), st.sampled_from(" ,-\n")), max_size=30).map("".join)


@given(st.text())
def test_validators_answer_any_text(text: str) -> None:
    assert all(type(valid(text)) is bool for valid in VALIDATORS.values())


@given(texts)
def test_own_rules_answer_any_text_in_order_and_without_overlap(text: str) -> None:
    end = 0
    for finding in ENGINE.find([Passage(Sealed(text))])[0]:
        assert end <= finding.span.start < finding.span.end <= len(text)
        end = finding.span.end


@given(texts, st.integers(0, 60), st.integers(1, 30))
def test_what_is_withdrawn_lies_whole_within_an_allowed_text(text: str, start: int, length: int) -> None:
    folded = fold(text).text
    end = min(start + length, len(folded))
    if start >= end:
        return
    row = Allowed(ALLOWED)
    if Candidate(start, end, E.NAME, Tier.SHAPED, "x") in Allowances([row]).withdrawn(folded):
        letters = [char for char in folded[start:end].lower() if char.isalnum()]
        allowed = [[char for char in one.lower() if char.isalnum()] for one in ALLOWED]
        assert any("".join(letters) in "".join(one) for one in allowed)


@given(texts)
def test_letters_that_no_allowed_text_holds_stay_found(text: str) -> None:
    """What the product finds far from every allowed text, it finds with own rules too."""
    if any(word.lower() in fold(text).text.lower() for word in ("mercy", "hospital", "555", "hope", "l1")):
        return
    product = {i for f in small_engine().find([Passage(Sealed(text))])[0] for i in range(f.span.start, f.span.end)}
    own = {i for f in ENGINE.find([Passage(Sealed(text))])[0] for i in range(f.span.start, f.span.end)}
    assert {i for i in product - own if text[i].isalnum()} == set()
