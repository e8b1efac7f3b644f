"""A place of a document while it is read: what the table says of it, and what holds around it."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from extproc.payload.document import Item, Path
from extproc.payload.json_tree import JsonObject
from extproc.payload.part import Role
from extproc.payload.schema import Shape
from extproc.sealed import Sealed

_NONE = Sealed("")


@dataclass(slots=True, repr=False, eq=False)
class Inside:
    """What holds for all that stands in one container, and the step that leads there from ``up``."""

    owner: JsonObject = JsonObject.EMPTY
    role: Role = Role.NONE
    label: Sealed[str] = _NONE
    tool: Sealed[str] = _NONE
    step: str | Item | None = None
    up: "Inside | None" = None
    where: tuple[str | int, ...] = ()
    """The caller's names and positions that lead here from the root of the body, through documents in strings."""


class Here(NamedTuple):
    """One place: its shape, its container, and the step to it (``None`` at the root)."""

    shape: Shape
    inside: Inside
    step: str | Item | None = None

    @property
    def label(self) -> Sealed[str]:
        """The nearest member name that is the caller's own."""
        return Sealed(self.step) if self.shape.free and isinstance(self.step, str) else self.inside.label

    @property
    def path(self) -> Path:
        steps, inside = [self.step], self.inside
        while inside.up is not None:
            steps.append(inside.step)
            inside = inside.up
        return Path(tuple(step for step in reversed(steps) if step is not None))

    @property
    def where(self) -> tuple[str | int, ...]:
        """Which value of the body this is."""
        if self.step is None:
            return self.inside.where
        return (*self.inside.where, self.step.number if isinstance(self.step, Item) else self.step)

    def within(self) -> Inside:
        """What holds below a place that has no object of its own."""
        return replace(self.inside, label=self.label, where=self.where)

    def for_tool(self, named_by: str) -> "Here":
        """The same, once the sibling that names its tool was looked up."""
        if not named_by:
            return self
        tool = Sealed(self.inside.owner.text(named_by) or "")
        return self._replace(inside=replace(self.inside, tool=tool))
