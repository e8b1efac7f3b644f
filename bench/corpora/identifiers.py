"""Numbers and codes of each class of identifier but names, places, dates and telephones, in many writings.

Their shapes are in ``data/words/numbers.txt``. Nothing here is anyone's: social security numbers are of ranges never
issued, hosts and addresses of those for documentation (RFC 2606, 5737, 3849), cards a check digit on random digits.
"""

from collections.abc import Callable
from random import Random
from typing import Final
from unicodedata import normalize

from bench.corpora import check_digits
from bench.corpora.lists import draw, read, spell

Maker = Callable[[Random], str]

HEX: Final = "0123456789abcdef"
_SHAPES: Final = read("words", "numbers")

_ABROAD: Final = 0.35
_MBI_LETTERS: Final = "ACDEFGHJKMNPQRTUVWXY"
_SSN_FORMS: Final = (
    *("{a}-{b}-{c}",) * 12,
    *("{a} {b} {c}",) * 3,
    *("{a}{b}{c}",) * 3,
    "{a}.{b}.{c}",
    "***-**-{c}",
    "XXX-XX-{c}",
    "xxx-xx-{c}",
)
_VIN_STARTS: Final = ("1HG", "1FT", "2T1", "3VW", "4T1", "5YJ", "JHM", "KMH", "WBA", "WVW", "SAL", "YV1", "1G1", "JN1")
_VIN_CHARS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"


def ssn(rng: Random) -> str:
    """Area 9xx with a group under 50: neither a social security number nor a taxpayer's."""
    number = spell(rng, "9##") + str(int(rng.random() * 49) + 1).zfill(2) + spell(rng, "%###")
    return draw(rng, _SSN_FORMS).format(a=number[:3], b=number[3:5], c=number[5:])


def phone(rng: Random) -> str:
    """Also a fax: two thirds of the United States, the others of fifty countries."""
    return _shaped(rng, "phone abroad" if rng.random() < _ABROAD else "phone")


def mrn(rng: Random) -> str:
    return _shaped(rng, "mrn")


def plan(rng: Random) -> str:
    if rng.random() < 0.15:
        return _mbi(rng)
    return _shaped(rng, "plan")


def account(rng: Random) -> str:
    return draw(rng, _ACCOUNT_MAKERS)(rng)


def license_number(rng: Random) -> str:
    return draw(rng, _LICENSE_MAKERS)(rng)


def vin(rng: Random) -> str:
    return check_digits.with_vin(
        draw(rng, _VIN_STARTS) + "".join(draw(rng, _VIN_CHARS) for _ in range(8)) + spell(rng, "######")
    )


def plate(rng: Random) -> str:
    return _shaped(rng, "plate")


def device(rng: Random) -> str:
    return draw(rng, _DEVICE_MAKERS)(rng)


def biometric(rng: Random) -> str:
    return hexadecimal(rng, 16) if rng.random() < 0.1 else _shaped(rng, "biometric")


def photo(rng: Random) -> str:
    return _shaped(rng, "photo")


def url(rng: Random) -> str:
    start = draw(rng, ("https://", "https://", "https://", "http://", "https://www.", "www."))
    path = _shaped(rng, "path") if rng.random() < 0.85 else draw(rng, ("", "/"))
    return start + draw(rng, _SHAPES["host"]) + path


def ip(rng: Random) -> str:
    if rng.random() < 0.2:
        return "2001:db8:" + draw(rng, (":{a}", "{a}:{b}::{c}", "{a}:{b}:{c}:{d}:{a}:{b}", ":{a}:{b}")).format(
            a=hexadecimal(rng, 4), b=hexadecimal(rng, 3), c=hexadecimal(rng, 2), d=hexadecimal(rng, 4)
        )
    start = draw(rng, ("192.0.2.", "198.51.100.", "203.0.113.", "10.{}.{}.", "192.168.{}.", "172.16.{}."))
    return start.format(octet(rng), octet(rng)) + octet(rng)


def email(rng: Random, given: str, family: str) -> str:
    """An address that spells a person's name, or a word and a number."""
    form = draw(
        rng, ("{g}.{f}", "{g}.{f}", "{i}{f}", "{g}{f}##", "{g}_{f}", "{f}.{g}", "{g}##", "{f}{i}", "{g}-{f}", "~~~~~##")
    )
    local = spell(rng, form).format(g=_plain(given), f=_plain(family), i=_plain(given)[:1])
    return f"{local}@{draw(rng, _SHAPES['host'])}"


def other_id(rng: Random) -> str:
    return draw(rng, _OTHER_ID_MAKERS)(rng)


def hexadecimal(rng: Random, length: int) -> str:
    return "".join(draw(rng, HEX) for _ in range(length))


def octet(rng: Random) -> str:
    return str(int(rng.random() * 254) + 1)


def _plain(name: str) -> str:
    """Small ASCII letters of a name, or ``user`` for one of another script."""
    letters = normalize("NFKD", name.casefold())
    return "".join(char for char in letters if char.isascii() and char.isalpha()) or "user"


def _mbi(rng: Random) -> str:
    """The shape that CMS publishes, sometimes with its dashes."""
    either = _MBI_LETTERS + "0123456789"
    kinds = (
        "123456789",
        _MBI_LETTERS,
        either,
        "0123456789",
        _MBI_LETTERS,
        either,
        "0123456789",
        _MBI_LETTERS,
        _MBI_LETTERS,
    )
    number = "".join(draw(rng, kind) for kind in kinds) + spell(rng, "##")
    return f"{number[:4]}-{number[4:7]}-{number[7:]}" if rng.random() < 0.5 else number


def _card(rng: Random) -> str:
    """A payment card of 15 or 16 digits, in groups or in one."""
    gap = draw(rng, ("", "", " ", "-"))
    if rng.random() < 0.2:
        number = check_digits.with_luhn(spell(rng, "37############"))
        return gap.join((number[:4], number[4:10], number[10:]))
    number = check_digits.with_luhn(spell(rng, draw(rng, ("4#", "5%", "60", "22")) + "#" * 13))
    return gap.join(number[at : at + 4] for at in range(0, 16, 4))


def _iban(rng: Random) -> str:
    country, account = draw(
        rng,
        (("DE", "#" * 18), ("GB", "@@@@" + "#" * 14), ("FR", "#" * 23), ("ES", "#" * 20), ("NL", "@@@@" + "#" * 10)),
    )
    number = check_digits.with_iban(country, spell(rng, account))
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4)) if rng.random() < 0.5 else number


def _dea(rng: Random) -> str:
    return check_digits.with_dea(draw(rng, "ABFGM") + spell(rng, "@"), spell(rng, "######"))


def _npi(rng: Random) -> str:
    return check_digits.with_npi(draw(rng, "12") + spell(rng, "########"))


def _udi(rng: Random) -> str:
    number = check_digits.with_gtin("0" + spell(rng, "############"))
    return f"(01){number}" + spell(rng, draw(rng, ("(21)@@####", "(17)2%0%1#(10)@###(21)#######", "(10)####@")))


def _imei(rng: Random) -> str:
    return check_digits.with_luhn(spell(rng, "35############"))


def _mac(rng: Random) -> str:
    pairs = (hexadecimal(rng, 2) for _ in range(6))
    return ":".join(pairs) if rng.random() < 0.7 else "-".join(pairs).upper()


def _uuid(rng: Random) -> str:
    return "-".join(hexadecimal(rng, length) for length in (8, 4, 4, 4, 12))


def _nhs(rng: Random) -> str:
    number = None
    while number is None:
        number = check_digits.with_nhs(spell(rng, "999######"))
    return f"{number[:3]} {number[3:6]} {number[6:]}" if rng.random() < 0.6 else number


def _shaped(rng: Random, heading: str) -> str:
    return spell(rng, draw(rng, _SHAPES[heading]))


def _one_of(heading: str) -> Maker:
    return lambda rng: _shaped(rng, heading)


_ACCOUNT_MAKERS: Final[tuple[Maker, ...]] = (_card, _card, _iban, *(_one_of("account"),) * 4)
_LICENSE_MAKERS: Final[tuple[Maker, ...]] = (_dea, _npi, *(_one_of("license"),) * 6)
_DEVICE_MAKERS: Final[tuple[Maker, ...]] = (_udi, _imei, _mac, *(_one_of("device"),) * 7)
_OTHER_ID_MAKERS: Final[tuple[Maker, ...]] = (_uuid, _nhs, *(_one_of("other id"),) * 10)
