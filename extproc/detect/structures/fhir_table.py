# ruff: noqa: SIM905 - a list of literals would be a line a word
"""FHIR R4's elements that identify, by name or by resource and name. Data types are read in ``fhir_types``."""

from collections.abc import Mapping
from typing import Final

from extproc.detect.entities import EntityType as E

PEOPLE: Final = frozenset("Patient Practitioner RelatedPerson Person PractitionerRole".split())
"""A resource that is one person: its ``name`` and a reference's display is a person's."""

PLACES: Final = frozenset("Organization Location HealthcareService Endpoint InsurancePlan".split())

PERSON_LINKS: Final = frozenset(
    """
    subject patient beneficiary individual performer author recorder asserter requester practitioner enterer who
    collector actor sender recipient generalPractitioner player attester reporter informationSource authorReference
    participant responsible interpreter resultsInterpreter orderer dispenser onBehalfOf policyHolder subscriber party
    attester guarantor supervisor receiver source individualReference subjectReference
    performerReference member
    """.split()
)
"""References whose display names a person, when the reference itself does not say what it points to."""

PLACE_LINKS: Final = frozenset(
    """
    location serviceProvider managingOrganization organization custodian facility origin destination assigner
    authorOrganization healthcareService performingOrganization locationReference partOf hospital birthLocation
    """.split()
)

ELEMENTS: Final[Mapping[str, E]] = {
    **dict.fromkeys("family given authorString recordedBy".split(), E.NAME),
    "Organization.name": E.GEO,
    "Organization.alias": E.GEO,
    "Location.name": E.GEO,
    "Location.alias": E.GEO,
    "HealthcareService.name": E.GEO,
    "Person.name": E.NAME,
    "AuditEvent.name": E.NAME,
    "AuditEvent.altId": E.OTHER_ID,
    "AuditEvent.address": E.IP,
    "Patient.birthDate": E.DATE,
    "Person.birthDate": E.DATE,
    "RelatedPerson.birthDate": E.DATE,
    "Practitioner.birthDate": E.DATE,
    "Coverage.subscriberId": E.HEALTH_PLAN,
    "Coverage.dependent": E.HEALTH_PLAN,
    "Claim.preAuthRef": E.HEALTH_PLAN,
    "ClaimResponse.preAuthRef": E.HEALTH_PLAN,
    "ExplanationOfBenefit.preAuthRef": E.HEALTH_PLAN,
    "Account.name": E.NAME,
    "Endpoint.address": E.URL,
    "Bundle.source": E.URL,
    "MessageHeader.endpoint": E.URL,
    **dict.fromkeys("deviceIdentifier carrierHRF carrierAIDC distinctIdentifier serialNumber udi".split(), E.DEVICE),
    "Device.lotNumber": E.DEVICE,
    "Device.url": E.URL,
    "ImagingStudy.uid": E.OTHER_ID,
    "ImagingStudy.endpoint": E.URL,
    "Provenance.policy": E.URL,
    "latitude": E.GEO,
    "longitude": E.GEO,
    "altitude": E.GEO,
}
"""``Resource.element`` is looked up before ``element``."""

EXTENSIONS: Final[Mapping[str, E]] = {
    "patient-mothersMaidenName": E.NAME,
    "mothersMaidenName": E.NAME,
    "humanname-own-name": E.NAME,
    "humanname-own-prefix": E.NAME,
    "humanname-partner-name": E.NAME,
    "humanname-partner-prefix": E.NAME,
    "humanname-fathers-family": E.NAME,
    "humanname-mothers-family": E.NAME,
    "patient-nickname": E.NAME,
    "patient-birthTime": E.DATE,
    "latitude": E.GEO,
    "longitude": E.GEO,
    "streetName": E.GEO,
    "houseNumber": E.GEO,
    "contactpoint-local": E.PHONE,
    "contactpoint-area": E.PHONE,
}
"""By the last segment of the extension's URL: what its value is, whatever its type."""

EXTENSION_PREFIXES: Final[Mapping[str, E]] = {"iso21090-ADXP-": E.GEO}

IDENTIFIERS: Final[Mapping[str, E]] = {
    "Coverage": E.HEALTH_PLAN,
    "Account": E.ACCOUNT,
    "Invoice": E.ACCOUNT,
    "PaymentNotice": E.ACCOUNT,
    "Device": E.DEVICE,
    "qualification": E.LICENSE,
}
"""An identifier that says nothing of its kind, by the resource or element that bears it."""

TELECOM: Final[Mapping[str, E]] = {
    "phone": E.PHONE,
    "sms": E.PHONE,
    "pager": E.PHONE,
    "fax": E.FAX,
    "email": E.EMAIL,
    "url": E.URL,
}

UNDATED: Final = frozenset("code system version display versionId profile linkId url".split())
"""Texts that may read as a date and are none."""
