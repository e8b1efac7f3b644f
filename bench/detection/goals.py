"""What the product sets out to reach, on texts that its authors have not seen, beside what was measured here."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bench.detection.measure import Cost, Outcome, Result
from bench.detection.rows import Marks
from bench.detection.scoring import LOWER, Share
from bench.detection.structured import Structured
from bench.detection.tables import DASH, Table, percent, with_interval

QUERIES = ("clinician queries", "queries, generated")
SENTENCES = ("sentences, many cultures", "sentences, generated")
NAMED = ("dialogues, patients' names", "notes, patients' names", "dialogue, generated")
CLEAN = ("clean, generated",)


class Goal(NamedTuple):
    what: str
    wanted: str
    corpora: Sequence[str]
    said: Callable[[Result], str]
    engines: Sequence[str] = ("fast", "balanced", "strict")


def _capitals(result: Result) -> Share:
    names, lower = result.score.classes.get("NAME"), result.score.classes.get(LOWER)
    if names is None:
        return Share(0, 0)
    return Share(names.whole - (lower.whole if lower else 0), names.total - (lower.total if lower else 0))


GOALS = (
    Goal("identifiers whole", "≥ 98 %", QUERIES, lambda one: with_interval(one.score.recall())),
    Goal("characters left", "≤ 2 %", QUERIES, lambda one: percent(one.score.left())),
    Goal("clean rows touched", "≤ 3 %", (*QUERIES, *CLEAN), lambda one: with_interval(one.score.clean_touched)),
    Goal("characters left", "balanced ≤ 6 %, strict ≤ 4 %", SENTENCES, lambda one: percent(one.score.left())),
    Goal("span precision", "≥ 97 %", SENTENCES, lambda one: with_interval(one.score.precision)),
    Goal("names with a capital whole", "≥ 99 %", NAMED, lambda one: with_interval(_capitals(one))),
    Goal("names in small letters whole", "≥ 97 %", NAMED, lambda one: with_interval(one.score.recall(LOWER))),
)
PLAIN = Goal("masked plain words per KB", "≤ 0.3", (), lambda one: f"{one.plain_per_kb:.2f}")


def goals(all_of: Sequence[Outcome]) -> Table:
    ours = [one for one in all_of if one.cost.engine.key in PLAIN.engines]
    table = Table("Goals", ("goal", "texts", "wanted", *(one.cost.engine.title for one in ours)), words=3)
    table.rows += (row for goal in GOALS for row in _rows(goal, goal.corpora, ours))
    bare = [one.corpus.name for one in ours[0].results if one.corpus.marks is Marks.NONE]
    table.rows += _rows(PLAIN, bare, ours)
    table.rows += _structures(ours)
    table.rows += _costs([one.cost for one in ours])
    return table


def _rows(goal: Goal, corpora: Sequence[str], ours: Sequence[Outcome]) -> Iterator[Sequence[str]]:
    for name in corpora:
        said = [goal.said(result) for one in ours for result in one.results if result.corpus.name == name]
        if any(one != DASH for one in said):
            yield goal.what, name, goal.wanted, *said


def _structures(ours: Sequence[Outcome]) -> Iterator[Sequence[str]]:
    for kind, what in (("identifying", "identifying leaves masked"), ("codes", "codes kept")):
        for files in zip(*(one.structured for one in ours), strict=True):
            yield what, files[0].format, "100 %", *(of_files(one, kind) for one in files)


def of_files(files: Structured, kind: str) -> str:
    broken = files.files - files.good
    return f"{broken} of {files.files} files broken" if broken else percent(files.share(kind))


def _costs(costs: Sequence[Cost]) -> Iterator[Sequence[str]]:
    text = "clinical, 32 KB"
    yield "KB/s, one core", text, "fast ≥ 1000, balanced ≥ 250", *(f"{cost.kb_per_s:.0f}" for cost in costs)
    yield "ready after, s", "", "≤ 2", *(f"{cost.started_s:.1f}" for cost in costs)
    yield "memory, MB", "", "≤ 300", *(f"{cost.peak_mb:.0f}" for cost in costs)
