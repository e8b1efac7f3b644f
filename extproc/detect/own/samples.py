"""Values as people's identifiers are written, many of each kind, to try an allowance with.

They are made of forms: ``#`` is a digit, ``?`` a capital, ``*`` a small letter; all else stands for itself. The same
ones are made each time. Nothing checks their check digits: what an allowance lets pass is told by its form.

Not covered: forms that only one hospital writes, such as its own prefix of record numbers.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Final

from extproc.detect.entities import EntityType as E

_EACH: Final = 6
"""Values of one form."""

_GIVEN: Final = "Martha Ottoline Kwabena Ilse Tariq Anneliese Bo Nkechi".split()  # noqa: SIM905
_FAMILY: Final = "Collins Brackwater Odhiambo Vantongeren Belhaj Trautwein Lindqvist Abara".split()  # noqa: SIM905
_TOWNS: Final = ("Netherby", "Springfield", "Little Farrow", "Ostermarsch", "Villanueva", "Kisumbe")

_FORMS: Final[Mapping[E, tuple[str, ...]]] = {
    E.DATE: ("19##-0#-1#", "0#/1#/19##", "1#.0#.20##", "1# March 20##", "March 1#, 20##", "0#/1#", "20##0#1#"),
    E.AGE: ("9#", "9# years old", "9#-year-old", "9# y/o"),
    E.PHONE: (
        *("(###) ###-####", "###-###-####", "###.###.####", "### ### ####", "##########", "+1 ### ### ####"),
        *("+1-###-###-####", "+## ## #### ####", "+## ### ### ###", "0## #### ####", "## ## ## ## ##", "###-####"),
    ),
    E.FAX: ("(###) ###-####", "###-###-####", "##########", "+1 ### ### ####", "+## ## #### ####"),
    E.EMAIL: ("*.*****@******.org", "*****##@****.com", "****_*****@mail.*****.net", "*****@***.edu"),
    E.SSN: ("###-##-####", "### ## ####", "#########"),
    E.MRN: (
        "######",
        "#######",
        "########",
        "##########",
        "?######",
        "??-######",
        "##-##-##",
        "###-###-###",
        "MRN######",
    ),
    E.HEALTH_PLAN: ("???#########", "##########", "?########", "#???#???##", "??-######", "###-##-####-?"),
    E.ACCOUNT: ("#########", "############", "#### #### #### ####", "????-######", "??##############"),
    E.LICENSE: ("?#######", "?###-####-####", "??######", "##########", "########"),
    E.VEHICLE: ("#?#??##?#?#######", "???####", "???-####", "#???###", "?? ## ???"),
    E.DEVICE: ("??######", "SN########", "####-####-##", "###############", "(01)##############"),
    E.URL: ("https://www.*******.org/****/####", "http://******.com", "www.*****.net/****", "https://*****.******.org"),
    E.IP: ("#.1##.#.1##", "1##.1#.#.##", "2#.##.1##.#", "##.##.##.##"),
    E.BIOMETRIC: ("??-######", "??######", "########"),
    E.PHOTO: ("****_####.jpg", "IMG_####.png", "****-####.jpeg"),
    E.OTHER_ID: (
        "?-######",
        "########",
        "??######",
        "####-####",
        "########-####-4###-8###-############",
        "??-##-#####",
    ),
    E.GEO: ("#### ?******* Street", "## ?****** Ave, Apt #", "#####", "#####-####", "?#? #?#"),
}


@cache
def samples(entity: E) -> tuple[str, ...]:
    """Distinct values of one kind."""
    return tuple(dict.fromkeys(_written(entity)))


def _written(entity: E) -> Iterator[str]:
    random = Random(entity.value)  # noqa: S311 - the same ones each time
    for form in _FORMS.get(entity, ()):
        yield from (_filled(form, random) for _ in range(_EACH))
    if entity is E.NAME:
        yield from (*_GIVEN, *_FAMILY)
        for given, family in zip(_GIVEN, _FAMILY, strict=True):
            yield from (f"{given} {family}", f"{family}, {given}", f"{given.lower()} {family.lower()}")
    elif entity is E.GEO:
        yield from (*_TOWNS, *(f"{town}, IL" for town in _TOWNS))


def _filled(form: str, random: Random) -> str:
    letters = {"#": "0123456789", "?": "ABCDEFGHJKLMNPRSTUVWXYZ", "*": "abcdefghijklmnoprstuvwyz"}
    return "".join(random.choice(letters.get(char, char)) for char in form)
