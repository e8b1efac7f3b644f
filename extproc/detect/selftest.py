"""Planted identifiers, one text a class: whether a detector finds at start-up what it must never miss.

All are synthetic: numbers of ranges never issued, names of nobody. This tells a broken build or an empty word list
from a working one; how well a detector finds real text is measured elsewhere.
"""

from collections.abc import Sequence
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Detector, Finding, Passage
from extproc.sealed import Sealed

PLANTED: Final[tuple[tuple[E, str, str], ...]] = (
    (E.NAME, "The patient, Martha Collins, was seen by the team.", "Martha Collins"),
    (E.GEO, "She lives at 42 Example Street, Springfield, IL 62704.", "42 Example Street, Springfield, IL 62704"),
    (E.DATE, "Admitted on March 3, 2021 with chest pain.", "March 3, 2021"),
    (E.AGE, "This 93-year-old man was admitted.", "93"),
    (E.PHONE, "Call her at (555) 555-0142 tomorrow.", "(555) 555-0142"),
    (E.FAX, "Results were sent by fax: 555-555-0143.", "555-555-0143"),
    (E.EMAIL, "Her address is m.collins@example.org for now.", "m.collins@example.org"),
    (E.SSN, "SSN: 219-09-9999, verified.", "219-09-9999"),
    (E.MRN, "MRN: 00482913, ward 4.", "00482913"),
    (E.HEALTH_PLAN, "Insurance ID: XQ-000123 on file.", "XQ-000123"),
    (E.ACCOUNT, "Account number: 000123456 is overdue.", "000123456"),
    (E.LICENSE, "Driver's license number D000-1234 was copied.", "D000-1234"),
    (E.VEHICLE, "The car, VIN 1M8GDM9AXKP042788, was towed.", "1M8GDM9AXKP042788"),
    (E.DEVICE, "Pacemaker serial number PX000123 was replaced.", "PX000123"),
    (E.URL, "See https://portal.example.org/p/000123 for the chart.", "https://portal.example.org/p/000123"),
    (E.IP, "Logged in from 192.0.2.17 last night.", "192.0.2.17"),
    (E.BIOMETRIC, "Fingerprint ID FP-000123 was enrolled.", "FP-000123"),
    (E.PHOTO, "Photo on file: face_000123.jpg in the chart.", "face_000123.jpg"),
    (E.OTHER_ID, "Accession number A-000123 is pending.", "A-000123"),
)


PASSAGES: Final = tuple(Passage(Sealed(text)) for _, text, _ in PLANTED)
"""The texts, as a document of their own."""


def planted(detector: Detector) -> tuple[E, ...]:
    """Classes whose planted identifier was not found whole and under its own name; empty when all is well."""
    return missed_in(detector.find(PASSAGES))


def missed_in(found: Sequence[Sequence[Finding]]) -> tuple[E, ...]:
    """The same of what was found in :data:`PASSAGES`."""
    return tuple(
        entity
        for (entity, text, value), findings in zip(PLANTED, found, strict=True)
        if not any(
            f.entity is entity and f.span.start <= text.index(value) and f.span.end >= text.index(value) + len(value)
            for f in findings
        )
    )
