"""What a costly tagger is shown of a text."""

import pytest

from extproc.detect.fold import fold
from extproc.detect.lexicon import build
from extproc.detect.windows import LONGEST_WORD, SIDE_CHARS, open_windows
from tests.support.words import GAZETTEER

LEXICON = build(GAZETTEER)
PLAIN = "the cough is better and the lungs are clear. "


def shown(text: str, *found: str) -> list[str]:
    spans = [(text.index(one), text.index(one) + len(one)) for one in found]
    return [text[start:end] for start, end in open_windows(text, spans, LEXICON)]


@pytest.mark.parametrize(
    "text",
    [
        "We spoke to Oluwaseun today.",
        "We spoke to OLUWASEUN today.",
        "Meet me at Joaquin Suarez 2906.",
        "at 26 rue des lilas",
        "the code is 75011 there",
        "sent to sw1a 1aa or SW1A 1AA",
        "on 0961 759 6216",
        "hi, oluwaseun",
        "my name is oluwaseun",
        "have you heard nijito asano speak",
    ],
)
def test_what_the_rules_leave_open_is_shown(text: str) -> None:
    assert shown(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        PLAIN,
        "The Patient was given Lisinopril 20 mg and an ECG.",
        "CT and MRI were normal. BP 120/80, temp 98.6, day 3 of 14.",
        "Parkinson disease, seen in Ohio.",
        "nausea, vomiting and dyspnea",
    ],
)
def test_what_is_settled_is_not(text: str) -> None:
    assert shown(text) == []


def test_what_was_found_is_settled() -> None:
    assert shown("We spoke to Oluwaseun today.", "Oluwaseun") == []
    assert shown("We spoke to Oluwaseun Adeyemi today.", "Oluwaseun") == ["We spoke to Oluwaseun Adeyemi today."]


def test_a_window_is_the_sentence_within_bounds() -> None:
    before, behind = PLAIN.capitalize() * 3, PLAIN.capitalize() * 3
    assert shown(f"{before}We spoke to Oluwaseun today. {behind}") == ["We spoke to Oluwaseun today. "]


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "breathing and " * 60 + "Oluwaseun" + " and breathing" * 60
    (window,) = shown(text)
    assert len(window) <= 2 * (SIDE_CHARS + LONGEST_WORD) + len("Oluwaseun")
    assert window.split()[0] in ("breathing", "and")
    assert window.split()[-1] in ("breathing", "and")


def test_windows_that_meet_are_one() -> None:
    assert len(shown("We met Oluwaseun and Adeyemi. They met Nkechinyere.")) <= 2
    assert shown("Oluwaseun met Adeyemi and Nkechinyere") == ["Oluwaseun met Adeyemi and Nkechinyere"]


def test_lines_of_an_address_are_shown_together() -> None:
    text = "Oluwaseun Adeyemi\n14 Ringvej\nKobenhavn\nDenmark"
    assert shown(text) == [text]


@pytest.mark.parametrize(
    "text",
    ["A" * 50_000, "A'" * 25_000, "A-" * 25_000 + "_", "14 " * 20_000, "Dr. " * 10_000, "aaaa " * 10_000, "\x00" * 9],
)
def test_any_text_is_answered_in_order_and_within_its_bounds(text: str) -> None:
    last = 0
    for start, end in open_windows(text, (), LEXICON):
        assert last <= start < end <= len(text)
        last = end


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    """Counted by what is asked of the lexicon: once for each word, at most twice."""

    class Counted(dict[str, int]):
        asked = 0

        def get(self, key: str, default: int = 0) -> int:  # type: ignore[override]
            self.asked += 1
            return super().get(key, default)

    for text in ("Dr. Oluwaseun " * 1000, "asano " * 1000, "A'B'C'D " * 1000):
        lexicon = Counted(LEXICON)
        open_windows(text, (), lexicon)
        assert lexicon.asked <= 8 * 1000


def test_folded_texts_are_what_it_reads() -> None:
    assert shown(fold("Wir trafen Çağdaş Öztürk.").text) == ["Wir trafen Cagdas Ozturk."]
