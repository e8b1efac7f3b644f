import pytest

from extproc.mask.targets import Target


def length(opening: str, text: str) -> int | None:
    """How many characters of ``text`` the target takes; ``None`` if it never ends."""
    target = Target(opening)
    for count, char in enumerate(text, 1):
        if not target.feed(char):
            return count
    return None


@pytest.mark.parametrize(
    "target",
    [
        ")",
        "x)",
        "x(y)z)",
        r"x\)y)",
        r"\<x)",
        "<x)y>)",
        r"<x\>)y>)",
        "<x\n)y>)",
        ' x "a ) b" )',
        " x 'a ) b' )",
        r'x "a \" ) b")',
        "x (a) )",
        '"a ) b")',
        "x y z)",
        "\n x\n)",
    ],
)
def test_an_inline_target_ends_at_its_own_parenthesis(target: str) -> None:
    for opening in ("](", "url("):
        assert length(opening, target + " text)") == len(target)


@pytest.mark.parametrize("target", ["x\n\n", "x \r\n \t\r\n", "<x\n\n", 'x "\n\n', "\n \n", "x\r\r"])
def test_a_blank_line_ends_any_target(target: str) -> None:
    assert length("](", target + "text")
    assert length("](", target.rstrip()) is None


@pytest.mark.parametrize("target", ["x", "<x)", '"x)', "x(y)", "x\n"])
def test_an_open_target_goes_on(target: str) -> None:
    assert length("](", target + " text") is None


def held(text: str) -> str:
    """Which characters behind ``]:`` belong to the definition."""
    target, out = Target("]:"), ""
    for char in text:
        out += char if target.holds else "."
        if not target.feed(char):
            return out
    return out


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (" x t", " x ."),
        ("\n x\nt", "\n x\n."),
        (" <a b> t", " <a b>.."),
        (" x 'a b' t", " x .a b'.."),
        (' x\n"a\nb" t', ' x\n.a\nb"..'),
        (" x (a) t", " x .a).."),
        (" x) t", " x) ."),
    ],
)
def test_a_definition_holds_its_target_and_a_title(text: str, holds: str) -> None:
    assert held(text) == holds
