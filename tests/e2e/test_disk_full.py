"""The disk takes no more records: nothing is served that could not be audited.

The disk is filled by lowering ``RLIMIT_FSIZE`` of the running sidecars to what their segments hold already. The kernel
then takes a part of the next write and refuses the rest, as a full disk does, with EFBIG in ENOSPC's place; the gate
makes no difference between the two. It needs no rights, and undoing it is one call.
"""

import resource
from collections.abc import Iterator

import pytest

from tests.e2e import planted
from tests.e2e.bodies import chat, chunks_of, completion, said_text, stream, streamed
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.provider import Providers, Received, Said
from tests.e2e.stack import verified
from tests.e2e.wire import ask

SPARE_BYTES = 100
"""Less than any record, so that the first write is torn."""


@pytest.fixture
def hand(providers: Providers) -> Iterator[ByHand]:
    with by_hand(providers, "embedded") as hand:
        yield hand


def fill(hand: ByHand) -> None:
    for name in hand.sidecars():
        held = max(path.stat().st_size for path in hand.chain_of(name).iterdir())
        limits = (held + SPARE_BYTES, resource.RLIM_INFINITY)
        resource.prlimit(hand.parts[name].pid, resource.RLIMIT_FSIZE, limits)


def test_nothing_is_served_until_there_is_room_again(hand: ByHand, providers: Providers) -> None:
    assert ask(hand.gate.door, chat(planted.PROMPT)).status == 200
    before = providers.heard_bytes
    fill(hand)
    codes = set()
    for _ in range(8):
        answer = ask(hand.gate.door, chat(planted.PROMPT + planted.REFUSED))
        assert answer.status == 503
        codes.add(answer.code)
    assert "audit_unavailable" in codes
    assert codes <= {"audit_unavailable", "gate_unavailable"}
    assert providers.heard_bytes == before
    for name in hand.sidecars():
        hand.kill(name)
    hand.start_sidecars((0, 1))
    hand.all_serve()
    assert said_text(ask(hand.gate.door, chat(planted.PROMPT)).body) == planted.RESTORED
    assert verified(hand.place).returncode == 0


def test_an_answer_whose_end_cannot_be_recorded_ends_with_an_error(hand: ByHand, providers: Providers) -> None:
    """The disk fills up while the provider answers: the decision was recorded, the end of the exchange cannot be."""

    def filling(_: Received) -> Said:
        fill(hand)
        return stream(streamed("Hello [NAME_1]."))

    providers.begin(filling)
    answer = ask(hand.gate.door, chat(planted.PROMPT, stream=True))
    assert answer.whole
    assert chunks_of(answer.body)[-1]["error"]["code"] == "audit_unavailable"


def test_an_answer_that_cannot_be_recorded_is_withheld(hand: ByHand, providers: Providers) -> None:
    def filling(_: Received) -> Said:
        fill(hand)
        return Said((completion("Hello [NAME_1]."),))

    providers.begin(filling)
    answer = ask(hand.gate.door, chat(planted.PROMPT))
    assert (answer.status, answer.code) == (503, "audit_unavailable")
