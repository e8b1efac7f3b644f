"""What was measured, as tables."""

from collections.abc import Iterator, Sequence

from bench.detection.measure import REPEATS, Outcome, Result
from bench.detection.rows import Corpus, Marks
from bench.detection.scoring import LOWER, Score, Share
from bench.detection.structured import Structured
from bench.detection.tables import DASH, Table, percent, with_interval
from extproc.detect.entities import SAFE_HARBOR_CLASS, EntityType

_MARKED = ("texts", "engine", "rows", "spans", "whole (95 %)", "left", "precision", "label", "clean touched")
_PLAIN = ("texts", "engine", "rows", "KB", "spans per KB", "plain words per KB", "KB/s")


def marked(title: str, all_of: Sequence[Outcome], notes: Sequence[str] = ()) -> Table:
    table = Table(title, (*_MARKED, "wrong per KB", "KB/s"), notes, words=2)
    for results in by_corpus(all_of):
        if results[0].corpus.marks is not Marks.NONE:
            table.rows += (_marked(result) for result in results)
    return table


def _marked(result: Result) -> Sequence[str]:
    score, corpus = result.score, result.corpus
    judged = corpus.marks is Marks.ALL
    return (
        corpus.name,
        result.engine.title,
        _of(score.rows, corpus.total),
        str(score.all.total),
        with_interval(score.recall()),
        percent(score.left()) if score.all.total else DASH,
        percent(score.precision) if judged and score.all.total else DASH,
        percent(score.labelled()),
        percent(score.clean_touched) if judged else DASH,
        f"{score.wrong_per_kb:.2f}" if judged else DASH,
        f"{result.kb_per_s:.0f}",
    )


def unmarked(title: str, all_of: Sequence[Outcome], notes: Sequence[str] = ()) -> Table:
    table = Table(title, _PLAIN, notes, words=2)
    for results in by_corpus(all_of):
        if results[0].corpus.marks is Marks.NONE:
            table.rows += (_unmarked(result) for result in results)
    return table


def _unmarked(result: Result) -> Sequence[str]:
    score = result.score
    return (
        result.corpus.name,
        result.engine.title,
        _of(score.rows, result.corpus.total),
        f"{score.length / 1000:.0f}",
        f"{score.wrong_per_kb:.2f}",
        f"{result.plain_per_kb:.2f}",
        f"{result.kb_per_s:.0f}",
    )


def _of(rows: int, total: int) -> str:
    return str(rows) if rows == total else f"{rows} of {total}"


def by_corpus(all_of: Sequence[Outcome]) -> Iterator[tuple[Result, ...]]:
    """The results of all engines on each corpus."""
    yield from zip(*(one.results for one in all_of), strict=True)


def by_class(all_of: Sequence[Outcome]) -> Iterator[Table]:
    """Public texts each for themselves, generated ones together; where only names are marked, there is one class."""
    scores: dict[str, list[Score]] = {}
    for results in by_corpus(all_of):
        if results[0].corpus.marks is Marks.ALL:
            together = scores.setdefault(_group(results[0].corpus), [Score() for _ in all_of])
            for score, result in zip(together, results, strict=True):
                score.add_classes(result.score)
    for group, merged in scores.items():
        yield _by_class(group, [one.cost.engine.title for one in all_of], merged)


def _group(corpus: Corpus) -> str:
    if not corpus.generated:
        return corpus.name
    return "all generated texts, careless" if corpus.careless else "all generated texts"


def _by_class(group: str, titles: Sequence[str], scores: Sequence[Score]) -> Table:
    table = Table(f"By class, {group}: whole / left / label, in percent", ("class", "spans", *titles))
    for name in (*SAFE_HARBOR_CLASS, LOWER):
        if name in scores[0].classes:
            letter = SAFE_HARBOR_CLASS[EntityType(name.partition(",")[0])]
            total = str(scores[0].classes[name].total)
            table.rows.append((f"{letter} {name}", total, *(_three(score, name) for score in scores)))
    return table


def _three(score: Score, name: str) -> str:
    shares = (score.recall(name), score.left(name), score.labelled(name))
    return " / ".join(f"{share.value * 100:.1f}" if share.whole else DASH for share in shares)


def structures(all_of: Sequence[Outcome]) -> Table:
    shown = ("identifying leaves masked", "codes kept", "patients' values masked")
    table = Table("Structured files", ("format", "engine", "files", "form kept", *shown, "MB/s"), words=2)
    found = [(one.cost.engine.title, files) for one in all_of for files in one.structured]
    table.rows += (_structured(title, files) for title, files in sorted(found, key=lambda each: each[1].format))
    return table


def _structured(title: str, files: Structured) -> Sequence[str]:
    shares = (_count(files.share(kind)) for kind in ("identifying", "codes", "anywhere"))
    mb_per_s = f"{files.length / 1e6 / max(files.cpu_s, 1e-9):.2f}"
    return files.format, title, str(files.files), str(files.good), *shares, mb_per_s


def _count(share: Share) -> str:
    return f"{share.part} of {share.whole}" if share.whole else DASH


def costs(all_of: Sequence[Outcome], notes: Sequence[str] = ()) -> Table:
    sizes = (f"{size} KB, ms" for size in REPEATS)
    heads = ("engine", *sizes, "KB/s at 32 KB", "ready after, s", "memory, MB", "at most, MB")
    table = Table("Speed, start and memory", heads, notes)
    for cost in (one.cost for one in all_of):
        times = (f"{cost.median_ms(size):.2f}" for size in REPEATS)
        rest = (f"{cost.kb_per_s:.0f}", f"{cost.started_s:.1f}", f"{cost.resident_mb:.0f}", f"{cost.peak_mb:.0f}")
        table.rows.append((cost.engine.title, *times, *rest))
    return table
