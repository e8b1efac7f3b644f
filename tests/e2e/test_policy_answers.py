"""Whatever OPA says that is no decision: the request is refused, the caller knows why, and the next one is served."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.e2e import planted
from tests.e2e import policy_front as front
from tests.e2e.bodies import chat, said_text
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.policy_front import Front, Spoil
from tests.e2e.provider import Providers
from tests.e2e.stack import eventually
from tests.e2e.wire import ask

DEADLINE_MS = 1000
AT_ONCE = 24


@pytest.fixture(scope="module")
def hand(providers: Providers) -> Iterator[ByHand]:
    with by_hand(providers, "opa", deadline_ms=DEADLINE_MS) as running:
        yield running


@pytest.fixture(scope="module")
def before_opa(hand: ByHand) -> Iterator[Front]:
    with front.standing_before(hand.place / "opa.sock") as standing:
        yield standing


def served(hand: ByHand) -> bool:
    answer = ask(hand.gate.door, chat(planted.PROMPT))
    return answer.status == 200 and said_text(answer.body) == planted.RESTORED


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (front.no_http, "policy_unavailable"),
        (front.failed, "policy_unavailable"),
        (front.cut_short, "policy_unavailable"),
        (front.too_late, "policy_unavailable"),
        (front.no_json, "policy_malformed"),
        (front.undefined, "policy_malformed"),
        (front.empty, "policy_malformed"),
        (front.another_bundles, "policy_malformed"),
        (front.another_decision, "policy_malformed"),
    ],
)
def test_an_answer_that_is_no_decision_refuses_and_the_next_one_serves(
    spoil: Spoil, code: str, hand: ByHand, before_opa: Front, providers: Providers
) -> None:
    assert served(hand)
    before_opa.spoil = spoil
    before = providers.heard_bytes
    answer = ask(hand.gate.door, chat(planted.PROMPT + planted.REFUSED))
    before_opa.spoil = front.passed_on
    assert (answer.status, answer.code, providers.heard_bytes) == (503, code, before)
    record = hand.gate.ending(answer.exchange)
    assert (record["event"], record["body"]["code"]) == ("exchange.refused", code)
    assert served(hand)


def test_under_load_each_is_refused_while_opa_is_late_and_served_when_it_is_not(
    hand: ByHand, before_opa: Front, providers: Providers
) -> None:
    def asked(_: int) -> tuple[int, str]:
        answer = ask(hand.gate.door, chat(planted.PROMPT + planted.REFUSED))
        return answer.status, answer.code

    assert served(hand)
    before_opa.spoil = front.too_late
    before = providers.heard_bytes
    with ThreadPoolExecutor(AT_ONCE) as callers:
        assert set(callers.map(asked, range(2 * AT_ONCE))) == {(503, "policy_unavailable")}
        assert providers.heard_bytes == before
        before_opa.spoil = front.passed_on
        eventually(lambda: all(callers.map(lambda _: served(hand), range(AT_ONCE))))
