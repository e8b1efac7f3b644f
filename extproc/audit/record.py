"""What a record says.

A record is made in two steps: an exchange writes an :class:`Entry` (what happened); the trail adds place and proof
(chain, sequence, previous hash). Values are JSON without floats: strings from closed lists, settings or the verified
token, integers, booleans, lists and objects of them. No text of any body, ever: texts that the policy wants kept go
with an entry to be sealed, and the record says where they lie.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extproc.audit.texts import Texts

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


class Event(StrEnum):
    """The kinds of record. An exchange has one ``REQUEST_RECEIVED`` and exactly one ending."""

    REQUEST_RECEIVED = "request.received"
    REQUEST_DECIDED = "request.decided"  # an ending too, where the verdict is not allow
    RESPONSE_DECIDED = "response.decided"  # the policy was asked about the answer, before more of it goes out
    REVIEW_DUE = "review.due"  # somebody must look at the exchange afterwards; durable with the decision that says so
    EXCHANGE_REFUSED = "exchange.refused"  # ending: the gate itself refused (malformed, too large, a dependency failed)
    EXCHANGE_COMPLETED = "exchange.completed"  # ending: the whole answer was released
    EXCHANGE_ABORTED = (
        "exchange.aborted"  # ending: it stopped after the decision (client gone, provider or policy failed)
    )
    EXCHANGE_ORPHANED = "exchange.orphaned"  # ending, written by recovery for what a crash left open
    POLICY_ACTIVATED = "policy.activated"  # the chain's: a policy comes into force, before it decides anything
    POLICY_REJECTED = "policy.rejected"  # the chain's: a changed policy was not taken, and the last good one stays
    CHAIN_STARTED = "chain.started"
    CHAIN_CLOSED = "chain.closed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. ``exchange`` is the gate's own id of the exchange (UUID), ``""`` for the chain's own
    records; ``ends`` says that this closes the exchange. ``texts`` are sealed and durable before the record is, which
    gets a member ``transcript`` that names them: a trail that cannot do so takes no such entry."""

    event: Event
    time_us: int
    exchange: str
    body: Mapping[str, Json]
    ends: bool = False
    texts: Texts | None = field(default=None, repr=False)
