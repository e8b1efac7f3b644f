"""After all other tests of a gate: nothing that was planted stands in anything that it wrote, and its trail verifies.

Every gate is searched like this once more when it has ended (``stack.grounds``), and what the providers received when
the last one has (``conftest.providers``).
"""

from pathlib import Path

import pytest

from tests.e2e import planted
from tests.e2e.bodies import chat
from tests.e2e.provider import Providers
from tests.e2e.stack import Gate, verified
from tests.e2e.wire import ask


def test_no_planted_identifier_stands_in_anything_the_gate_wrote(gate: Gate, providers: Providers) -> None:
    ask(gate.door, chat(planted.PROMPT, stream=True))
    logs = (gate.place / "up.err").read_text(encoding="utf-8")
    assert "sidecar-0" in logs  # there is something to search in
    assert planted.found_below(gate.place) == {}


def test_no_provider_received_a_planted_identifier(gate: Gate, providers: Providers) -> None:
    ask(gate.door, chat(planted.PROMPT))
    assert providers.heard_bytes > 0
    assert planted.found(providers.everything, (*planted.ALL, planted.REFUSED)) == []


def test_the_trail_of_the_whole_run_verifies(gate: Gate, providers: Providers) -> None:
    ask(gate.door, chat(planted.PROMPT))
    done = verified(gate.place)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("form", list(planted.forms(planted.NAME)))
def test_the_search_finds_what_it_is_for(tmp_path: Path, form: bytes) -> None:
    (tmp_path / "log").write_bytes(b'{"details": "' + form + b'"}')
    assert planted.found_below(tmp_path)["log"]
