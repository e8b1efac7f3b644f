"""Check digits that make a random number a valid one of its kind."""

from typing import Final

_VIN_VALUES: Final = {
    **{str(n): n for n in range(10)},
    **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)),
}
_VIN_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def with_luhn(number: str) -> str:
    """``number`` and the digit that makes it pass Luhn's check (ISO/IEC 7812-1)."""
    return number + str(_luhn(number))


def with_npi(number: str) -> str:
    """Nine digits and the check digit of a National Provider Identifier: Luhn's behind the prefix 80840."""
    return number + str(_luhn("80840" + number))


def with_dea(letters: str, number: str) -> str:
    """Two letters, six digits and the check digit of a DEA registration."""
    digits = [int(char) for char in number]
    return f"{letters}{number}{(sum(digits[0::2]) + 2 * sum(digits[1::2])) % 10}"


def with_vin(vin: str) -> str:
    """A vehicle number of 17 characters with its ninth set to the check digit of 49 CFR 565.15."""
    remainder = sum(_VIN_VALUES[char] * weight for char, weight in zip(vin, _VIN_WEIGHTS, strict=True)) % 11
    return f"{vin[:8]}{'X' if remainder == 10 else remainder}{vin[9:]}"


def with_gtin(number: str) -> str:
    """Thirteen digits and GS1's check digit."""
    total = sum(int(char) * (3 if place % 2 == 0 else 1) for place, char in enumerate(number))
    return f"{number}{-total % 10}"


def with_iban(country: str, account: str) -> str:
    """An IBAN (ISO 13616): the country, two check digits, the account."""
    moved = "".join(str(int(char, 36)) for char in f"{account}{country}00")
    return f"{country}{98 - int(moved) % 97:02}{account}"


def with_nhs(number: str) -> str | None:
    """Nine digits and the check digit of an NHS number, modulo 11; ``None`` for the one in eleven without."""
    check = -sum(int(char) * (10 - place) for place, char in enumerate(number)) % 11
    return None if check == 10 else f"{number}{check}"


def _luhn(number: str) -> int:
    doubled = [int(char) * 2 for char in number[::-2]]
    plain = sum(int(char) for char in number[-2::-2])
    return -(sum(n - 9 if n > 9 else n for n in doubled) + plain) % 10
