"""Makers, shops, meals, toys and figures that bear a person's name: ``ate at Wendy's``, ``Mrs. Dash``.

A brand that is a possessive (``Wendy's``) is one only where nothing is said to be hers: before a mark, a line's end or
a word that joins. Left out are brands that are as well a likely person's whole name (``Calvin Klein``).

Not covered: brands of one given name without a possessive, and those not in the list.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

_BRANDS: Final = """
applebee's|arby's|arm & hammer|aunt jemima|ben & jerry's|ben and jerry's|betty crocker|bob the builder|
bob's red mill|burt's bees|campbell's|cap'n crunch|captain crunch|carl's jr|charlotte tilbury|chef boyardee|chili's|
curious george|daniel tiger|dave's killer|denny's|dick's sporting|domino's|donald duck|dora the explorer|dos equis|
dr. bronner|dr. pepper|dr. scholl|dr. seuss|dr. teal|eddie bauer|eli lilly|estee lauder|famous amos|famous dave's|
fisher price|frank's red|gordon's gin|hardee's|harley davidson|harry & david|harry potter|hello kitty|henry schein|
hershey's|jack daniel's|jack daniels|jason's deli|jenny craig|jersey mike's|jimmy john's|jo ann's|joe's crab|
john deere|johnnie walker|johnson & johnson|johnson and johnson|johnson's baby|jose cuervo|kellogg's|
king arthur flour|kohl's|levi's|little caesars|little debbie|lowe's|macy's|marie callender|mario kart|
marks & spencer|marks and spencer|mary poppins|mcdonald's|merrill lynch|michelob ultra|mickey mouse|mike's hard|
miller lite|minnie mouse|mr. bubble|mr. clean|mr. coffee|mr. peanut|mrs. butterworth|mrs. dash|mrs. doubtfire|ms contin|
nathan's famous|newman's own|orville redenbacher|oscar mayer|papa john's|papa murphy's|peppa pig|peter rabbit|
popeye's|raising cane|reese's|ronald mcdonald|ruth's chris|sainsbury's|sam's club|santa claus|sherwin williams|
smith & nephew|smith & wesson|smith and nephew|smiths medical|st. ives|st. joseph aspirin|stella artois|stouffer's|
tim hortons|tito's|tom's of maine|tommy bahama|tommy hilfiger|tommy john surgery|trader joe's|uncle ben's|
vera bradley|victoria's secret|virginia slims|von dutch|walgreen's|wells fargo|wendy's|werther's|winnie the pooh|
zaxby's|zimmer biomet
""".replace("\n", "").split("|")
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)?")
_NOBODYS: Final = re.compile(
    r"\s?(?:[^\sA-Za-z0-9]|$)|\s(?:and|or|for|to|in|on|at|every|daily|twice|once|with|when|because|after|before|but)\b"
)
"""Behind a brand that is a possessive: nothing of hers follows."""


def _by_word(brands: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for brand in (brand.strip() for brand in brands):
        for word in set(_WORD.findall(brand)):
            found[word] = (*found.get(word, ()), brand)
    return found


_OF: Final = _by_word(_BRANDS)
_LONGEST: Final = max(map(len, _BRANDS))


def branded(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` lies in a brand. Looks at a bounded stretch of a folded text."""
    word = _WORD.search(text[start:end].lower())
    brands = _OF.get(word[0], ()) if word else ()
    if not brands:
        return False
    first = max(0, start - _LONGEST)
    around = text[first : end + _LONGEST].lower()
    return any(_covers(around, brand, start - first, end - first) for brand in brands)


def _covers(around: str, brand: str, start: int, end: int) -> bool:
    at = around.find(brand, max(0, end - len(brand) - 2))
    stop = at + len(brand)
    if not 0 <= at <= start or stop < end or around[at - 1 : at].isalnum() or around[stop : stop + 1].isalnum():
        return False
    return " " in brand or not brand.endswith("'s") or _NOBODYS.match(around, stop) is not None
