"""Sentences in which nothing is to be found: WordNet's examples and definitions, ICD-10-CM, drug names, Python's docs.

Common words are counted in these sentences; those of other languages are Faker's.

WordNet is read from the directory of its database files (Debian package ``wordnet-base``); without it the rest must do.
"""

import ast
import gzip
import re
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from faker import Faker
from faker.config import AVAILABLE_LOCALES

_SMALL: Final = re.compile(r"(?<![\w'.-])[a-z]{2,}(?![\w'.-])")
_EXAMPLE: Final = re.compile(r'"([^"]{12,200})"')
_NOTE: Final = re.compile(rb"<(?:desc|note)>([^<]{6,160})</")
_SYNSET: Final = re.compile(r"^\d{8} (\d\d) \w ([0-9a-f]{2}) ([^|]+)")
_PERSON, _PLACE, _LIVING = "18", "15", ("05", "20")
"""Numbers of WordNet's lexicographer files: persons, places, animals and plants."""


def examples(wordnet: Path) -> list[str]:
    return [text for gloss in _glosses(wordnet) for text in _EXAMPLE.findall(gloss)]


def definitions(wordnet: Path) -> list[str]:
    return [text for gloss in _glosses(wordnet) if len(text := gloss.partition(";")[0].strip()) > 20]


def lemmas(wordnet: Path) -> list[str]:
    """Words and terms that are written without a capital."""
    return sorted({word for _, words, _ in _synsets(wordnet) for word in words[:1] if word == word.lower()})


def terms(wordnet: Path) -> list[str]:
    """Words and terms with a capital that name neither one person nor one place; of species every fourth."""
    found = {
        (kind in _LIVING, word)
        for kind, words, single in _synsets(wordnet)
        for word in words
        if word[0].isupper() and not single and kind != _PLACE
    }
    living = sorted(word for alive, word in found if alive)
    return [*sorted(word for alive, word in found if not alive), *living[::4]]


def persons(wordnet: Path) -> frozenset[str]:
    """Single words that mean a person in their most frequent sense: ``cousin``, ``painter``."""
    return _meaning(wordnet, _PERSON)


def places(wordnet: Path) -> frozenset[str]:
    return _meaning(wordnet, _PLACE)


def _meaning(wordnet: Path, kind: str) -> frozenset[str]:
    nouns = (wordnet / "data.noun").read_text("utf-8").splitlines()
    of_kind = {line[:8] for line in nouns if (synset := _SYNSET.match(line)) and synset[1] == kind}
    found = set()
    for line in (wordnet / "index.noun").read_text("utf-8").splitlines():
        parts = line.split()
        if line[0] != " " and parts[0].isalpha() and parts[6 + int(parts[3])] in of_kind:
            found.add(parts[0])
    return frozenset(found)


def _synsets(wordnet: Path) -> Iterator[tuple[str, list[str], bool]]:
    """Lexicographer file, words, and whether it is an instance: one person, one place."""
    for line in _lines(wordnet):
        if synset := _SYNSET.match(line):
            fields = synset[3].split()
            words = [field.partition("(")[0].replace("_", " ") for field in fields[: 2 * int(synset[2], 16) : 2]]
            yield synset[1], words, "@i" in fields


def _glosses(wordnet: Path) -> Iterator[str]:
    return (line.partition("| ")[2] for line in _lines(wordnet))


def _lines(wordnet: Path) -> Iterator[str]:
    for part in ("noun", "verb", "adj", "adv"):
        yield from (wordnet / f"data.{part}").read_text("utf-8").splitlines()


def word_counts(sentences: Iterable[str]) -> Counter[str]:
    """How often each word stands in small letters."""
    return Counter(word for sentence in sentences for word in _SMALL.findall(sentence))


def foreign() -> list[Sequence[str]]:
    """Words of each language that Faker has words of; it answers with Latin ones for the others."""
    return sorted({tuple(Faker(locale).get_words_list()) for locale in AVAILABLE_LOCALES})


def diagnoses() -> list[str]:
    path = next((_package("simple_icd_10_cm") / "data").glob("*tabular*.xml"))
    return sorted({text.decode() for text in _NOTE.findall(path.read_bytes())})


def drugs() -> list[str]:
    return gzip.decompress((_package("nophi") / "data" / "rxnorm_names.txt.gz").read_bytes()).decode().splitlines()


def documentation() -> list[str]:
    """Paragraphs of the docstrings of Python's own library."""
    found = []
    for path in sorted(Path(sysconfig.get_paths()["stdlib"]).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                found += [part for part in (ast.get_docstring(node) or "").split("\n\n") if 40 < len(part) < 600]
    return found


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is missing: see bench/tagger/train.py")
    return Path(spec.submodule_search_locations[0])
