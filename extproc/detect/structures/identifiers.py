"""What kind of number an identifier is, by who says so: HL7 table 0203, a naming system's address, or an OID.

Not covered: naming systems of single hospitals, whose numbers are :attr:`EntityType.OTHER_ID` unless their name tells.
"""

import re
from collections.abc import Mapping
from typing import Final

from extproc.detect.entities import EntityType as E

_BY_TYPE: Final[Mapping[E, str]] = {
    E.MRN: "MR MRT PI PT PNT MCR U PE ANON EPI LR RI WC XV",
    E.SSN: "SS SB",
    E.LICENSE: """DL MD LN NPI NP NPPN PRN DN DO DP DS RN RPH DEA DDS UPIN PPN PHE PHC SL SR TN AM CA CC CP CT BRN DR BR
        PCN RRP MRC PRC DPM AP PA QA NCT VS L&I APRN LACSN SP EI""",
    E.HEALTH_PLAN: "MB MC MA MCD HC NIIP NII SN PN WCN SNBSN RR RRI MI PHO MS TPR CII CIS",
    E.ACCOUNT: "AN ANT ANC BA BC GI GN AMA AIN DI DFN",
    E.DEVICE: "UDI SNO SER DID",
    E.VEHICLE: "VIN",
}
TYPES: Final[Mapping[str, E]] = {code: entity for entity, codes in _BY_TYPE.items() for code in codes.split()}
"""HL7 table 0203 and its neighbours. A type that is not here names some other number."""

_SYSTEMS: Final = (
    (E.SSN, r"us-ssn|us-itin|\bssn\b|social-?security|2\.16\.840\.1\.113883\.4\.1$"),
    (
        E.LICENSE,
        r"us-npi|\bnpi\b|passport|driver|licen[cs]e|\bdea\b|us-upin|2\.16\.840\.1\.113883\.4\.(?:6|814|8|3\.\d+|330\.\d+)$",
    ),
    (
        E.HEALTH_PLAN,
        r"us-mbi|us-medicare|medicaid|hicn|\bmbi\b|subscriber|member|insur|polic[yi]|payer|health-?plan"
        r"|2\.16\.840\.1\.113883\.4\.(?:927|572)$",
    ),
    (E.MRN, r"\bmrn?\b|medical-?record|patient-?(?:id|number)|\bpid\b|/patients?$"),
    (E.ACCOUNT, r"account|billing|invoice|iban"),
    (E.DEVICE, r"serial|\budi\b|device|gtin|gs1"),
    (E.VEHICLE, r"\bvin\b|vehicle"),
)
_BY_SYSTEM: Final = tuple((entity, re.compile(pattern, re.IGNORECASE)) for entity, pattern in _SYSTEMS)
_LONGEST_SYSTEM: Final = 300


def by_type(code: str) -> E | None:
    return TYPES.get(code.upper())


def by_system(system: str) -> E | None:
    """Of a URL, a URN or an OID; ``urn:oid:`` may stand before one."""
    system = system[:_LONGEST_SYSTEM]
    return next((entity for entity, pattern in _BY_SYSTEM if pattern.search(system)), None)
