"""What is said of media unopened."""

import pytest

from extproc.payload.media import is_opaque, media_type


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
