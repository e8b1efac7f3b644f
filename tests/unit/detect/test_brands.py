"""Names of persons that makers, shops and figures bear."""

import pytest

from extproc.detect.brands import branded


def is_brand(text: str, name: str) -> bool:
    at = text.index(name)
    return branded(text, at, at + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("eats at Wendy's.", "Wendy"),
        ("ate at wendy's twice", "wendy"),
        ("Mrs. Dash instead of salt", "Dash"),
        ("Aunt Jemima syrup", "Jemima"),
        ("drank Johnnie Walker", "Johnnie Walker"),
        ("a Tommy John surgery", "Tommy John"),
    ],
)
def test_a_brand_is_nobody(text: str, name: str) -> None:
    assert is_brand(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wendy's mother called", "Wendy"),
        ("Wendy called", "Wendy"),
        ("Mrs. Dashwood", "Dashwood"),
        ("Mr. Dash", "Dash"),
        ("Johnnie Walkerson", "Johnnie Walkerson"),
        ("Tommy John called", "Tommy John"),
        ("", ""),
    ],
)
def test_a_person_of_that_name_stays_one(text: str, name: str) -> None:
    assert not is_brand(text, name)
