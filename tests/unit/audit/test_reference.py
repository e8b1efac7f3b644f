from collections.abc import Mapping
from typing import Any

import orjson
import pytest

from extproc.audit.reference import NotAReference, Reference, reference_in

RECIPIENT = "age1" + "q" * 58
ONE = Reference("full", "sealed-000000000007.bin", 12, 345, "ab" * 32, "hmac-sha256:" + "cd" * 32, (RECIPIENT,))


def member(**changes: object) -> Mapping[str, Any]:
    return {"transcript": {**ONE.json(), **changes}}


def test_a_reference_is_read_as_it_was_written() -> None:
    body = orjson.loads(orjson.dumps({"status": 200, "transcript": ONE.json()}))
    assert reference_in(body) == ONE


def test_a_record_without_the_member_has_no_transcript() -> None:
    assert reference_in({"status": 200}) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"level": "metadata"},
        {"algorithm": "none"},
        {"recipients": []},
        {"recipients": ["AGE-SECRET-KEY-1" + "Q" * 58]},
        {"recipients": [RECIPIENT, 1]},
        {"file": "../secrets/audit.key"},
        {"file": "sealed-1.bin"},
        {"file": "sealed-000000000007.bin\n"},
        {"offset": -1},
        {"offset": True},
        {"bytes": 0},
        {"bytes": 2**53},
        {"sha256": "AB" * 32},
        {"sha256": "ab" * 31},
        {"commitment": "cd" * 32},
        {"more": 1},
    ],
)
def test_what_no_gate_writes_is_refused(changes: Mapping[str, object]) -> None:
    with pytest.raises(NotAReference):
        reference_in(member(**changes))


@pytest.mark.parametrize("value", [None, [], "sealed", {}])
def test_a_member_that_is_no_reference_is_not_taken_for_none(value: Any) -> None:
    with pytest.raises(NotAReference):
        reference_in({"transcript": value})
