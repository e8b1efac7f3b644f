"""One request and its response, as far as policy is concerned: a state machine without I/O.

The states and what they do stand in ``asking``, ``answering``, ``streaming``, ``completing`` and ``ending``;
``phases.NEXT`` says which event may come when and where it may lead. Three rules hold at every step, and the tests walk
random paths to see that they do:

- ``Forward`` follows only ``Recorded`` of an allowing decision;
- the last byte of an answer follows only ``Recorded`` of its end;
- every failure leads to a refusal or, once a stream has begun, to an error event and a proper end.
"""

from extproc.errors import ProtocolError
from extproc.exchange.account import Account
from extproc.exchange.asking import Opening
from extproc.exchange.ending import Commands, State
from extproc.exchange.events import Event
from extproc.exchange.gate import Gate
from extproc.exchange.phases import NEXT, Phase


class Exchange:
    """One request and its response. Both ids are minted outside; ``decision_id`` must come back in the decision."""

    def __init__(self, gate: Gate, exchange_id: str, decision_id: str) -> None:
        self._account = Account(gate, exchange_id, decision_id)
        self._state: State = Opening(self._account)

    @property
    def phase(self) -> Phase:
        return self._state.phase

    @property
    def kept_bytes(self) -> int:
        """Of a stream's texts, held for its transcript."""
        answering = self._account.answering
        return 0 if answering is None else answering.kept_bytes

    @property
    def over(self) -> bool:
        return self.phase is Phase.OVER

    def receive(self, event: Event, time_us: int) -> Commands:
        """Raises ``ProtocolError`` if ``event`` cannot happen in this phase. ``time_us`` is the wall clock."""
        before = self.phase
        allowed = NEXT[before].get(type(event))
        if allowed is None:
            raise ProtocolError("an event that cannot happen in this phase")
        self._account.now_us = time_us
        self._state, commands = self._state.on(event)
        if self.phase not in allowed:
            raise AssertionError(f"{before.name} may not lead to {self.phase.name} on {type(event).__name__}")
        return commands
