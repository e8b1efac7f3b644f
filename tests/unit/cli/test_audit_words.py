from collections.abc import Mapping

import pytest

from extproc.audit.chain import Record
from extproc.audit.record import Event, Json
from extproc.cli.audit_words import plain_line
from tests.support.chains import NAME, TIME_US


def line(event: Event, body: Mapping[str, Json], exchange: str = "a") -> str:
    return plain_line(Record(NAME, 1, TIME_US, event, exchange, False, "", body))


def test_a_line_says_when_what_and_of_which_exchange() -> None:
    words = line(Event.EXCHANGE_REFUSED, {"code": "no_token", "status": 401, "actor": None, "phase": ""}).split()
    assert words == ["2026-11-22", "06:31:48.000000Z", "exchange.refused", "a", "code=no_token", "status=401"]


def test_a_chains_own_record_names_the_chain() -> None:
    assert NAME in line(Event.CHAIN_CLOSED, {}, exchange="")


def test_a_decision_is_told_by_verdict_provider_reasons_and_what_was_masked() -> None:
    body: Mapping[str, Json] = {
        "decision": {"verdict": "allow", "provider": "local", "reasons": [{"id": "baa"}, {"id": "role"}]},
        "masked": [{"entity": "NAME", "count": 2}, {"entity": "MRN", "count": 1}],
        "outcome": "forwarded",
    }
    said = line(Event.REQUEST_DECIDED, body)
    assert said.endswith("verdict=allow provider=local reasons=baa,role outcome=forwarded masked=3")


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"decision": [], "masked": {}, "actor": 3, "route": "x"},
        {"decision": {"reasons": [1, None]}, "masked": [None, {"count": "2"}]},
    ],
)
def test_a_body_nobody_verified_breaks_nothing(event: Event, body: Mapping[str, Json]) -> None:
    assert event.value in line(event, body)
