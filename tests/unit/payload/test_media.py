"""What is said of media unopened."""

from array import array
from base64 import b64encode

import pytest

from extproc.payload.media import is_opaque, is_vector, media_type


@pytest.mark.parametrize(
    ("value", "declared", "expected"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", "", "image/png"),
        ("data:image/png;base64,iVBORw0KGgo=", "wav", "image/png"),
        ("data:application/jane-example;base64,AAAA", "", ""),
        ("data:image/png,plain", "", ""),
        ("UklGRg==", "wav", "audio/wav"),
        ("UklGRg==", "mp3", "audio/mpeg"),
        ("UklGRg==", "Jane Example", ""),
        ("https://example.org/a.png", "", ""),
    ],
)
def test_the_type_is_what_is_declared_if_it_is_in_the_list(value: str, declared: str, expected: str) -> None:
    assert media_type(value, declared) == expected


@pytest.mark.parametrize(
    ("value", "opaque"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", True),
        ("A" * 256, True),
        ("A" * 255, False),
        ("A" * 256 + " Jane Example", False),
        ("https://example.org/jane-example.png", False),
        ("data:text/plain,Jane Example", False),
    ],
)
def test_base64_is_no_text_and_an_address_is(value: str, opaque: bool) -> None:
    assert is_opaque(value) is opaque


def base64(numbers: list[float]) -> str:
    return b64encode(array("f", numbers)).decode()


@pytest.mark.parametrize(
    ("value", "vector"),
    [
        (base64([0.0123, -0.5] * 8), True),
        (base64([0.0123] * 15), False),
        (base64([0.0123] * 15 + [1e9]), False),
        (base64([0.0123] * 15 + [-1e9]), False),
        (base64([0.0123] * 15 + [float("nan")]), False),
        (base64([float("nan")] + [0.0123] * 15), False),
        ("JaneExampleOfExamplevilleWasSeenOnTheFourthOfMarchByDoctorSampleOfTheSeventhWardAgain219", False),
        (b64encode(b"Jane Example of Exampleville was seen on the fourth of March, says Dr. Sample").decode(), False),
        ("Jane Example", False),
        ("Zo\u00eb", False),
        ("", False),
    ],
)
def test_a_vector_is_told_from_letters_and_digits_by_its_numbers(value: str, vector: bool) -> None:
    assert is_vector(value) is vector
