"""An address or a facility that a structure names is found everywhere in the document, in any case.

Of one word it has to be a long one that is no everyday word: ``Reading`` in a field ``city`` says nothing of the verb.
Not covered: abbreviations (``243 Daniel Ext.``), and the number of a house without its street.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.lexicon import ALWAYS, COMMON, FIRST, LAST
from extproc.detect.phrases import Phrases, words_of
from extproc.detect.recognizer import Candidate, Tier

_LEAST: Final = 5
"""Letters of a single word, and of a phrase."""
_MOST_WORDS: Final = 10
_ORDINARY: Final = COMMON | ALWAYS | FIRST | LAST


def places(found: Iterable[tuple[Candidate, str]], lexicon: Mapping[str, int]) -> Phrases[EntityType]:
    """What to look for, of the candidates of all passages and their texts."""
    texts = {text for one, text in found if one.entity is EntityType.GEO and one.tier is Tier.STRUCTURED}
    return Phrases((text, EntityType.GEO) for text in texts if _telling(words_of(text.lower()), lexicon))


def _telling(words: tuple[str, ...], lexicon: Mapping[str, int]) -> bool:
    if sum(map(len, words)) < _LEAST or len(words) > _MOST_WORDS:
        return False
    if len(words) == 1:
        return words[0].isalpha() and not lexicon.get(words[0], 0) & _ORDINARY
    return any(not lexicon.get(word, 0) & COMMON for word in words)


def mentions(text: str, looked_for: Phrases[EntityType]) -> Iterator[Candidate]:
    """Further mentions in one folded text. Linear in it."""
    for start, end, entity in looked_for.find(text):
        yield Candidate(start, end, entity, Tier.LISTED, "known_place")
