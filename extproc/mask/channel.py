"""An answer's text on its way to the caller: new identifiers masked, the request's surrogates restored.

What the response plan masks stays masked. So our own replacements never reach the restorer as text to restore: it
takes them as context (``keep``), and their surrogates are minted as covers, which cannot be restored even where the
model writes them itself. An identifier of the request that the answer spells out gets the request's surrogate, and
stays masked too. A finding whose operator is ``keep`` is the model's text like any other.

The caller refuses what the plan blocks (``apply.blocked``) before it hands findings in here.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding
from extproc.mask.apply import Mint, Piece, beside_surrogates, pieces
from extproc.mask.holdback import HoldBack
from extproc.mask.plan import Operator, Plan
from extproc.mask.restore import Restorer
from extproc.mask.surrogates import tag
from extproc.mask.written import fitting


class _Answer:
    """Passes the pieces of one text through the plan and the restorer, and counts."""

    def __init__(self, plan: Plan, mint: Mint, restorer: Restorer) -> None:
        self._plan: Final = plan
        self._mint: Final = mint
        self._restorer: Final = restorer
        self.edits: Final[Counter[EntityType]] = Counter()

    def take(self, piece: Piece) -> str:
        if piece.finding is None:
            return self._restorer.push(piece.text)
        entity = piece.finding.entity
        operator = self._plan.operator(entity)
        if operator is Operator.KEEP:
            return self._restorer.push(piece.text)
        self.edits[entity] += 1
        if piece.rest:
            return self._restorer.keep(tag(entity))
        covered = self._mint.cover(operator, entity, piece.text)
        return self._restorer.keep(fitting(piece.finding.form, operator, covered))


class MaskedChannel:
    """One streamed text: ``push`` and ``finish`` as they come; findings of each ``due`` window go to ``scanned``."""

    def __init__(
        self, plan: Plan, mint: Mint, restorer: Restorer, hold: int = 64, left: int = 64, step: int = 16
    ) -> None:
        self._window: Final = HoldBack(hold, left, step)
        self._surrogates: Final = mint.surrogates
        self._restorer: Final = restorer
        self._answer: Final = _Answer(plan, mint, restorer)
        self._due = ""

    def push(self, text: str) -> None:
        self._window.push(text)

    def finish(self) -> None:
        self._window.finish()

    def due(self) -> str | None:
        """The window to scan next; ``None`` when nothing is due, and while a window is out."""
        window = self._window.due()
        self._due = self._due if window is None else window
        return window

    def scanned(self, findings: Sequence[Finding]) -> str:
        """What may go to the caller now that the window was scanned; after the last window, all that is left."""
        found = beside_surrogates(self._due, findings, self._surrogates)
        out = [self._answer.take(piece) for piece in self._window.released(found)]
        if self._window.done:
            out.append(self._restorer.finish())
        return "".join(out)

    @property
    def done(self) -> bool:
        """All was released, and no more will come."""
        return self._window.done

    @property
    def held(self) -> int:
        """Characters held now, by the window and the restorer; the caller bounds them, as a token may never end."""
        return self._window.held + self._restorer.held

    @property
    def edits(self) -> Counter[EntityType]:
        """Findings masked so far."""
        return self._answer.edits

    @property
    def restored(self) -> Counter[EntityType]:
        """Surrogates restored so far."""
        return self._restorer.restored


def whole(text: str, findings: Sequence[Finding], plan: Plan, mint: Mint, restorer: Restorer) -> str:
    """A text that is not streamed, by the same rules; ``findings`` are those of the raw text, ``restorer`` is fresh."""
    answer = _Answer(plan, mint, restorer)
    found = beside_surrogates(text, findings, mint.surrogates)
    return "".join(answer.take(piece) for piece in pieces(text, found)) + restorer.finish()
