"""Transcripts where their records say that they lie: looked at without opening, and opened with a reader's key."""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from pyrage import x25519

from extproc.adapters import age
from extproc.adapters.trail_reader import of_exchange
from extproc.audit.chain import Record
from extproc.audit.reference import NotAReference, Reference, reference_in
from extproc.audit.transcript import NotATranscript, Opened, read

CUT: Final = "cut"
"""No digest: the file ends before the transcript does."""
STEP_BYTES: Final = 2**20


class Unreadable(Exception):
    """The sentence says why, and quotes nothing."""


def digest_of(root: Path, chain: str, reference: Reference) -> str | None:
    """SHA-256 of what lies there, or ``CUT``; ``None`` where the file is missing. Raises ``OSError``."""
    try:
        file = (root / chain / reference.file).open("rb")
    except FileNotFoundError:
        return None
    digest, left = sha256(), reference.size
    with file:
        if not _reaches(file, reference):
            return CUT
        file.seek(reference.offset)
        while left and (data := file.read(min(left, STEP_BYTES))):
            digest.update(data)
            left -= len(data)
    return CUT if left else digest.hexdigest()


def transcripts_of(root: Path, name: str) -> Iterator[tuple[Record, Reference]]:
    """Of the exchange, decision or request ``name``, in the order of its records. Raises ``Unreadable``."""
    for record in of_exchange(root, name):
        try:
            reference = reference_in(record.body)
        except NotAReference:
            raise Unreadable("the record names its transcript in a form that no gate writes") from None
        if reference is not None:
            yield record, reference


def sealed(root: Path, record: Record, reference: Reference) -> bytes:
    """The age file, which is the one that the record names. Raises ``Unreadable``, ``OSError``."""
    try:
        with (root / record.chain / reference.file).open("rb") as file:
            if not _reaches(file, reference):
                raise Unreadable(f"{record.chain}/{reference.file} ends before what the record names: it was cut")
            file.seek(reference.offset)
            data = file.read(reference.size)
    except FileNotFoundError:
        raise Unreadable(f"{record.chain}/{reference.file} is not there") from None
    if sha256(data).hexdigest() != reference.sha256:
        raise Unreadable(f"what lies in {record.chain}/{reference.file} is not what the record names: it was changed")
    return data


def opened(root: Path, record: Record, reference: Reference, identities: Sequence[x25519.Identity]) -> Opened:
    """What was sealed, which is what the record commits to. Raises ``Unreadable``, ``OSError``."""
    try:
        transcript = read(age.opened(sealed(root, record, reference), identities))
        transcript.check(record.exchange, record.event.value, reference)
    except age.NotOpened:
        raise Unreadable(f"the identity does not open it; it is sealed to {', '.join(reference.recipients)}") from None
    except NotATranscript as error:
        raise Unreadable(f"what is sealed is no transcript of its record: {error}") from None
    return transcript


def _reaches(file: BinaryIO, reference: Reference) -> bool:
    """Looked at first: a forged reference could name more than a memory holds, or a place where no file can end."""
    return reference.offset + reference.size <= os.fstat(file.fileno()).st_size
