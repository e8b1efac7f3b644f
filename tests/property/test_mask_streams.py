"""How text was cut never changes what is masked or restored, and no planted identifier gets out."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extproc.detect.entities import EntityType as E
from extproc.mask.apply import Mint, masked
from extproc.mask.channel import MaskedChannel, whole
from extproc.mask.holdback import HoldBack
from extproc.mask.plan import Operator, Scheme
from extproc.mask.restore import Restorer
from extproc.mask.surrogates import LOOKALIKE, Surrogates, canonical, normalised
from extproc.payload.part import Spot
from tests.support.masking import (
    EVERYTHING,
    KEY,
    SURROGATES,
    chunked,
    find,
    mint,
    through_channel,
    through_restorer,
    through_window,
)

IDENTIFIERS = ("Maria Lopez", "Juan Okafor", "Wei Zhang", "219-09-9999", "m.okafor@example.org", "2024-03-14")
PROSE = ("the ", "ward ", "is calm. ", "She said: ", "(see ", "note) ", "\n", "\n\n", "- ", "患者。 ", f"{'x' * 70} ")
MARKUP = (
    *("](", ")", "[x]: ", "<b>", "<img src='", "'", '"', ">", "`", "https://a.example/?q=", "www.", "url(", "\\", "/"),
    *("<!--", "-->", "<script>", "</script>", "[", "]", "[NAME", "_1]", ".", "@", "\u200b", "\r", "\r\n", "**", "|"),
)
LOOKALIKES = (
    "[NAME_1]",
    "[NAME_2] ",
    "[name 1]",
    r"\[NAME\_1\]",
    "[SSN_1] ",
    "[NAME_9]",
    "**[NAME_1]** ",
    "[NAME_1]'s",
)
ESCAPES = (r"\n", r"\"", r"\\", r"\u003c", r"\u005b", r"\u", "\ue000", "\ue001")

prose = (
    st.lists(st.sampled_from((*PROSE, *(f"{one} " for one in IDENTIFIERS))), max_size=40).map("".join).map(str.rstrip)
)
anything = st.lists(st.sampled_from((*PROSE, *IDENTIFIERS, *MARKUP, *LOOKALIKES, *ESCAPES)), max_size=40).map("".join)
cuts = st.lists(st.integers(1, 40), min_size=1, max_size=8)
moderately = settings(max_examples=150, deadline=None)


def asked() -> Mint:
    made = mint()
    made.write(Operator.SURROGATE, E.NAME, "Aisha Ruiz")
    made.write(Operator.SURROGATE, E.SSN, "078-05-1120")
    return made


def opened() -> MaskedChannel:
    made = asked()
    return MaskedChannel(SURROGATES, made, Restorer(made.surrogates, EVERYTHING, Spot.PROSE))


@moderately
@given(anything, cuts)
def test_a_window_releases_the_same_however_the_text_was_cut(text: str, sizes: list[int]) -> None:
    once = through_window(HoldBack(), [text], mint())
    assert once == through_window(HoldBack(), chunked(text, sizes), mint())
    assert once == through_window(HoldBack(), text, mint())


@moderately
@given(anything, cuts, st.sampled_from([Spot.PROSE, Spot.JSON_PROSE]))
@example("x" * 4096 + "[NAME 1] [NAME_1]", [33], Spot.PROSE)
@example("x" * 4090 + "[NAME of [NAME_1]", [1], Spot.PROSE)
@example("x" * 4090 + "[NAME 1]y[NAME_1] ", [1], Spot.PROSE)
def test_a_restorer_writes_the_same_however_the_text_was_cut(text: str, sizes: list[int], spot: Spot) -> None:
    surrogates = asked().surrogates
    once = through_restorer(Restorer(surrogates, EVERYTHING, spot), [text])
    assert once == through_restorer(Restorer(surrogates, EVERYTHING, spot), chunked(text, sizes))
    assert once == through_restorer(Restorer(surrogates, EVERYTHING, spot), text)


@moderately
@given(anything, cuts)
def test_a_channel_writes_the_same_however_the_text_was_cut(text: str, sizes: list[int]) -> None:
    once = through_channel(opened(), [text])
    assert once == through_channel(opened(), chunked(text, sizes))
    assert once == through_channel(opened(), text)


@moderately
@given(prose, cuts)
def test_no_planted_identifier_is_ever_released(text: str, sizes: list[int]) -> None:
    out = through_channel(opened(), chunked(text, sizes))
    assert not any(word in out for one in IDENTIFIERS for word in one.split())
    assert re.sub(r"\[[A-Z]+(_\d+)?\]", "#", out) == re.sub("|".join(map(re.escape, IDENTIFIERS)), "#", text)


FAMILY = (*IDENTIFIERS, "Juan Lopez", "Lopez", "Juan", "Wei", "Zhang")
notes = st.lists(st.sampled_from((*PROSE, *(f"{one} " for one in FAMILY))), max_size=40).map("".join).map(str.rstrip)


@moderately
@given(notes, cuts, st.booleans())
@example("Maria Lopez is calm. Lopez and Juan Lopez ", [7], True)
def test_masked_then_restored_is_the_original(text: str, sizes: list[int], known: bool) -> None:
    made = mint(text)
    made.surrogates.know(one for one in FAMILY if known and one in text)
    sent = masked(text, find(text), SURROGATES, made).text
    assert not any(word in sent for one in IDENTIFIERS for word in one.split())
    assert through_restorer(Restorer(made.surrogates, EVERYTHING, Spot.PROSE), chunked(sent, sizes)) == text
    channel = MaskedChannel(SURROGATES, made, Restorer(made.surrogates, EVERYTHING, Spot.PROSE))
    assert through_channel(channel, chunked(sent, sizes)) == text
    assert whole(sent, find(sent), SURROGATES, made, Restorer(made.surrogates, EVERYTHING, Spot.PROSE)) == text


few = st.sampled_from([E.NAME, E.SSN])
words = st.text(max_size=6).filter(lambda text: not text.strip().count(" "))


@moderately
@given(st.lists(st.tuples(few, words), max_size=40), anything, st.sampled_from([Scheme.NUMBERED, Scheme.KEYED]))
def test_surrogates_are_equal_for_equal_values_only(values: list[tuple[E, str]], reserved: str, scheme: Scheme) -> None:
    surrogates = Surrogates(scheme, KEY, reserved=[reserved])
    issued = {(entity, normalised(value)): surrogates.issue(entity, value) for entity, value in values}
    assert len(set(issued.values())) == len(issued)
    assert not {canonical(match) for match in LOOKALIKE.finditer(reserved)} & set(issued.values())


@moderately
@given(anything)
def test_what_is_restored_differs_from_the_masked_text_in_surrogates_only(text: str) -> None:
    made = asked()
    out = through_restorer(Restorer(made.surrogates, EVERYTHING, Spot.PROSE), [text])
    parts = [re.escape(part) for part in LOOKALIKE.split(text)[::4]]
    shapes = [f"(?:{re.escape(match[0])}|Aisha Ruiz|078-05-1120)" for match in LOOKALIKE.finditer(text)]
    pattern = "".join(part + shape for part, shape in zip(parts, [*shapes, ""], strict=True))
    assert re.fullmatch(pattern, out)
