"""``wardgate detect show``: a text, or rows of texts, with what is found in them."""

import sys
from dataclasses import dataclass

from extproc.adapters.detectors import detector_of
from extproc.cli.detect_options import ConfigFile, File, Jsonl, Learned, Model, ModeOption, RulesFile, Workers, opened
from extproc.cli.row_workers import stream
from extproc.cli.rows import Answer
from extproc.cli.texts import read_text, write_text
from extproc.config import Detect
from extproc.detect.engine import Engine
from extproc.detect.entities import SAFE_HARBOR_CLASS
from extproc.detect.finding import Finding, Passage
from extproc.sealed import Sealed


def find(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.find([Passage(Sealed(text))])[0]


def spans(engine: Engine) -> Answer:
    """What is said of a row: its findings."""
    return lambda text: {
        "spans": [
            {
                "start": f.span.start,
                "end": f.span.end,
                "entity": f.entity,
                "class": SAFE_HARBOR_CLASS[f.entity],
                "score": f.score_permille,
                "recognizer": f.recognizer,
            }
            for f in find(engine, text)
        ]
    }


@dataclass(frozen=True, slots=True)
class Spans:
    """Opens what answers with spans."""

    detect: Detect

    def __call__(self) -> Answer:
        return spans(detector_of(self.detect))


def show(
    file: File = None,
    mode: ModeOption = None,
    learned: Learned = None,
    model: Model = None,
    rules: RulesFile = None,
    config: ConfigFile = None,
    jsonl: Jsonl = False,
    workers: Workers = 1,
) -> None:
    """Show a text with its findings marked, and a table of them. The word show may be left out.

    With --jsonl: rows {"id","text"} in, {"id","spans":[{"start","end","entity","class","score","recognizer"}]} out,
    in order, while they come. Offsets count code points, a score thousandths. A line that is no row is told on standard
    error with its number and left out; the others are answered, and the exit code is 2.

    Rules of your own are checked by: wardgate detect lint FILE
    """
    detect, engine = opened(config, mode, learned, model, rules)
    if jsonl:
        stream(file, spans(engine), Spans(detect), workers)
    else:
        text = read_text(file)
        _print(text, find(engine, text))


def _print(text: str, findings: tuple[Finding, ...]) -> None:
    from extproc.cli import marked  # here: rows need nothing of it

    if sys.stdout.isatty():
        from rich.console import Console

        marked.coloured(text, findings, Console(highlight=False))
    else:
        write_text(marked.plain(text, findings))
