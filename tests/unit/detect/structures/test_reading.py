from base64 import b64encode

import pytest

from extproc.detect.finding import Passage
from extproc.detect.structures import reading
from extproc.detect.structures.marks import NONE
from extproc.sealed import Sealed

BASE64 = b64encode(b"Seen today: Mary Johnson, MRN: 00482913, for her knees " * 5).decode()


def read(*texts: str) -> list[bool]:
    """Whether each text says something by its structure."""
    return [marks is not NONE for marks in reading.read([Passage(Sealed(text)) for text in texts])]


@pytest.mark.parametrize(
    "text",
    [
        '{"ssn"',
        '["219-09-9999"]',
        "<b/>",
        "Date of birth: 1/2/1980",
        "DOB=1/2/1980",
        "|DOB|1/2/1980|",
        "name,dob\r219,1/2/1980",
        "name,dob\n219,1/2/1980",
        f"^Base64^{BASE64[:40]}",
        "MSH#!~$&#LAB",
        BASE64,
    ],
)
def test_one_sign_of_a_structure_is_enough_to_read_it(text: str) -> None:
    assert read(text) == [True]


@pytest.mark.parametrize(
    "text", ["", "The patient is doing well today.", "Seen by Dr. Example on May 3, 2021; stable (90%).", "x" * 59]
)
def test_prose_has_no_structure(text: str) -> None:
    assert read(text) == [False]


def test_a_structure_in_one_passage_leaves_the_others_as_they_are() -> None:
    assert read("doing well", "DOB: 1/2/1980", "no change") == [False, True, False]
