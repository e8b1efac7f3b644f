"""A reader of transcripts, texts to seal, and trails that seal them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from pyrage import x25519

from extproc.adapters.age import Recipients
from extproc.adapters.audit_key import generate_key, load_key
from extproc.adapters.disk import OpenFile
from extproc.adapters.segments import chain_directories, segments
from extproc.adapters.trail import SegmentTrail
from extproc.adapters.transcript_reader import digest_of, opened, transcripts_of
from extproc.audit.record import Entry, Event
from extproc.audit.texts import Row, Said, Texts, View
from extproc.audit.verify import Report, verify
from extproc.sealed import Sealed
from tests.support.chains import TIME_US, StillClock

READER: Final = x25519.Identity.generate()
OTHER: Final = x25519.Identity.generate()
RECIPIENTS: Final = Recipients((str(READER.to_public()),), (READER.to_public(),))

ASKED: Final = Texts(
    "full",
    {
        View.RECEIVED: Sealed(b'{"messages":[{"content":"Maria Lopez coughs"}]}'),
        View.FORWARDED: Sealed(b'{"messages":[{"content":"[NAME_1] coughs"}]}'),
    },
)
ROWS: Final = (Row("/choices/*/delta/content", Sealed("[NAME_1] is well.")), Row("/id", Sealed("chatcmpl-1")))
ANSWERED: Final = Texts("full", {View.RECEIVED: ROWS, View.MASKED: ROWS})


def asked(exchange: str, texts: Texts | None = ASKED) -> Entry:
    return Entry(Event.REQUEST_DECIDED, TIME_US, exchange, {"outcome": "forwarded"}, texts=texts)


def answered(exchange: str, texts: Texts | None = ANSWERED) -> Entry:
    return Entry(Event.EXCHANGE_COMPLETED, TIME_US, exchange, {"status": 200}, ends=True, texts=texts)


class Sealing:
    """An audit directory whose trails seal to ``READER``."""

    def __init__(self, root: Path) -> None:
        self.audit = root / "audit"
        self.key = root / "audit.key"
        generate_key(self.key)
        self.clock = StillClock()

    def open(
        self, open_file: OpenFile | None = None, recipients: Recipients | None = RECIPIENTS, **bounds: int
    ) -> SegmentTrail:
        return SegmentTrail.open(
            self.audit,
            self.key,
            fsync=True,
            revision="sha256:aa",
            clock=self.clock,
            recipients=recipients,
            open_file=open_file,
            **bounds,
        )

    def report(self) -> Report:
        chains = [(path.name, segments(path)) for path in chain_directories(self.audit)]
        keys = [load_key(self.key).public_key()]
        return verify(chains, keys, lying=lambda chain, named: digest_of(self.audit, chain, named))

    def said(self, exchange: str) -> list[Texts]:
        """What the transcripts of an exchange hold, opened and checked."""
        found = transcripts_of(self.audit, exchange)
        return [opened(self.audit, record, named, [READER]).texts for record, named in found]

    def sealed_files(self) -> list[Path]:
        return sorted(self.audit.glob("*/sealed-*.bin"))


def plain(said: Said) -> object:
    """What a view says, unsealed, to be compared."""
    return said.reveal() if isinstance(said, Sealed) else [(row.at, row.text.reveal()) for row in said]


def flat(texts: Sequence[Texts]) -> str:
    """All of it as one text, to search in."""
    return "\n".join(str(plain(said)) for one in texts for said in one.views.values())
