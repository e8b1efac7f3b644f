"""The further identifiers behind one label."""

import pytest

from extproc.detect.series import further


def behind(first: str, text: str) -> list[str]:
    start = text.index(first)
    return [text[a:b] for a, b in further(text, start, start + len(first))]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("123456, 234567 and 345678", ["234567", "345678"]),
        ("123456; 234567", ["234567"]),
        ("123456/234567", ["234567"]),
        ("123456 & 234567 or 345678.", ["234567", "345678"]),
        ("A24-123, A24-124", ["A24-124"]),
        ("#123, and #124", ["#124"]),
        ("123456, 34567", ["34567"]),
    ],
)
def test_what_looks_like_the_first_is_another(text: str, others: list[str]) -> None:
    assert behind(text.split(",")[0].split(";")[0].split("/")[0].split(" ")[0], text) == others


@pytest.mark.parametrize(
    "text", ["123456, 120/80", "123456 and 45 others", "123456, B234567", "123456 234567", "123456."]
)
def test_what_looks_different_or_stands_apart_is_none(text: str) -> None:
    assert behind("123456", text) == []


def test_a_series_ends_at_twenty() -> None:
    assert len(behind("1001", ", ".join(str(1001 + n) for n in range(100)))) == 20
