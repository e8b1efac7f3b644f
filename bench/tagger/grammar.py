"""Templates put together from parts that may follow each other, so that few lines make many contexts.

``speech.txt`` holds what is said in a visit or on the telephone, ``clinical.txt`` what is typed of patients and, under
``clean``, what is typed of nobody. What a grammar makes is a template like those of ``templates.txt``.
"""

import re
from collections.abc import Callable
from random import Random
from typing import Final

from bench.tagger.tables import Tables, tables

_SYMBOL: Final = re.compile(r"<([A-Za-z' ]+)>")
_SENTENCE: Final = re.compile(r"((?:^|[.?!]) ?)([a-z])")
_SPEAKING: Final = re.compile(r"\bi\b")
_BEFORE_SLOT: Final = re.compile(r"(?<=[a-z,]) (?=\{)")
_PAUSE: Final = 0.06
_SPEAKERS: Final = (
    ("[doctor] ", "[patient] "), ("[doctor] ", "[patient] "), ("Doctor: ", "Patient: "), ("[nurse] ", "[patient] "),
    ("Nurse: ", "Patient: "), ("D: ", "P: "), ("Agent: ", "Caller: "), ("DOCTOR: ", "PATIENT: "), ("- ", "- "),
    ("Speaker 1: ", "Speaker 2: "), ("Clinician: ", "Client: "), ("Doctor: ", "Guest_family: "), ("", ""), ("", ""),
    ("", ""), ("User: ", "Assistant: "), ("[patient] ", "[doctor] "), ("A: ", "B: "), ("", ""), ("", ""),
)  # fmt: skip
_SPOKEN_TITLES: Final = (
    "doctor", "doctor", "doctor", "mister", "missus", "miss", "mr.", "ms", "dr.", "dr", "professor",
)  # fmt: skip
_FILLERS: Final = (" uh ", " um ", " uh, ", " um, ", ", like, ", ", you know, ", " ... ")


def clinical(rng: Random) -> str:
    """A template of one to three lines about a patient, or about nobody."""
    return _expanded(tables("clinical.txt"), "person" if rng.random() < 0.5 else "clean", rng)


def speech(rng: Random) -> str:
    """A template of some turns, as they should be written."""
    return "\n".join(_turns(rng, _written))


def transcript(rng: Random) -> str:
    """The same as transcribed: titles are spoken, and speakers hesitate. Letters are still to be made small."""
    return rng.choice(("\n", "\n", "\n", " ")).join(_turns(rng, _spoken))


def _turns(rng: Random, writing: Callable[[str, Random], str]) -> list[str]:
    exchanges = (_expanded(tables("speech.txt"), "exchange", rng) for _ in range(rng.randrange(1, 5)))
    said = [turn for exchange in exchanges for turn in exchange.split("~")]
    speakers = rng.choice(_SPEAKERS)
    return [f"{speakers[at % 2]}{writing(turn, rng)}" for at, turn in enumerate(said)]


def _written(turn: str, _: Random) -> str:
    """With a capital at the beginning of each sentence."""
    return _SENTENCE.sub(lambda found: found[1] + found[2].upper(), _SPEAKING.sub("I", turn))


def _spoken(turn: str, rng: Random) -> str:
    said = turn
    while "{title}" in said:
        said = said.replace("{title}", rng.choice(_SPOKEN_TITLES), 1)
    return _BEFORE_SLOT.sub(lambda _: rng.choice(_FILLERS) if rng.random() < _PAUSE else " ", said)


def _expanded(rules: Tables, symbol: str, rng: Random) -> str:
    """Raises ``KeyError`` for a symbol without a heading. Grammars here do not recur without end."""
    return _SYMBOL.sub(lambda found: _expanded(rules, found[1], rng), rng.choice(rules[symbol]))
