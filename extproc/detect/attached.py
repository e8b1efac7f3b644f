"""Texts that structures carry in another form, in base64 or cut by tags, read beside the passages that hold them.

Such a text is a passage of its own, so that names in it are found elsewhere and the other way round. What is found in
it makes the whole of its base64 one finding: nobody can mask a part of it and leave the rest readable. What is found in
a text that tags cut is looked for again where it stands, as everywhere.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Passage
from extproc.detect.structures.marks import Blob, Marks

_GRAVEST: Final = (
    *(E.SSN, E.BIOMETRIC, E.PHOTO, E.MRN, E.HEALTH_PLAN, E.ACCOUNT, E.LICENSE, E.NAME, E.PHONE, E.FAX, E.EMAIL),
    *(E.DEVICE, E.VEHICLE, E.IP, E.URL, E.OTHER_ID, E.GEO, E.AGE, E.DATE),
)
"""Of several kinds in one text, the first of these names the whole."""


class Attached:
    """The texts attached to passages, each text once."""

    def __init__(self, marks: Sequence[Marks]) -> None:
        self.first: Final = len(marks)
        """How many passages stand before those of the attached texts."""
        self._where: Final = [
            (place, blob, blob.text) for place, of_one in enumerate(marks) for blob in of_one.blobs if blob.text
        ]
        texts = chain((text for _, _, text in self._where), *(of_one.joined for of_one in marks))
        self._index: Final = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        self.passages: Final = tuple(Passage(text) for text in self._index)

    def findings(self, found: Sequence[Sequence[Finding]]) -> Iterator[tuple[int, Blob, E | None]]:
        """Per base64: in which passage it stands, and the gravest kind ``found`` in its text, if any."""
        kinds = [{finding.entity for finding in of_one} for of_one in found]
        for place, blob, text in self._where:
            of_one = kinds[self._index[text]]
            yield place, blob, next((entity for entity in _GRAVEST if entity in of_one), None)
