# ruff: noqa: SIM905 - a list of literals would be a line a word
"""C-CDA's elements that identify, by their names without prefix; FHIR's XML shares most of them."""

from collections.abc import Mapping
from typing import Final

from extproc.detect.entities import EntityType as E

TEXTS: Final[Mapping[str, E]] = {
    **dict.fromkeys("given family suffix".split(), E.NAME),
    **dict.fromkeys(
        """
        addr streetAddressLine streetName streetNameBase houseNumber houseNumberNumeric unitID additionalLocator city
        county precinct postalCode postBox censusTract deliveryAddressLine deliveryInstallationArea direction line
        district
        """.split(),
        E.GEO,
    ),
    **dict.fromkeys("lotNumberText serialNumber".split(), E.DEVICE),
    "birthDate": E.DATE,
    "deceasedDateTime": E.DATE,
}

STATES: Final = frozenset(("addr", "address", "valueAddress"))
"""A ``state`` in one of these is part of an address."""

PEOPLE: Final = frozenset(
    """
    patient guardianPerson assignedPerson associatedPerson informationRecipient relatedPerson subject person
    maintainingPerson specimenPlayingEntity relatedSubject dataEntererPerson subjectPerson recipient
    """.split()
)
"""Whose ``name`` is a person's."""

PLACES: Final = frozenset(
    """
    representedOrganization providerOrganization representedCustodianOrganization scopingOrganization scopingEntity
    receivedOrganization serviceProviderOrganization healthCareFacility location place asOrganizationPartOf
    wholeOrganization guardianOrganization receivedOrganization assignedCustodian Organization Location
    """.split()
)
"""Whose ``name`` is that of a place of care. A maker of drugs or software is none."""

TIMES: Final = frozenset(
    """
    birthTime deceasedTime effectiveTime time low high center signatureTime availabilityTime activityTime issuedTime
    existenceTime expirationTime value event
    """.split()
)
"""Elements whose ``value`` is a time when it reads as one and has no unit."""

IDENTIFIED: Final = frozenset(("id", "setId"))
NAMESPACES: Final = frozenset("codeSystem codeSystemName codeSystemVersion schemaLocation valueSet".split())
DECLARED: Final = frozenset(("templateId", "typeId", "realmCode"))
"""All of whose attributes are constants of the standard."""
