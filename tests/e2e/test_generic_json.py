"""Any other JSON endpoint that the settings name: every text is searched, nothing else is understood."""

import json

from tests.e2e import planted
from tests.e2e.provider import Providers, Received, Said
from tests.e2e.settings import GENERIC, KEYS
from tests.e2e.stack import Gate
from tests.e2e.wire import ask

LINES = (7, None, {"deep": f"call {planted.PHONE}"})
NOTE = {"patient": {"name": planted.NAME}, "lines": [f"SSN {planted.SSN}", *LINES]}


def echoing(received: Received) -> Said:
    return Said((received.body,))


def test_every_text_is_masked_on_the_way_out_and_restored_on_the_way_back(gate: Gate, providers: Providers) -> None:
    providers.begin(echoing)
    answer = ask(gate.door, json.dumps(NOTE).encode(), f"/generic/{GENERIC}/v2/classify")
    (received,) = providers[GENERIC].requests
    assert received.target == "/v1/v2/classify"
    assert json.loads(received.body) == {
        "patient": {"name": "[NAME_1]"},
        "lines": ["SSN ", 7, None, {"deep": "call [PHONE_1]"}],
    }
    assert answer.json == {**NOTE, "lines": ["SSN ", *LINES]}


def test_its_key_goes_where_the_settings_say(gate: Gate, providers: Providers) -> None:
    providers.begin(echoing)
    ask(gate.door, b"{}", f"/generic/{GENERIC}")
    (received,) = providers[GENERIC].requests
    assert (received.header("x-api-key"), received.header("authorization")) == (KEYS[GENERIC], "")
    assert received.target == "/v1"


def test_a_provider_of_another_dialect_has_no_generic_door(gate: Gate, providers: Providers) -> None:
    for name in ("demo-cloud", "nobody"):
        answer = ask(gate.door, json.dumps({"a": planted.REFUSED}).encode(), f"/generic/{name}/x")
        assert (answer.status, answer.code) == (404, "unknown_endpoint")
    assert providers.heard_bytes == 0
