"""What the embedded engine is given has one spelling for each text and each number."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extproc.adapters.rego_term import term

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_it_says_the_same_as_any_json(value: object) -> None:
    assert json.loads(term(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("é", '"é"'),
        ("\U0001f600", '"\U0001f600"'),
        ("\ud83d", '"�"'),
        ("\ud83d\ude00", '"\U0001f600"'),
        ("\x01", '"\\u0001"'),
        ('"\\', '"\\"\\\\"'),
        (1.0, "1"),
        (-0.0, "0"),
        (1.5, "1.5"),
        ([{"é": (2.0, True)}], '[{"é": [2, true]}]'),
    ],
)
def test_each_has_one_spelling(value: object, text: str) -> None:
    assert term(value) == text
