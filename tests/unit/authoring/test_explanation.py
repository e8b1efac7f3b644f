from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.bundle import write_archive
from extproc.authoring.explanation import KEPT, bundle_of, found_in
from extproc.errors import Misconfigured
from tests.support.small_policy import SHIPPED, deciding, put, query, trail

ABSENT = object()


@pytest.mark.parametrize(
    ("entities", "told"),
    [
        ({"NAME": {"count": 1, "max_score_permille": 900, "roles": ["user"]}}, True),
        ({}, True),
        ({"NAME": {"roles": ["user"]}}, False),
        ({"NAME": {"count": 1, "roles": [7]}}, False),
        ({"NAME": 1}, False),
        ([], False),
        (ABSENT, False),
    ],
)
def test_a_query_that_no_gate_asks_is_not_explained(tmp_path: Path, entities: object, told: bool) -> None:
    entry = deciding(1, query(1))
    whole: Any = entry.body["query"]
    phi = {name: value for name, value in whole["phi"].items() if name != "entities"}
    phi |= {} if entities is ABSENT else {"entities": entities}
    body = {**entry.body, "query": {**whole, "phi": phi}}
    root = trail(tmp_path, [type(entry)(entry.event, entry.time_us, entry.exchange, body)])
    if told:
        assert len(found_in(root, "dec-1")) == 1
    else:
        with pytest.raises(Misconfigured, match="no gate asks"):
            found_in(root, "dec-1")


def test_a_kept_policy_is_believed_by_what_is_in_it_and_not_by_its_name(tmp_path: Path) -> None:
    kept = tmp_path / KEPT
    kept.mkdir()
    revision = write_archive(SHIPPED, kept / "new.tar.gz")
    named = (kept / "new.tar.gz").rename(kept / f"{revision.removeprefix('sha256:')}.tar.gz")
    assert bundle_of(tmp_path, revision, None) == named
    other = put(tmp_path / "other" / "a.rego", "package gate.request\n").parent
    write_archive(other, named)
    assert bundle_of(tmp_path, revision, None) is None
