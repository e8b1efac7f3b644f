"""All that was measured, as a JSON document."""

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from bench.detection.measure import Cost, Outcome, Result
from bench.detection.scoring import Score, Share
from bench.detection.structured import Structured


def document(machine: Mapping[str, str], full: Sequence[Outcome], sampled: Sequence[Outcome]) -> dict[str, Any]:
    return {
        "machine": machine,
        "all_rows": [_result(result) for one in full for result in one.results],
        "sampled_rows": [_result(result) for one in sampled for result in one.results],
        "costs": [_cost(one.cost) for one in costed(full, sampled)],
        "structured": [_structured(one.cost, file) for one in full for file in one.structured],
    }


def costed(full: Sequence[Outcome], sampled: Sequence[Outcome]) -> list[Outcome]:
    """Each engine once."""
    seen = {one.cost.engine.key for one in full}
    return [*full, *(one for one in sampled if one.cost.engine.key not in seen)]


def _result(result: Result) -> dict[str, Any]:
    score, corpus = result.score, result.corpus
    return {
        "texts": corpus.name,
        "generated": corpus.generated,
        "marks": corpus.marks,
        "engine": result.engine.key,
        "rows": score.rows,
        "rows_in_all": corpus.total,
        "chars": score.length,
        "cpu_s": result.cpu_s,
        "whole_interval": score.recall().interval,
        **_shares(score, None),
        "precision": _share(score.precision),
        "clean_touched": _share(score.clean_touched),
        "wrong_per_kb": score.wrong_per_kb,
        "plain_words": result.plain.total(),
        "classes": {name: _shares(score, name) for name in score.classes},
    }


def _shares(score: Score, name: str | None) -> dict[str, Any]:
    return {
        "whole": _share(score.recall(name)),
        "left": _share(score.left(name)),
        "labelled": _share(score.labelled(name)),
    }


def _share(share: Share) -> dict[str, float]:
    return {"part": share.part, "of": share.whole, "value": share.value}


def _cost(cost: Cost) -> dict[str, Any]:
    return {
        "engine": cost.engine.key,
        "cpu_ms": {
            str(size): {"best": min(times), "median": statistics.median(times), "texts": len(times)}
            for size, times in cost.ms.items()
        },
        "kb_per_s": cost.kb_per_s,
        "ready_after_s": cost.started_s,
        "resident_mb": cost.resident_mb,
        "peak_mb": cost.peak_mb,
        "versions": dict(cost.versions),
    }


def _structured(cost: Cost, file: Structured) -> dict[str, Any]:
    return {
        "engine": cost.engine.key,
        "format": file.format,
        "files": file.files,
        "form_kept": file.good,
        "chars": file.length,
        "cpu_s": file.cpu_s,
        **{kind: _share(file.share(kind)) for kind in file.total},
    }
