"""What another policy would have decided otherwise, and how often: of requests, or of answers."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from extproc.authoring.about import About
from extproc.authoring.difference import Difference, Kind

NO_GROUP: Final = "(no group)"
NO_PROVIDER: Final = "(none)"


@dataclass(frozen=True, slots=True)
class Changed:
    """A request, or one question about an answer, that would have been decided otherwise."""

    about: About
    exchange: str
    decision_id: str
    time_us: int
    groups: tuple[str, ...]
    difference: Difference

    @property
    def change(self) -> str:
        """``allow → deny``; where both say the same, what else differs: ``allow, other masking, provider``."""
        one = self.difference
        others = ", ".join(sorted(one.kinds))
        return f"{one.before} → {one.after}" if one.before != one.after else f"{one.after}, other {others}"

    @property
    def provider(self) -> str:
        """Whose answer it is; of a request ``old → new`` where it would have gone elsewhere, and ``""`` where not."""
        old, new = (one or NO_PROVIDER for one in self.difference.providers)
        if self.about is About.ANSWER:
            return old
        return f"{old} → {new}" if old != new else ""


@dataclass(slots=True)
class Changes:
    """``not_asked`` counts queries by why, ``not_arising`` those that nobody would have asked the new policy."""

    asked: int = 0
    changed: list[Changed] = field(default_factory=list)
    not_asked: Counter[str] = field(default_factory=Counter)
    not_arising: int = 0

    @property
    def unchanged(self) -> int:
        return self.asked - len(self.changed)

    def by_change(self) -> Counter[str]:
        return Counter(one.change for one in self.changed)

    def by_group(self) -> Counter[str]:
        """An exchange counts for each group of its caller."""
        return Counter(group for one in self.changed for group in one.groups or (NO_GROUP,))

    def by_rule(self) -> Counter[str]:
        """Reasons that a changed decision has now (``+``) or has no more (``-``)."""
        signed = ((f"+{one}" for one in c.difference.gained) for c in self.changed)
        lost = ((f"-{one}" for one in c.difference.lost) for c in self.changed)
        return Counter(name for names in (*signed, *lost) for name in names)

    def by_provider(self) -> Counter[str]:
        return Counter(one.provider for one in self.changed if one.provider)

    def by_masking(self) -> Counter[str]:
        return Counter(line for one in self.changed for line in one.difference.masking)

    def failing(self, kinds: frozenset[Kind]) -> bool:
        return any(one.difference.kinds & kinds for one in self.changed)
