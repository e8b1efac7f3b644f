import pytest

from extproc.mask.escapes import FILL, STRANGE, json_shadow, plain_shadow
from extproc.mask.urls import HOLE


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain", "plain"),
        (r"a\nb", "a\nb"),
        (r"\"x\"", '"x"'),
        (r"\\n", r"\n"),
        (r"\u003cb\u003E", "<b>"),
        (r"\/\/", "//"),
        (r"\x", r"\x"),
        (r"\uZZ", r"\uZZ"),
    ],
)
def test_a_shadow_shows_what_stands_behind_the_escapes_place_for_place(raw: str, shown: str) -> None:
    shadow = json_shadow(raw)
    assert len(shadow) == len(raw)
    assert shadow.replace(FILL, "") == shown


@pytest.mark.parametrize("tail", ["\\", "\\u", "\\u00", "\\u003"])
def test_an_unfinished_escape_waits(tail: str) -> None:
    assert json_shadow("ab" + tail) == "ab"


def test_characters_that_mean_something_here_are_shown_as_strange() -> None:
    assert plain_shadow(f"a{HOLE}{FILL}") == f"a{STRANGE}{STRANGE}"
    assert json_shadow(r"\ue000").replace(FILL, "") == STRANGE
