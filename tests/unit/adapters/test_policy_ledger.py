"""What became of a policy is said where each of its readers looks."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from extproc.adapters.bundle import Bundle, read_bundle
from extproc.adapters.bundle_signature import Signer
from extproc.adapters.policy_ledger import PolicyLedger, keep
from extproc.adapters.policy_source import Why
from extproc.audit.record import Event
from extproc.errors import TrailUnavailable
from tests.support.policies import FakeCounts, FakePolicyReporter
from tests.support.ports import FakeTrail

SHIPPED = Path(__file__).parents[3] / "opa"
SIGNER = Signer("hospital", "policy-team", "ab" * 32)


class World:
    def __init__(self, fails_at: int | None = None) -> None:
        self.trail = FakeTrail(fails_at)
        self.reporter = FakePolicyReporter()
        self.counts = FakeCounts()
        self.ledger = PolicyLedger(self.trail, self.reporter, self.counts, lambda: 7, "opa")


@pytest.fixture
def bundle() -> Bundle:
    return read_bundle(SHIPPED)


def test_an_activation_names_the_policy_what_is_in_it_and_who_signed_it(bundle: Bundle) -> None:
    world = World()
    world.ledger.activated(replace(bundle, named="r1", signer=SIGNER))
    [entry] = world.trail.entries
    assert (entry.event, entry.time_us, entry.exchange, entry.ends) == (Event.POLICY_ACTIVATED, 7, "", False)
    assert entry.body["policy_revision"] == bundle.revision
    assert (entry.body["before"], entry.body["opa_revision"]) == ("", "r1")
    assert entry.body["archive_sha256"] == hashlib.sha256(bundle.archive).hexdigest()
    assert entry.body["signed_by"] == {"key_id": "hospital", "issuer": "policy-team", "key_sha256": "ab" * 32}
    assert "gate.request" in bundle.packages
    assert entry.body["packages"] == list(bundle.packages)
    assert "wardgate.access" in str(entry.body["data"])
    assert world.reporter.activated == [bundle.revision]


def test_each_activation_names_the_one_before(bundle: Bundle) -> None:
    world = World()
    world.ledger.activated(bundle)
    world.ledger.activated(replace(bundle, revision="sha256:2"))
    world.ledger.rejected("sha256:3", Why.REFUSED)
    assert [entry.body.get("before") for entry in world.trail.entries[:2]] == ["", bundle.revision]
    assert world.trail.entries[2].body == {"content": "sha256:3", "why": "refused", "in_force": "sha256:2"}
    assert world.reporter.rejected == [("refused", "sha256:3")]


def test_a_dead_trail_activates_nothing_and_still_says_what_was_rejected(bundle: Bundle) -> None:
    world = World(fails_at=0)
    with pytest.raises(TrailUnavailable):
        world.ledger.activated(bundle)
    world.ledger.rejected("sha256:3", Why.UNTRUSTED)
    assert (world.reporter.activated, world.reporter.rejected) == ([], [("untrusted", "sha256:3")])


def test_what_was_in_force_is_kept_once_and_can_be_read_again(bundle: Bundle, tmp_path: Path) -> None:
    for _ in range(2):
        keep(tmp_path, bundle)
    [kept] = (tmp_path / "policies").iterdir()
    assert kept.name == f"{bundle.revision.removeprefix('sha256:')}.tar.gz"
    assert read_bundle(kept).revision == bundle.revision


def test_each_signed_archive_of_one_policy_is_kept(bundle: Bundle, tmp_path: Path) -> None:
    for archive in (b"1", b"2"):
        keep(tmp_path, replace(bundle, signer=SIGNER, archive=archive))
    assert sorted(path.read_bytes() for path in (tmp_path / "policies").iterdir()) == [b"1", b"2"]
