"""Each engine over all texts: what it found, and the CPU time of it.

Times are CPU time of the engine's own process, on one core and in one thread. Sizes are of 1000 characters a KB.
"""

import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.corpora.generate import Kind, Split, rows
from bench.corpora.row import Row
from bench.detection.engines import Answer, Engine, Running, running
from bench.detection.plain_words import Words
from bench.detection.rows import SEED, Corpus, Marks
from bench.detection.scoring import Score
from bench.detection.structured import Structured, structured

BATCH: Final = 50
"""Rows a question, so that progress shows."""
REPEATS: Final = {1: 30, 4: 12, 32: 3}
"""How many texts of so many KB are timed; no two are alike, since a tagger may remember what it read."""

Step = Callable[[str, int], None]
"""Told what is being read, and how many characters were read since the last call."""


@dataclass(slots=True)
class Result:
    """One engine on one corpus. ``plain`` are spans of plain words, counted where nothing is marked."""

    corpus: Corpus
    engine: Engine
    score: Score = field(default_factory=Score)
    plain: Counter[str] = field(default_factory=Counter)
    cpu_s: float = 0.0

    @property
    def kb_per_s(self) -> float:
        return self.score.length / 1000 / max(self.cpu_s, 1e-9)

    @property
    def plain_per_kb(self) -> float:
        return self.plain.total() / self.score.length * 1000

    def add(self, rows: Sequence[Row], answers: Sequence[Answer], words: Words) -> None:
        for row, answer in zip(rows, answers, strict=True):
            self.cpu_s += answer.cpu_s
            self.score.add(row, answer.spans)
            if self.corpus.marks is Marks.NONE:
                plain = (one for one in answer.spans if words.are_all(row.text, one.start, one.end))
                self.plain.update(f"{one.label} {row.text[one.start : one.end]!r}" for one in plain)


@dataclass(slots=True)
class Cost:
    """What one engine costs. ``ms`` maps sizes in KB to the CPU time of each text of that size."""

    engine: Engine
    ms: Mapping[int, tuple[float, ...]]
    started_s: float
    resident_mb: float
    peak_mb: float
    versions: Mapping[str, str]

    def median_ms(self, size_kb: int) -> float:
        return statistics.median(self.ms[size_kb])

    @property
    def kb_per_s(self) -> float:
        """Over the longest texts."""
        return max(self.ms) * 1000 / self.median_ms(max(self.ms))


@dataclass(frozen=True, slots=True)
class Task:
    """What every engine reads: ``files`` is a directory of structured files, ``quick`` saves repeats."""

    corpora: Sequence[Corpus]
    words: Words
    files: Path
    quick: bool


@dataclass(slots=True)
class Outcome:
    """All of one engine."""

    cost: Cost
    results: list[Result]
    structured: list[Structured]


def measured(engine: Engine, task: Task, step: Step) -> Outcome:
    with running(engine) as process:
        started = [process.started_s, *(_started_again(engine) for _ in range(0 if task.quick else 2))]
        results = [_read(process, Result(corpus, engine), task.words, step) for corpus in task.corpora]
        peak_mb = process.peak_mb
        ms = {size: _timed(process, size, 1 if task.quick else count, step) for size, count in REPEATS.items()}
        found = list(structured(process, task.files)) if engine.ours and not engine.costly else []
    cost = Cost(engine, ms, statistics.median(started), process.resident_mb, peak_mb, process.versions)
    return Outcome(cost, results, found)


def _started_again(engine: Engine) -> float:
    with running(engine) as process:
        return process.started_s


def _read(process: Running, result: Result, words: Words, step: Step) -> Result:
    corpus = result.corpus
    for first in range(0, len(corpus.rows), BATCH):
        some = corpus.rows[first : first + BATCH]
        result.add(some, process.ask([row.text for row in some]), words)
        step(f"{result.engine.title}: {corpus.name}", sum(len(row.text) for row in some))
    return result


def _timed(process: Running, size: int, count: int, step: Step) -> tuple[float, ...]:
    """Milliseconds for each text of ``size`` KB, after one that is not counted, in a process that has read much."""
    answers = process.ask(clinical(size * 1000, count + 1))
    step("timing", 0)
    return tuple(answer.cpu_s * 1000 for answer in answers[1:])


def clinical(length: int, count: int) -> list[str]:
    """Texts of exactly ``length`` characters out of generated notes, none of which is read elsewhere."""
    texts: list[str] = []
    text = ""
    for row in rows(Kind.NOTES, Split.TEST, SEED + length, 10 * length * count // 1000 + 100, 0.0):
        text += row.text + "\n\n"
        while len(text) >= length and len(texts) < count:
            texts.append(text[:length])
            text = text[length:]
        if len(texts) == count:
            break
    return texts
