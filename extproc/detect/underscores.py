"""A label tied to its value by an underscore, ``MRN_00482913``, ``patient_name_Maria_Lopez``, read as ``label:value``.

To every recognizer an underscore is part of a word. Here the one behind a word such as ``MRN`` becomes a colon, if a
value follows, and those before that word and in the value become hyphens: an address of the net that holds them stays
in one piece. A value is four characters that begin with a digit, or a word with a capital. Not covered: values in
capitals or in lower case only.
"""

import re
from typing import Final

from extproc.detect.entities import EntityType

_LABELS: Final = frozenset(
    """
    name surname forename firstname lastname fullname patient member subscriber mrn ssn dob birthdate birthday date
    phone telephone tel mobile cell fax email zip zipcode acct account card iban npi dea license licence passport
    policy insurance chart vin serial device udi id number no
    """.split()  # noqa: SIM905 - a list of literals would be a line a word
) | {entity.rpartition("_")[2].lower() for entity in EntityType}
_LONGEST: Final = max(map(len, _LABELS))
_JOINT: Final = re.compile(r"_(?=[0-9][0-9A-Za-z(./+_-]{3}|[#(+]{1,2}[0-9]{2}|[A-Z][a-z]{2})")
_VALUE: Final = re.compile(r"[A-Za-z0-9._-]*")


def untied(text: str) -> str:
    """An ASCII text as long as ``text``. Linear."""
    if "_" not in text:
        return text
    data: bytearray | None = None
    end = 0
    for joint in _JOINT.finditer(text):
        at = joint.start()
        if at < end or not _labelled(text, at):
            continue
        data = data or bytearray(text, "ascii")
        match = _VALUE.match(text, joint.end())
        end = match.end() if match else joint.end()
        _untie(data, at, end)
    return text if data is None else data.decode("ascii")


def _labelled(text: str, at: int) -> bool:
    """Whether the word before ``at`` is a label."""
    start = at
    while start and at - start <= _LONGEST and text[start - 1].isalpha():
        start -= 1
    return text[start:at].lower() in _LABELS and not (start and text[start - 1].isalnum())


def _untie(data: bytearray, at: int, end: int) -> None:
    before = data.rfind(b"_", max(0, at - _LONGEST - 1), at)
    start = before if before >= 0 and data[before + 1 : at].isalpha() else at
    data[start:end] = data[start:end].replace(b"_", b"-")
    data[at] = ord(":")
