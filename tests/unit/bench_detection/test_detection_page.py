"""Tables as markdown, and the page they are written into."""

import pytest

from bench.detection.page import BEGIN, END, PAGE, replaced
from bench.detection.scoring import Share
from bench.detection.tables import Table, percent, with_interval

TABLE = Table("Found", ("texts", "whole"), ("A note.",), rows=[("a|b", "1")])


def test_only_what_stands_between_the_comments_is_written_anew() -> None:
    page = replaced(f"before\n{BEGIN}\nold\n{END}\nafter\n", [TABLE], ["On a day."])
    assert page.startswith(f"before\n{BEGIN}\n\nOn a day.\n")
    assert page.endswith(f"A note.\n{END}\nafter\n")
    assert "old" not in page
    assert replaced(page, [TABLE], ["On a day."]) == page


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{END}{BEGIN}{END}"])
def test_a_page_without_both_comments_once_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="comments"):
        replaced(text, [TABLE], [])


def test_the_page_of_this_project_can_be_written() -> None:
    assert replaced(PAGE.read_text("utf-8"), [TABLE], [])


def test_a_table_is_markdown_with_numbers_to_the_right() -> None:
    lines = list(TABLE.markdown())
    assert lines[:5] == ["### Found", "", "| texts | whole |", "| --- | --: |", r"| a\|b | 1 |"]


def test_100_percent_is_said_only_of_all() -> None:
    assert (percent(Share(9999, 10000)), percent(Share(10000, 10000))) == ("99.9 %", "100.0 %")


def test_shares_are_said_in_percent_and_nothing_by_a_dash() -> None:
    assert (percent(Share(1, 3)), percent(Share(0, 0))) == ("33.3 %", "–")
    assert with_interval(Share(81, 100)) == "81.0 % (72.2–87.5)"
