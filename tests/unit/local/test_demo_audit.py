"""The demo's audit step on small trails made here."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.audit_key import public_pem
from extproc.audit.record import Entry, Event
from extproc.audit.reference import Reference
from extproc.audit.transcript import Commitment, plaintext
from extproc.local.demo_audit import Evidence, audited
from extproc.local.demo_page import Told
from tests.support.chains import CLOSED, KEY, NAME, OTHER_KEY, STARTED, TIME_US, completed, lines_of, received, refused
from tests.support.transcripts import ASKED, OTHER, READER, RECIPIENTS

ALLOWED, DENIED = "a", "b"


COMMITTED = Commitment(bytes(32))
SEALED = RECIPIENTS.seal(COMMITTED.over(plaintext(ASKED, ALLOWED, "request.decided", bytes(32))))
NAMED = Reference(
    "full", "sealed-000000000001.bin", 0, len(SEALED), sha256(SEALED).hexdigest(), COMMITTED.text, RECIPIENTS.names
)


def decided(exchange: str, verdict: str, cite: str) -> Entry:
    """What is allowed has a transcript."""
    decision = {"verdict": verdict, "provider": "cloud" if verdict == "allow" else "", "reasons": [{"cite": cite}]}
    body: dict[str, Any] = {"decision": decision, "masked": [{"entity": "NAME", "count": 2}]}
    if verdict == "deny":
        return Entry(Event.REQUEST_DECIDED, TIME_US, exchange, body, ends=True)
    return Entry(Event.REQUEST_DECIDED, TIME_US, exchange, {**body, "transcript": NAMED.json()}, texts=ASKED)


STORY = (
    [STARTED],
    [received(ALLOWED), decided(ALLOWED, "allow", "cite 1"), completed(ALLOWED)],
    [received(DENIED)],
    [decided(DENIED, "deny", "cite 2")],
    [refused("c"), CLOSED],
)


@pytest.fixture
def evidence(tmp_path: Path) -> Evidence:
    return written(tmp_path, lines_of(STORY))


def written(place: Path, lines: list[bytes], key: bytes = public_pem(KEY.public_key())) -> Evidence:
    (place / "audit" / NAME).mkdir(parents=True)
    (place / "audit" / NAME / "seg-000000000000.jsonl").write_bytes(b"".join(lines))
    (place / "audit" / NAME / NAMED.file).write_bytes(SEALED)
    (place / "key.pub").write_bytes(key)
    (place / "reader.key").write_text(str(READER), encoding="utf-8")
    return Evidence(place / "audit", place / "key.pub", place / "reader.key")


def told(evidence: Evidence, identifiers: tuple[str, ...] = ()) -> Told:
    return audited(evidence, [ALLOWED, DENIED], identifiers, evidence.directory.parent / "copy")


def failed(told: Told) -> list[str]:
    return [check.fact for check in told.checks if not check.held]


def test_a_whole_trail_holds_and_each_exchange_has_its_row(evidence: Evidence) -> None:
    shown = told(evidence)
    assert shown.held
    assert [(row.label, row.text.splitlines()[1:]) for row in shown.rows[:2]] == [
        ("step 1", ["masked: NAME 2", "why: cite 1"]),
        ("step 2", ["masked: NAME 2", "why: cite 2"]),
    ]


def test_the_forgery_is_in_the_copy_and_named_by_its_line(evidence: Evidence) -> None:
    before = evidence.files[0].read_bytes()
    row = told(evidence).rows[-1]
    assert row.text.splitlines() == [
        'line 9: "verdict":"deny" became "verdict":"allow"',
        "seg-000000000000.jsonl, line 10: the checkpoint's Merkle root is not the root of the records before it",
    ]
    assert evidence.files[0].read_bytes() == before


def test_what_was_said_is_opened_and_shown_masked(evidence: Evidence) -> None:
    (row,) = [row for row in told(evidence).rows if row.label == "a transcript"]
    assert row.text.splitlines()[1:] == ['{"messages":[{"content":"[NAME_1] coughs"}]}']


SEALED_FACT = "what was said is sealed: no identifier stands there in clear, and only its reader's key opens it"


def test_what_its_reader_cannot_open_does_not_hold(evidence: Evidence) -> None:
    evidence.reader.write_text(str(OTHER), encoding="utf-8")
    shown = told(evidence)
    assert failed(shown) == [SEALED_FACT]
    assert [row.text for row in shown.rows if row.label == "a transcript"] == ["none"]


def test_an_identifier_in_clear_beside_the_sealed_is_named(evidence: Evidence) -> None:
    (evidence.directory / NAME / "sealed-000000000099.bin").write_bytes(b"Maria")
    assert failed(told(evidence, ("Maria",))) == [SEALED_FACT]


def test_a_changed_transcript_does_not_hold(evidence: Evidence) -> None:
    (evidence.directory / NAME / NAMED.file).write_bytes(SEALED[:-1] + b"x")
    assert "nothing is missing or changed, and the signature is the gate's" in failed(told(evidence))


def test_an_identifier_in_a_record_is_named(evidence: Evidence) -> None:
    assert failed(told(evidence, ("cite 1",))) == ["no record holds an identifier"]


def test_a_chain_without_its_end_does_not_hold(tmp_path: Path) -> None:
    story = [*STORY[:-1], [refused("c")]]
    assert failed(told(written(tmp_path, lines_of(story)))) == [
        "nothing is missing or changed, and the signature is the gate's"
    ]


def test_a_trail_signed_with_another_key_does_not_hold(tmp_path: Path) -> None:
    evidence = written(tmp_path, lines_of(STORY), public_pem(OTHER_KEY.public_key()))
    assert "nothing is missing or changed, and the signature is the gate's" in failed(told(evidence))


def test_an_exchange_without_an_ending_does_not_hold(tmp_path: Path) -> None:
    story = [STORY[0], STORY[1][:2], *STORY[2:4], [refused("c")]]
    assert any(fact.endswith("and ended once") for fact in failed(told(written(tmp_path, lines_of(story)))))


def test_a_trail_without_a_denial_has_nothing_to_forge_and_does_not_hold(tmp_path: Path) -> None:
    evidence = written(tmp_path, lines_of([*STORY[:2], [CLOSED]]))
    assert "one word of a copy was changed, and the verification names the place" in failed(told(evidence))


def test_a_fault_that_is_named_elsewhere_is_not_the_forgery(tmp_path: Path) -> None:
    lines = lines_of(STORY)
    lines[2] = lines[2].replace(b'"operation":"chat"', b'"operation":"said"')
    assert "one word of a copy was changed, and the verification names the place" in failed(
        told(written(tmp_path, lines))
    )
