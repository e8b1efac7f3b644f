from enum import StrEnum
from types import MappingProxyType

import pytest

from extproc.audit.canonical import MAX_BODY_BYTES, Unrecordable, canonical, is_canonical, repaired


class Word(StrEnum):
    ALLOW = "allow"


def test_members_are_sorted_and_nothing_is_spaced() -> None:
    assert canonical({"b": [1, True, None], "a": {"d": "x", "c": ""}}) == b'{"a":{"c":"","d":"x"},"b":[1,true,null]}'


def test_enumerations_tuples_and_mappings_are_spelled_as_what_they_stand_for() -> None:
    assert canonical(MappingProxyType({"v": Word.ALLOW, "t": (1, 2)})) == b'{"t":[1,2],"v":"allow"}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("naïve 🫀", "naïve 🫀"),
        ("\ud800", "\ufffd"),
        ("a\udfffb", "a\ufffdb"),
        ("\ude00\ud83d", "\ufffd\ufffd"),
        ("\ud83d\ude00", "😀"),
    ],
)
def test_a_lone_surrogate_does_not_make_a_record_impossible(text: str, expected: str) -> None:
    assert repaired(text) == expected
    assert canonical({"k": text}) == f'{{"k":"{expected}"}}'.encode()


@pytest.mark.parametrize(
    "body",
    [
        {"k": 1.0},
        {"k": float("nan")},
        {"k": 2**53},
        {"k": -(2**53)},
        {"é": 1},
        {1: 1},
        {"k": b"bytes"},
        {"k": {1, 2}},
        {"k": object()},
        {"k": "x" * MAX_BODY_BYTES},
    ],
)
def test_what_only_a_defect_can_make_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(Unrecordable):
        canonical(body)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [2**53 - 1, -(2**53 - 1), 0])
def test_the_largest_integers_are_taken(number: int) -> None:
    assert canonical({"k": number}) == f'{{"k":{number}}}'.encode()


def test_nesting_has_an_end() -> None:
    body: dict[str, object] = {}
    for _ in range(31):
        body = {"k": body}
    canonical(body)  # type: ignore[arg-type]
    with pytest.raises(Unrecordable):
        canonical({"k": body})  # type: ignore[dict-item]


def test_a_refusal_quotes_nothing() -> None:
    with pytest.raises(Unrecordable) as caught:
        canonical({"Zoë Testpatient": 1})
    assert "Zo" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "value", "expected"),
    [
        (b'{"a":1}', {"a": 1}, True),
        (b'{"a": 1}', {"a": 1}, False),
        (b'{"a":1,"a":1}', {"a": 1}, False),
        (b'{"a":"\\u0041"}', {"a": "A"}, False),
        (b'{"a":9007199254740993}', {"a": 9007199254740993}, False),
    ],
)
def test_one_value_has_one_spelling(line: bytes, value: object, *, expected: bool) -> None:
    assert is_canonical(line, value) is expected
