import pytest

from extproc.detect.entities import EntityType as E
from extproc.mask.holdback import CROWDED, HoldBack
from tests.support.masking import at, chunked, find, mint, through_window

PROSE = "The ward is calm and the night nurse has finished her round of the beds. " * 4


def windows(window: HoldBack) -> list[str]:
    """Every window that is due, each answered with no findings."""
    seen = []
    while (due := window.due()) is not None:
        seen.append(due)
        window.released(())
    return seen


def test_scans_happen_at_multiples_of_the_step_however_much_arrived() -> None:
    window = HoldBack(hold=8, left=4, step=16)
    window.push(PROSE[:100])
    ends = [PROSE.index(due) + len(due) for due in windows(window)]
    assert ends == [16, 32, 48, 64, 80, 96]


def test_nothing_is_due_before_the_next_step_is_full() -> None:
    window = HoldBack(step=16)
    window.push("x" * 15)
    assert window.due() is None
    window.push("x")
    assert window.due() == "x" * 16


def test_nothing_is_due_while_a_window_is_out() -> None:
    window = HoldBack(step=4)
    window.push("12345678")
    assert window.due() == "1234"
    assert window.due() is None
    window.push("9")
    window.finish()
    assert window.due() is None
    window.released(())
    assert window.due() == "12345678"


def test_a_window_shows_what_was_released_before_it_as_context() -> None:
    window = HoldBack(hold=16, left=8, step=16)
    window.push("aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll ")
    assert window.due() == "aaa bbb ccc ddd "
    assert window.scanned((), lambda *_: "") == ""
    assert window.due() == "aaa bbb ccc ddd eee fff ggg hhh "
    assert window.scanned((), lambda *_: "") == "aaa bbb ccc ddd "
    assert window.due() == "ccc ddd eee fff ggg hhh iii jjj kkk lll "


def test_the_last_window_reaches_the_end_and_releases_all() -> None:
    window = HoldBack(step=16)
    window.push("a short text")
    assert window.due() is None
    window.finish()
    assert not window.done
    assert window.due() == "a short text"
    assert window.scanned((), lambda *_: "") == "a short text"
    assert window.done
    assert window.due() is None


def test_an_empty_text_is_done_when_it_is_finished() -> None:
    window = HoldBack()
    window.push("")
    window.finish()
    assert window.due() is None
    assert window.done


def test_a_text_that_fills_its_last_step_gets_one_more_window() -> None:
    window = HoldBack(hold=4, step=16)
    window.push("sixteen letters ")
    window.finish()
    assert windows(window) == ["sixteen letters ", "sixteen letters "]
    assert window.done


def released(text: str, findings: list, hold: int = 4) -> str:
    """What the first scan of a whole text lets go."""
    window = HoldBack(hold=hold, left=8, step=len(text))
    window.push(text)
    assert window.due() == text
    return window.scanned(findings, lambda finding, _: f"<{finding.entity}>")


@pytest.mark.parametrize(
    ("text", "released_text"),
    [
        ("one two six ten", "one two six"),
        ("one two sixteen", "one two "),
        ("one two m.l@example.org ok", "one two "),
        ("one 555-0101 12", "one "),
        ("one O'Brien,now", "one O'Brien"),
        ("one Jose\u0301 no", "one "),
        ("one two, [NAM", "one two, "),
        ("one two \\[NAME 1", "one two "),
        ("one [1] two six", "one [1] two"),
        ("one [a note that is far too long to be one of them", "one [a note that is far too long to be one of "),
        ("one two, [NAME_1_", "one two, "),
        ("one two \\[HEALTH\\_PLAN\\_123456789\\_12", "one two "),
        (r"one two \u0032\u0031", "one two "),
        (r"one two \nMaria", "one two "),
        (r"one two 21\u002d", "one two "),
        (r"one two \" xy", "one two "),
        (r"one two \" xyz", r"one two \""),
        ("患者今天很好。他在家里", "患者今天很好。"),
        ("one  two  ", "one  "),
    ],
)
def test_a_cut_divides_no_token_and_no_beginning_of_a_surrogate(text: str, released_text: str) -> None:
    assert released(text, []) == released_text


@pytest.mark.parametrize(
    ("start", "end", "released_text"),
    [
        (4, 7, "one <NAME> six"),
        (8, 11, "one two "),  # ends where the cut would be
        (8, 13, "one two "),  # spans it
        (12, 15, "one two six"),  # begins behind it
    ],
)
def test_a_cut_divides_no_finding_and_does_not_touch_one(start: int, end: int, released_text: str) -> None:
    assert released("one two six ten", [at(E.NAME, start, end)], hold=4) == released_text


def test_a_finding_just_before_the_cut_stays_too() -> None:
    assert released("one Maria Lopez", [at(E.NAME, 4, 9)], hold=5) == "one "
    assert released("one Maria of Lopez", [at(E.NAME, 4, 9)], hold=5) == "one <NAME> of "


def test_findings_that_adjoin_each_other_are_held_together() -> None:
    assert released("one two six ten", [at(E.NAME, 4, 7), at(E.MRN, 8, 11)]) == "one "


def test_a_finding_seen_again_in_released_text_is_not_written_again() -> None:
    window = HoldBack(hold=4, left=32, step=16)
    written = []
    window.push("Hello Maria, how are you today, my dear")
    out = ""
    while (due := window.due()) is not None:
        out += window.scanned(find(due), lambda finding, value: written.append(value) or "[NAME_1]")
    assert written == ["Maria"]
    assert out.startswith("Hello [NAME_1], how")


def test_a_finding_that_begins_in_released_text_shows_its_type_for_the_rest_only() -> None:
    window = HoldBack(hold=0, left=16, step=8)
    window.push("one two six ten ")
    assert window.due() == "one two "
    assert window.scanned((), lambda *_: "?") == "one two "
    assert window.due() == "one two six ten "
    assert window.scanned([at(E.NAME, 4, 11)], lambda *_: "?") == "[NAME] ten "


def test_a_token_is_held_until_it_ends_however_long_it_is() -> None:
    window = HoldBack(hold=4, left=4, step=16)
    window.push("id " + "7" * 5000)
    assert "".join(window.scanned((), lambda *_: "") for _ in iter(window.due, None)) == "id "
    window.push(" " + "end " * 2000)
    assert "".join(window.scanned((), lambda *_: "") for _ in iter(window.due, None)).startswith("7" * 5000)


def test_scans_get_rarer_while_much_is_held_and_stay_at_multiples_of_the_step() -> None:
    window = HoldBack(hold=16, left=16, step=16)
    window.push("7" * 100_000)
    sizes = [len(due) for due in windows(window)]
    assert all(size % 16 == 0 for size in sizes)
    assert len(sizes) < CROWDED // 16 + 30


def test_what_came_and_was_not_released_is_counted_as_held() -> None:
    window = HoldBack(hold=4, left=8, step=16)
    window.push("one two six ten ")
    window.push("and")
    assert window.held == 19
    assert window.due() == "one two six ten "
    assert window.scanned((), lambda *_: "") == "one two six "
    assert window.held == 7
    window.finish()
    assert windows(window)
    assert window.held == 0


def test_a_long_text_does_not_stay_in_memory() -> None:
    window = HoldBack()
    for chunk in chunked(PROSE * 200, [700]):
        window.push(chunk)
        windows(window)
    assert len(window._text) < 20_000


def test_equal_values_have_equal_surrogates_in_every_window() -> None:
    text = PROSE.join(["Maria Lopez ", "Juan Okafor ", "MARIA LOPEZ ", "Maria Lopez's "])
    out = through_window(HoldBack(), [text.replace("MARIA LOPEZ", "Maria Lopez")], mint())
    assert [out.count(one) for one in ("[NAME_1]", "[NAME_2]", "[NAME_3]")] == [3, 1, 0]


def test_the_order_of_calls_is_checked() -> None:
    window = HoldBack()
    with pytest.raises(AssertionError):
        window.released(())
    window.finish()
    with pytest.raises(AssertionError):
        window.push("late")
    with pytest.raises(AssertionError):
        HoldBack(step=0)
