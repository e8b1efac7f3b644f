"""Small expressions: where its guard lets it run them, the embedded engine says what OPA says, or fails loudly."""

import os
import random
from pathlib import Path
from typing import Any, Final

import pytest

from extproc.adapters.rego_plan import TRUSTED
from tests.support.rego_engines import OPA, PACKAGE, embedded, on_opa
from tests.support.rego_expressions import Expressions

BATCH: Final = 120
BATCHES: Final = 25 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 1
SEED: Final = 20_261_122
VALUES: Final[tuple[Any, ...]] = (
    1, 0, -1, 10, 1.5, 365, 2190, "a", "é", "10", "a b", "\U0001f600", None, True, [3, 1, 2], ["b", "a"], [1, "a"],
    {"b": 1, "a": 2}, {"é": []}, [], {},
)  # fmt: skip


@pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")
@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_may_run_is_answered_as_opa_answers(batch: int, tmp_path: Path) -> None:
    drawn = Expressions(random.Random(SEED + batch), TRUSTED, len(VALUES))
    rules = {f"r{number}": drawn.rule(f"r{number}") for number in range(BATCH)}
    question = {"v": VALUES}
    authority = on_opa(rules, {}, question, tmp_path)
    names = list(authority)
    sources = [f"{PACKAGE}{rules[name]}\n\ndecision := {name}\n" for name in names]
    second = dict(zip(names, embedded(sources, {}, question), strict=True))
    ran = [name for name in names if not second[name].refused and not second[name].failed]
    assert len(ran) > BATCH / 8
    differing = [name for name in ran if not second[name].same(authority[name])]
    if differing:
        least = min(differing, key=lambda name: len(rules[name]))
        print(rules[least], authority[least], second[least], sep="\n")  # noqa: T201
    assert differing == []
