"""What an engine that takes another policy while it decides can do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from extproc.adapters.bundle import Bundle
from extproc.runtime.ports import Policy

Arrived = Callable[[], None]
"""Called when a bundle comes into force, before any decision by it is believed. Raises ``TrailUnavailable`` where that
cannot be recorded; the bundle is then not in force."""

Changed = Callable[[Mapping[str, object], Sequence[str]], None]
"""Told of the data and the packages of a policy that came into force."""


class Engine(Policy, Protocol):
    """The port ``Policy``, and its bundle may change. Not for two offers at once."""

    @property
    def busy(self) -> bool:
        """What was offered is on its way, and cannot be taken back."""
        ...

    async def offer(self, bundle: Bundle, arrived: Arrived) -> None:
        """``bundle`` is to decide; it comes into force now or, where others are to take it, in a later ``step``.

        Raises ``Misconfigured`` or ``PolicyMalformed`` for one that must not, and what is in force stays;
        ``PolicyUnavailable`` where that could not be found out.
        """
        ...

    def withdraw(self) -> None:
        """What was offered and is not in force yet is not wanted any more."""
        ...

    async def step(self) -> None:
        """Do what is due; called at each look. Raises ``Misconfigured`` where what was offered was not taken."""
        ...
