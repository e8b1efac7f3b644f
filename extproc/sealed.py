"""Text of a patient, which does not print itself.

Whatever may hold PHI travels as :class:`Sealed`. Formatting, ``repr`` and an exception's traceback
show its length and nothing else, so a forgotten log line leaks a number. What this does not cover:
a debugger, a core dump, and code that calls :meth:`Sealed.reveal` and then prints.
"""

from typing import Final, Generic, TypeVar

T = TypeVar("T", str, bytes)


class Sealed(Generic[T]):
    """One text or body that may hold PHI. Equal when what it holds is equal; not ordered."""

    __slots__ = ("_held",)

    def __init__(self, held: T) -> None:
        self._held: Final[T] = held

    def reveal(self) -> T:
        """The text itself. Searchable and rare: each call is a place to review."""
        return self._held

    def __len__(self) -> int:
        return len(self._held)

    def __repr__(self) -> str:
        return f"<sealed {len(self._held)}>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self._held == other._held

    def __hash__(self) -> int:
        return hash(self._held)  # salted per process by Python, so it tells nothing outside it

    def __reduce__(self) -> tuple[type["Sealed[T]"], tuple[T]]:
        return (Sealed, (self._held,))  # crosses to our own worker processes, never to a store


NOTHING: Final[Sealed[str]] = Sealed("")
"""No text at all."""
