"""``python -m bench.detection [DATA]``: how well and how fast identifiers are found, by Presidio and in each mode."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from bench.detection import machine, page
from bench.detection.document import document
from bench.detection.engines import Engine, engines
from bench.detection.measure import Outcome, Task, measured
from bench.detection.plain_words import known_words
from bench.detection.rows import Marks, generated, given
from bench.detection.sections import introduction, tables
from bench.detection.tables import Table

BESIDE: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
WIDTH: Final = 190
"""Columns, where no terminal says how many."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is read: ``most_chars`` of each corpus by every engine, ``sample_chars`` by the costly ones."""

    most_chars: int
    sample_chars: int


ALL: Final = Extent(10**9, 50_000)
QUICK: Final = Extent(15_000, 2_000)


def main() -> int:
    args = _arguments()
    console = Console(stderr=args.json, width=None if sys.stdout.isatty() else WIDTH)
    extent = QUICK if args.quick else ALL
    if not args.data.is_dir():
        console.print(f"There is no {args.data}: only generated texts are read.", markup=False)
    corpora = [corpus.sample(extent.most_chars) for corpus in (*given(args.data), *generated())]
    present = _present(args, console)
    words = known_words(row.text for corpus in corpora if corpus.marks is Marks.NONE for row in corpus.rows)
    task = Task(corpora, words, args.data / "structured", args.quick)
    full = _run([one for one in present if not one.costly], task)
    costly = any(one.costly for one in present)
    samples = replace(task, corpora=[corpus.sample(extent.sample_chars) for corpus in corpora])
    sampled = _run(present, samples) if costly else []
    said = machine.described([*full, *sampled])
    if args.json:
        print(json.dumps(document(said, full, sampled), indent=1))
    else:
        _print(console, introduction(said, corpora), tables(full, sampled))
        _read_aloud(full, args.show, console)
    if args.write:
        page.write(tables(full, sampled), introduction(said, corpora))
    return 0


def _present(args: argparse.Namespace, console: Console) -> list[Engine]:
    """Those that are installed; of the others it is said how to install them."""
    chosen = engines(args.spacy_model)
    for one in chosen:
        if one.missing:
            console.print(f"{one.title} is not installed: {one.missing}", markup=False, highlight=False)
    return [one for one in chosen if not one.missing]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.detection", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=BESIDE, help=f"a directory of texts; else {BESIDE}")
    parser.add_argument("--quick", action="store_true", help="a part of the texts: under two minutes")
    parser.add_argument("--json", action="store_true", help="a document instead of tables")
    parser.add_argument("--write", action="store_true", help=f"also into {page.PAGE.name}")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the most frequent misses and wrong findings")
    parser.add_argument("--spacy-model", default="", metavar="NAME", help="an installed model for Presidio to use")
    return parser.parse_args()


def _run(some: Sequence[Engine], task: Task) -> list[Outcome]:
    columns = SpinnerColumn(), TextColumn("{task.description:50}"), BarColumn(), TimeElapsedColumn()
    length = sum(corpus.length for corpus in task.corpora)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        return [_shown(progress, engine, task, progress.add_task(engine.title, total=length)) for engine in some]


def _shown(progress: Progress, engine: Engine, task: Task, bar: TaskID) -> Outcome:
    return measured(engine, task, lambda what, chars: progress.update(bar, description=what, advance=chars))


def _print(console: Console, paragraphs: Iterable[str], some: Iterable[Table]) -> None:
    for paragraph in paragraphs:
        console.print(paragraph, highlight=False, markup=False)
    for table in some:
        table.shown(console)


def _read_aloud(full: Sequence[Outcome], count: int, console: Console) -> None:
    for result in (result for one in full for result in one.results if count):
        console.print(f"\n{result.engine.title}, {result.corpus.name}", style="bold", markup=False)
        counted = (("missed", result.score.missed), ("wrong", result.score.wrong), ("plain words", result.plain))
        for what, spans in counted:
            for span, times in spans.most_common(count):
                console.print(f"  {what} {times:4} {span}", highlight=False, markup=False)


if __name__ == "__main__":
    sys.exit(main())
