"""The kinds of identifier, and their class in 45 CFR 164.514(b)(2)(i)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class EntityType(StrEnum):
    """Kinds of identifier a finding may name. A closed set: policies, plans and records use these words."""

    NAME = "NAME"
    GEO = "GEO"
    DATE = "DATE"
    AGE = "AGE"
    PHONE = "PHONE"
    FAX = "FAX"
    EMAIL = "EMAIL"
    SSN = "SSN"
    MRN = "MRN"
    HEALTH_PLAN = "HEALTH_PLAN"
    ACCOUNT = "ACCOUNT"
    LICENSE = "LICENSE"
    VEHICLE = "VEHICLE"
    DEVICE = "DEVICE"
    URL = "URL"
    IP = "IP"
    BIOMETRIC = "BIOMETRIC"
    PHOTO = "PHOTO"
    OTHER_ID = "OTHER_ID"


SAFE_HARBOR_CLASS: Final[Mapping[EntityType, str]] = {
    EntityType.NAME: "A",
    EntityType.GEO: "B",
    EntityType.DATE: "C",
    EntityType.AGE: "C",
    EntityType.PHONE: "D",
    EntityType.FAX: "E",
    EntityType.EMAIL: "F",
    EntityType.SSN: "G",
    EntityType.MRN: "H",
    EntityType.HEALTH_PLAN: "I",
    EntityType.ACCOUNT: "J",
    EntityType.LICENSE: "K",
    EntityType.VEHICLE: "L",
    EntityType.DEVICE: "M",
    EntityType.URL: "N",
    EntityType.IP: "O",
    EntityType.BIOMETRIC: "P",
    EntityType.PHOTO: "Q",
    EntityType.OTHER_ID: "R",
}
