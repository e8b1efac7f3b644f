"""Which of our entities the labels of other people's models are."""

from collections.abc import Mapping, Sequence
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.errors import Misconfigured

MASKED: Final[Mapping[str, E]] = {
    "PERSON": E.NAME,
    "PER": E.NAME,
    "NAME": E.NAME,
    "PATIENT": E.NAME,
    "DOCTOR": E.NAME,
    "STAFF": E.NAME,
    "GPE": E.GEO,
    "LOC": E.GEO,
    "LOCATION": E.GEO,
    "FAC": E.GEO,
    "FACILITY": E.GEO,
    "HOSPITAL": E.GEO,
    "ADDRESS": E.GEO,
    "CITY": E.GEO,
    "ZIP": E.GEO,
    "PHONE": E.PHONE,
    "FAX": E.FAX,
    "EMAIL": E.EMAIL,
    "SSN": E.SSN,
    "MRN": E.MRN,
    "ID": E.OTHER_ID,
}
"""Not among them: dates, which models find without telling years from days; the rules read those."""

# fmt: off
LEFT: Final = frozenset({
    "AGE", "CARDINAL", "DATE", "EVENT", "LANGUAGE", "LAW", "MISC", "MONEY", "NORP", "ORDINAL", "ORG", "PERCENT",
    "PRODUCT", "PROFESSION", "QUANTITY", "TIME", "WORK_OF_ART",
})
# fmt: on
"""Labels of common models that name nothing which identifies by itself, or what the rules find more surely."""


def entities_of(labels: Sequence[str]) -> Mapping[str, E]:
    """For those of a model's labels that are masked. Raises ``Misconfigured`` for a label that is not known."""
    unknown = sorted({label for label in labels if label.upper() not in MASKED and label.upper() not in LEFT})
    if unknown:
        raise Misconfigured(f"detect.model: its labels {', '.join(unknown)} are not known here, so it is not used")
    return {label: MASKED[label.upper()] for label in labels if label.upper() in MASKED}
