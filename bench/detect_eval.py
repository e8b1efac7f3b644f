"""How well and how fast the rules find identifiers in a directory of marked texts.

Recall is of whole identifiers, whatever the label; leak is the share of their letters and digits left; precision is of
findings that touch a marked or a neutral span. Rows are ``{"text", "spans": [{"start", "end", "type"}], "neutral"}``.
"""

import argparse
import csv
import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extproc.adapters.gazetteers import load_gazetteer
from extproc.detect.engine import Engine
from extproc.detect.finding import Detector, Finding, Passage
from extproc.detect.rules import Rules
from extproc.sealed import Sealed

MARKED = ("asq_phi_dev.jsonl", "presidio_synth_v2.jsonl", "clinical/aci_patient_names.jsonl")
UNMARKED = (
    ("overmask/aci_train.csv", ("note",)),
    ("overmask/aci_train.csv", ("dialogue",)),
    ("overmask/mts_dialog_train.csv", ("section_text", "dialogue")),
)


def find(detector: Detector, text: str) -> tuple[Finding, ...]:
    return detector.find([Passage(Sealed(text))])[0]


def shown(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]!r} << {text[start:end]!r} >>"


@dataclass
class Score:
    """Sums over the rows of one file."""

    whole: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    chars: int = 0
    left: int = 0
    found: int = 0
    right: int = 0
    clean: int = 0
    touched: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, row: dict[str, Any], findings: Iterable[Finding]) -> None:
        findings = list(findings)
        masked = {i for f in findings for i in range(f.span.start, f.span.end)}
        for span in row["spans"]:
            self._recall(row["text"], span, masked)
        allowed = [(s["start"], s["end"]) for s in row["spans"]] + [tuple(n) for n in row.get("neutral", [])]
        for f in findings:
            self._precision(row["text"], f, allowed)
        if not row["spans"]:
            self.clean += 1
            self.touched += bool(findings)

    def _recall(self, text: str, span: dict[str, Any], masked: set[int]) -> None:
        marks = {i for i in range(span["start"], span["end"]) if text[i].isalnum()}
        self.total[span["type"]] += 1
        self.whole[span["type"]] += marks <= masked
        self.chars += len(marks)
        self.left += len(marks - masked)
        if not marks <= masked:
            self.missed.append(f"missed {span['type']} {shown(text, span['start'], span['end'])}")

    def _precision(self, text: str, f: Finding, allowed: list[tuple[int, int]]) -> None:
        hit = any(f.span.start < end and start < f.span.end for start, end in allowed)
        self.found += 1
        self.right += hit
        if not hit:
            self.wrong.append(f"wrong {f.entity} {f.recognizer} {shown(text, f.span.start, f.span.end)}")

    def __str__(self) -> str:
        recall = sum(self.whole.values()) / max(1, sum(self.total.values()))
        return (
            f"R {recall:.3f}  leak {self.left / max(1, self.chars):.2%}  P {self.right / max(1, self.found):.3f}  "
            f"clean touched {self.touched}/{self.clean} ({self.touched / max(1, self.clean):.1%})\n   "
            + "  ".join(f"{kind} {self.whole[kind]}/{self.total[kind]}" for kind in sorted(self.total))
        )


def evaluate(detector: Detector, path: Path, show: int) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    score = Score()
    began = time.perf_counter()
    found = [find(detector, row["text"]) for row in rows]
    seconds = time.perf_counter() - began
    for row, findings in zip(rows, found, strict=True):
        score.add(row, findings)
    print(f"{path.name}: {sum(len(row['text']) for row in rows) / seconds / 1000:.0f} KB/s  {score}")
    for line in (*score.missed[:show], *score.wrong[:show]):
        print("     ", line)


def overmask(detector: Detector, path: Path, columns: tuple[str, ...], show: int) -> None:
    """Texts without marks: what is found there is mostly wrong, or a name and date that nobody marked."""
    kinds: Counter[str] = Counter()
    spans: Counter[str] = Counter()
    with path.open(newline="", encoding="utf-8") as file:
        texts = [row[column] for row in csv.DictReader(file) for column in columns]
    for text in texts:
        for f in find(detector, text):
            kinds[f.recognizer] += 1
            spans[f"{f.recognizer}: {text[f.span.start : f.span.end]}"] += 1
    a_kilobyte = sum(kinds.values()) / sum(map(len, texts)) * 1000
    print(f"{path.name} {', '.join(columns)}: {sum(kinds.values())} spans, {a_kilobyte:.2f} a KB")
    print("   " + "  ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    for line, count in spans.most_common(show):
        print("     ", count, line)


def speed(detector: Detector, name: str, text: str) -> None:
    best = min(_timed(detector, text) for _ in range(max(3, 200_000 // len(text))))
    print(f"{name}: {len(text)} characters, best {best * 1e6:.0f} us, {len(text) / best / 1e6:.2f} MB/s")


def _timed(detector: Detector, text: str) -> float:
    began = time.perf_counter()
    find(detector, text)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="directory of the files named in MARKED and UNMARKED")
    parser.add_argument("--show", type=int, default=0, help="how many misses and wrong findings of each file to print")
    args = parser.parse_args()
    began = time.perf_counter()
    detector = Engine(Rules(load_gazetteer()))
    print(f"built in {time.perf_counter() - began:.2f} s")
    for name in MARKED:
        evaluate(detector, args.data / name, args.show)
    for name, columns in UNMARKED:
        overmask(detector, args.data / name, columns, args.show)
    note = (args.data / "overmask" / "mts_dialog_train.csv").read_text("utf-8")
    lines = (args.data / "asq_phi_dev.jsonl").read_text("utf-8").splitlines()[:20]
    query = " ".join(json.loads(line)["text"] for line in lines)
    for name, text in (("window", query[300:500]), ("message", query[:1500]), ("notes", note[:32_000]), ("all", note)):
        speed(detector, name, text)


if __name__ == "__main__":
    main()
