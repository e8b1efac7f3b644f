"""FHIR, C-CDA and HL7 version 2 files: which identifying leaves are masked, and which codes are kept.

What identifies is decided by ``bench.structures_eval``, which reads the documents on its own.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.detection.engines import Answer, Running
from bench.detection.scoring import Share
from bench.structures_eval import PLAN, Score, ccda, fhir, hl7
from extproc.mask.apply import Mint, masked
from extproc.mask.plan import Scheme

READERS: Final = {"FHIR R4": fhir, "C-CDA": ccda, "HL7 v2": hl7}
SUFFIXES: Final = {"FHIR R4": ".json", "C-CDA": ".xml", "HL7 v2": ".hl7"}
KEY: Final = b"k" * 32
NOT_PARSED: Final = (SyntaxError, ValueError, KeyError, AssertionError)
"""What the readers raise for XML, JSON and HL7 whose form is not what it was."""


@dataclass(slots=True)
class Structured:
    """The files of one format, as one engine masks them."""

    format: str
    files: int = 0
    good: int = 0
    """Files that parse when they are masked, with the members they had; of others no leaf is counted."""
    length: int = 0
    cpu_s: float = 0.0
    whole: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def share(self, kind: str) -> Share:
        """``identifying`` leaves masked, ``codes`` kept, patients' values found ``anywhere`` else masked."""
        return Share(self.whole[kind], self.total[kind])

    def add(self, text: str, answer: Answer) -> None:
        self.files += 1
        self.length += len(text)
        self.cpu_s += answer.cpu_s
        score = Score()
        try:
            READERS[self.format](text, masked(text, answer.findings, PLAN, Mint(Scheme.NUMBERED, KEY)).text, score)
        except NOT_PARSED:
            return
        self.good += 1
        self.whole += score.whole
        self.total += score.total
        self.wrong += score.wrong


def structured(running: Running, directory: Path) -> Iterator[Structured]:
    """One a format that ``directory`` has files of."""
    for name, suffix in SUFFIXES.items():
        together = Structured(name)
        for path in sorted(directory.glob(f"*{suffix}")):
            text = path.read_text("utf-8")
            (answer,) = running.ask([text])
            together.add(text, answer)
        if together.files:
            yield together
