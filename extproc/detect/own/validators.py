"""Validators that an organisation's own pattern may name: a closed set of pure and total functions of one short text.

Blanks, hyphens, dots and slashes do not count. Not covered: schemes of one organisation (weights of its own), and
whether a number was ever issued.
"""

import re
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Final

from stdnum import damm, luhn, verhoeff
from stdnum.ca import sin
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.iso7064 import mod_11_2, mod_11_10, mod_37_2, mod_37_36, mod_97_10
from stdnum.it import codicefiscale
from stdnum.nl import bsn

from extproc.detect import checks
from extproc.detect.checks import Check

_SEPARATORS: Final = re.compile(r"[\s./-]+")


def compact(text: str) -> str:
    return _SEPARATORS.sub("", text).upper()


def mod11(text: str) -> bool:
    """Digits weighted 1, 2, 3, ... from the right, of which the first may be ``X`` for 10, sum to a multiple of 11."""
    number = compact(text)
    if not re.fullmatch(r"[0-9]+[0-9X]", number):
        return False
    values = [10 if char == "X" else int(char) for char in reversed(number)]
    return any(values) and sum(weight * value for weight, value in enumerate(values, 1)) % 11 == 0


def _of(module: ModuleType, form: str) -> Check:
    """python-stdnum's, for texts of ``form``: the module answers for nothing else."""
    pattern = re.compile(form)
    is_valid: Callable[[str], bool] = module.is_valid

    def check(text: str) -> bool:
        number = compact(text)
        return pattern.fullmatch(number) is not None and bool(is_valid(number))

    return check


_DIGITS: Final = r"[0-9]{2,64}"
_DIGITS_OR_X: Final = r"[0-9]{1,63}[0-9X]"
_LETTERS_TOO: Final = r"[0-9A-Z]{2,64}"

VALIDATORS: Final[Mapping[str, Check]] = {
    # Check digits of any number
    "luhn": _of(luhn, _DIGITS),
    "verhoeff": _of(verhoeff, _DIGITS),
    "damm": _of(damm, _DIGITS),
    "mod11": mod11,
    "mod11_2": _of(mod_11_2, _DIGITS_OR_X),
    "mod11_10": _of(mod_11_10, _DIGITS),
    "mod37_2": _of(mod_37_2, r"[0-9A-Z]{1,63}[0-9A-Z*]"),
    "mod37_36": _of(mod_37_36, _LETTERS_TOO),
    "mod97_10": _of(mod_97_10, _LETTERS_TOO),
    # Numbers of the United States
    "ssn": checks.is_ssn,
    "npi": checks.is_npi,
    "dea": checks.is_dea,
    "mbi": checks.is_mbi,
    "vin": checks.is_vin,
    "aba": checks.is_aba,
    # Of other countries
    "nhs": _of(nhs, r"[0-9]{10}"),
    "sin": _of(sin, r"[0-9]{9}"),
    "bsn": _of(bsn, r"[0-9]{9}"),
    "nir": _of(nir, r"[0-9AB]{15}"),
    "codice_fiscale": _of(codicefiscale, r"[0-9A-Z]{16}"),
    # Of all
    "card": checks.is_card,
    "iban": checks.is_iban,
    "imei": checks.is_imei,
    "ip": checks.is_ip,
    "phone": checks.is_phone,
}
"""By the name under which a rule asks for it. ``mod11_2`` and what follows are ISO 7064's."""
