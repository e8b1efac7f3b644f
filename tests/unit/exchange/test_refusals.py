"""The table of refusals is closed: every code the exchange speaks of has a row, and every row is spoken of."""

import re
from pathlib import Path

from extproc.exchange.refusals import TABLE, refusal
from tests.support.exchanges import decision

SOURCES = [path for path in (Path(__file__).parents[3] / "extproc").rglob("*.py") if "pb" not in path.parts]


def test_every_row_is_spoken_of_and_says_what_to_do() -> None:
    text = "\n".join(path.read_text() for path in SOURCES if path.name != "refusals.py")
    words = set(re.findall(r'"([a-z_]+)"', text))
    assert set(TABLE) <= words
    assert all(row.message.endswith(".") and 400 <= row.status < 600 for row in TABLE.values())


def test_only_the_reasons_that_refuse_are_shown() -> None:
    assert refusal("policy_denied", request_id="r", decision=decision()).reasons == ()
