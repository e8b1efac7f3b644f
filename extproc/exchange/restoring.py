"""The texts of an answer: masked by its plan, then names given back where the caller may read them."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from extproc.audit.texts import View
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding
from extproc.mask.apply import Mint, beside_surrogates
from extproc.mask.channel import whole
from extproc.mask.plan import Operator
from extproc.mask.restore import Restorer
from extproc.mask.surrogates import Surrogates
from extproc.payload.part import Document, Part, Spot
from extproc.policy.decision import Masking
from extproc.sealed import Sealed

T = TypeVar("T", str, bytes)


class Passed(NamedTuple, Generic[T]):
    """A text or a body that was inspected: as it goes out, and masked by the answer's plan with no name given back.

    ``masked`` is empty where no transcript keeps it.
    """

    released: T
    masked: T


class NotingRestorer(Restorer):
    """Notes what it is given, which is the text as it was masked, before any name is given back."""

    def __init__(self, surrogates: Surrogates, entities: frozenset[EntityType], spot: Spot, *, notes: bool) -> None:
        super().__init__(surrogates, entities, spot)
        self._notes: Final = notes
        self._noted: Final[list[str]] = []

    def push(self, text: str) -> str:
        self._note(text)
        return super().push(text)

    def keep(self, text: str) -> str:
        self._note(text)
        return super().keep(text)

    def noted(self) -> str:
        """What came since this was asked before."""
        text = "".join(self._noted)
        self._noted.clear()
        return text

    def _note(self, text: str) -> None:
        if self._notes:
            self._noted.append(text)


class Restoring:
    """Gives the restorer for each text of one answer, as the decision allows.

    ``views`` are what the answer's transcript keeps.
    """

    def __init__(self, masking: Masking, mint: Mint, request_id: str, views: frozenset[View] = frozenset()) -> None:
        self.masking = masking
        self.mint = mint
        self.views = views
        self.restored = 0
        """Surrogates that were given back as names in whole texts so far."""
        self._request_id = request_id

    def restorer(self, spot: Spot, tool: Sealed[str]) -> NotingRestorer:
        entities, notes = self._entities(spot, tool), View.MASKED in self.views
        return NotingRestorer(self.mint.surrogates, entities, spot, notes=notes)

    def _entities(self, spot: Spot, tool: Sealed[str]) -> frozenset[EntityType]:
        match spot:
            case Spot.PROSE | Spot.JSON_PROSE:
                return self.masking.restore
            case Spot.TOOL_ARGUMENT if tool.reveal() in self.masking.restore_tools:
                return self.masking.restore
            case Spot.TOOL_ARGUMENT | Spot.STRUCTURE:
                return frozenset()

    def document(
        self,
        document: Document,
        findings: Sequence[Sequence[Finding]],
        counts: Counter[tuple[EntityType, str]],
    ) -> Passed[bytes]:
        """A body, each text by ``part``; what is not a text stays as it is."""
        parts = document.parts
        passed = [self.part(part, found, counts) for part, found in zip(parts, findings, strict=True)]
        released = document.with_texts(_unequal(parts, [one.released for one in passed]))
        if View.MASKED not in self.views:
            return Passed(released, b"")
        return Passed(released, document.with_texts(_unequal(parts, [one.masked for one in passed])))

    def part(self, part: Part, findings: Sequence[Finding], counts: Counter[tuple[EntityType, str]]) -> Passed[str]:
        """One whole text: masked by the answer's plan, then restored."""
        plan = self.masking.response
        text = part.text.reveal()
        findings = beside_surrogates(text, self._foreign(part, findings), self.mint.surrogates)
        counts.update(
            (found.entity, operator.value)
            for found in findings
            if (operator := plan.operator(found.entity)) is not Operator.KEEP
        )
        restorer = self.restorer(part.spot, part.tool)
        out = whole(text, findings, plan, self.mint, restorer)
        self.restored += restorer.restored.total()
        return Passed(out, restorer.noted())

    def _foreign(self, part: Part, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Without the gate's own id of this exchange, which Envoy's own errors name."""
        if not findings or self._request_id not in part.text.reveal():
            return findings
        text = part.text.reveal()
        return [found for found in findings if text[found.span.start : found.span.end] != self._request_id]


def _unequal(parts: Sequence[Part], texts: Sequence[str]) -> dict[int, Sealed[str]]:
    """The texts that are not their parts' own, by index."""
    return {index: Sealed(text) for index, text in enumerate(texts) if text != parts[index].text.reveal()}
