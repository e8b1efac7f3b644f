"""The identifiers that the end-to-end tests plant, once. All are synthetic.

Whatever a test sends or a provider answers, these are the only identifiers in it, so that one search can show that none
of them stands in a file of the gate, and that no provider ever read one.
"""

import base64
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

NAME: Final = "Eleanor Whitfield"
MRN: Final = "00771203"
SSN: Final = "219-09-9999"
BORN: Final = "March 3, 1957"
PHONE: Final = "(212) 555-0142"
EMAIL: Final = "e.whitfield@example.org"
ASKED: Final = (NAME, MRN, SSN, BORN, PHONE, EMAIL)
"""What callers send; no provider may read them."""

PROMPT: Final = (
    f"Patient {NAME}, MRN {MRN}, SSN {SSN}, born {BORN}, phone {PHONE}, email {EMAIL}, "
    f"was admitted with chest pain. Please summarise for {NAME}."
)
MASKED: Final = (
    "Patient [NAME_1], MRN [MRN_1], SSN , born [DATE_1], phone [PHONE_1], email [EMAIL_1], "
    "was admitted with chest pain. Please summarise for [NAME_1]."
)
"""The prompt as a provider reads it by the default policy."""
RESTORED: Final = PROMPT.replace(SSN, "")
"""The masked prompt, said back by a provider, as a clinician reads it: what was redacted is gone for good."""

FOREIGN_NAME: Final = "Harold Finchley"
FOREIGN_SSN: Final = "219-09-8888"
ANSWERED: Final = (FOREIGN_NAME, FOREIGN_SSN)
"""What providers say by themselves."""

CLEAN: Final = "What is the usual dose of metoprolol?"
REFUSED: Final = "zebra-quartz-refused"
"""No identifier, but in every request that must be refused: no provider may read it."""

ALL: Final = (*ASKED, *ANSWERED)
_SURNAMES: Final = ("Whitfield", "Finchley")


def forms(text: str) -> Iterator[bytes]:
    """How a text may look in a file: as it is, in a URL, in base64 (which has three, by the place where it begins)."""
    plain = text.encode()
    yield plain.lower()
    yield urllib.parse.quote(text).encode().lower()
    yield urllib.parse.quote_plus(text).encode().lower()
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + plain)
        yield coded[-(-offset * 4 // 3) : len(coded) - 4].lower()  # without what its neighbours share


def found(data: bytes, texts: Iterable[str] = (*ALL, *_SURNAMES)) -> list[str]:
    """Which of the texts stand in ``data``, in any case and form."""
    lower = data.lower()
    return [text for text in texts if any(form in lower for form in forms(text))]


def found_below(place: Path) -> dict[str, list[str]]:
    """The same for every file below ``place``, which is named."""
    files = (path for path in place.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path.relative_to(place)): seen for path in files if (seen := found(path.read_bytes()))}
