"""The policy changes while the gate serves: the new one decides without a restart, a broken one never."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.bundle import bundle_revision
from tests.e2e import planted
from tests.e2e.bodies import chat
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.provider import Providers
from tests.e2e.settings import PROCESSES
from tests.e2e.stack import ENGINES, eventually, verified
from tests.e2e.wire import ask
from tests.support import answer_policies

POLL_S = 0.1


@pytest.fixture(scope="module", params=ENGINES)
def hand(request: pytest.FixtureRequest, providers: Providers) -> Iterator[ByHand]:
    engine: str = request.param
    with by_hand(providers, engine, deadline_ms=5000, poll_s=POLL_S, archive="policy/bundle.tar.gz") as running:
        yield running


def status(hand: ByHand) -> int:
    return ask(hand.gate.door, chat(planted.CLEAN)).status


def replaced(hand: ByHand, name: str, text: str) -> str:
    """Put ``text`` in the place of a file of the policy at once; what was there."""
    path = hand.place / "opa" / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    fresh = hand.place / "fresh"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
    return before


def all_decide(hand: ByHand, expected: int) -> None:
    """Until each sidecar has decided so; on the way there is an old decision or a new one, and nothing else."""
    asked: list[int] = []

    def in_force() -> bool:
        asked.append(status(hand))
        now = bundle_revision(hand.place / "opa")
        return all(activated(hand, name)[-1] == now for name in hand.sidecars())

    eventually(in_force)
    assert status(hand) == expected
    assert set(asked) <= {200, 403}


def activated(hand: ByHand, name: str) -> list[str]:
    return [one["body"]["policy_revision"] for one in of(hand.chain_of(name), "policy.activated")]


def of(chain: Path, *events: str) -> list[dict[str, Any]]:
    lines = [line for path in sorted(chain.glob("seg-*")) for line in path.read_bytes().splitlines()]
    records = [json.loads(line) for line in lines if b'"event"' in line]
    return [one for one in records if not events or one["event"] in events]


def test_a_changed_policy_decides_without_a_restart(hand: ByHand) -> None:
    all_decide(hand, 200)
    before = replaced(hand, "wardgate/access/data.json", '{"groups": {}, "roles": {}}')
    all_decide(hand, 403)
    replaced(hand, "wardgate/access/data.json", before)
    all_decide(hand, 200)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("gate/broken.rego", "package gate.broken ][", "refused"),
        ("wardgate/broken/data.json", "[]", "malformed"),
        ("wardgate/access/data.json", '{"groups": {}, "rolls": {}}', "data_outside_schema"),
        ("wardgate/broken/data.yaml", "a: off", "malformed"),
        ("gate/request.rego", "package gate.request\n\ndecision := {}\n", "outside_schema"),
        ("gate/response.rego", answer_policies.BROKEN["undefined"], "outside_schema"),
        ("gate/response.rego", answer_policies.BROKEN["empty"], "outside_schema"),
        ("gate/response.rego", answer_policies.BROKEN["another_word"], "outside_schema"),
    ],
)
def test_a_broken_policy_is_refused_loudly_and_the_last_good_one_stays(
    hand: ByHand, name: str, text: str, why: str
) -> None:
    all_decide(hand, 200)
    (hand.place / "opa" / name).parent.mkdir(exist_ok=True)
    before = replaced(hand, name, text)
    eventually(lambda: all(rejected(hand.chain_of(sidecar))[-1:] == [why] for sidecar in hand.sidecars()))
    assert status(hand) == 200
    hand.all_serve()
    errors = [(hand.place / f"{one}.err").read_text(encoding="utf-8") for one in hand.sidecars()]
    assert all('"policy_rejected"' in said and f'"{why}"' in said for said in errors)
    replaced(hand, name, before) if before else (hand.place / "opa" / name).unlink()
    all_decide(hand, 200)


def rejected(chain: Path) -> list[str]:
    return [one["body"]["why"] for one in of(chain, "policy.rejected")]


def test_each_decision_names_a_revision_that_was_in_force_when_it_was_asked(hand: ByHand) -> None:
    all_decide(hand, 200)
    assert len(hand.sidecars()) == PROCESSES
    for name in hand.sidecars():
        before = in_force = ""
        for record in of(hand.chain_of(name), "policy.activated", "request.decided"):
            revision = record["body"]["policy_revision"]
            if record["event"] == "policy.activated":
                assert record["body"]["before"] == in_force
                before, in_force = in_force, revision
                assert (hand.place / "audit" / "policies" / f"{revision.removeprefix('sha256:')}.tar.gz").is_file()
            assert revision in (in_force, before)  # what was asked before a change may be recorded after it
    done = verified(hand.place)
    assert done.returncode == 0, done.stdout + done.stderr
