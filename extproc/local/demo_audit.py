"""The demo's last step: what the trail says of the exchanges before, whether it is whole, and that a change is seen.

The trail is the gate's own, read after the gate has stopped, as ``wardgate audit verify`` reads it. What is changed is
a copy.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from extproc.adapters.age import load_identities
from extproc.adapters.audit_key import load_public_key
from extproc.adapters.segments import chain_directories, segment_files, segments
from extproc.adapters.trail_reader import latest, of_exchange
from extproc.adapters.transcript_reader import Unreadable, digest_of, opened, transcripts_of
from extproc.audit.chain import Record
from extproc.audit.record import Event
from extproc.audit.texts import View
from extproc.audit.transcript import Opened
from extproc.audit.verify import Report, verify
from extproc.local.demo_page import Check, Row, Told
from extproc.sealed import Sealed

TITLE: Final = "7  The audit trail"
LEAD: Final = (
    "Each record was on the disk before what it speaks of happened. Records are chained and signed; to verify "
    "them an auditor needs the public key, and neither us nor the gate."
)
SHOWN_CHARS: Final = 160
MANY: Final = 1000
"""More records than a demo makes."""
DENIED: Final = b'"verdict":"deny"'
FORGED: Final = b'"verdict":"allow"'


@dataclass(frozen=True, slots=True)
class Evidence:
    """A trail on disk, the public key that verifies it, and the private key of who reads transcripts: their files."""

    directory: Path
    key: Path
    reader: Path

    @property
    def files(self) -> list[Path]:
        return [path for chain in chain_directories(self.directory) for path in segment_files(chain)]

    def verified(self) -> Report:
        chains = [(path.name, segments(path)) for path in chain_directories(self.directory)]
        return verify(chains, [load_public_key(self.key)], lying=partial(digest_of, self.directory))

    def copied(self, place: Path) -> "Evidence":
        shutil.copytree(self.directory, place)
        return Evidence(place, self.key, self.reader)

    def opened(self, exchange: str) -> Opened | None:
        """The first transcript of an exchange, as its reader sees it; ``None`` where there is none that opens."""
        try:
            record, named = next(transcripts_of(self.directory, exchange))
            return opened(self.directory, record, named, load_identities(self.reader))
        except (StopIteration, Unreadable):
            return None


def audited(evidence: Evidence, exchanges: Sequence[str], identifiers: Sequence[str], copy: Path) -> Told:
    """``exchanges`` are the ids that callers read; ``copy`` is where the forged copy goes."""
    records = latest(evidence.directory, MANY)
    found = [of_exchange(evidence.directory, exchange) for exchange in exchanges]
    said = next((one for one in map(evidence.opened, exchanges) if one), None)
    forged_row, forged_check = _forged(evidence.copied(copy))
    rows = [
        *(_row(f"step {number}", one) for number, one in enumerate(found, 1) if _body(one, Event.REQUEST_RECEIVED)),
        _refused([record for record in records if record.event is Event.EXCHANGE_REFUSED]),
        _chain(records),
        Row("a transcript", _masked(said)),
        forged_row,
    ]
    checks = _checks(evidence, records, found, identifiers)
    return Told(rows, [*checks, _sealed(evidence, said, identifiers), forged_check])


def _checks(
    evidence: Evidence, records: Sequence[Record], found: Sequence[Sequence[Record]], identifiers: Sequence[str]
) -> list[Check]:
    text = "".join(path.read_text(encoding="utf-8") for path in evidence.files)
    quoted = [one for one in identifiers if one in text]
    report = evidence.verified()
    return [
        Check(
            f"{len(records)} records: each of {len(found)} exchanges was decided or refused, and ended once",
            all(_is_whole(one) for one in found),
            f"{sum(map(_is_whole, found))} that were",
        ),
        Check("no record holds an identifier", not quoted, ", ".join(quoted)),
        Check("nothing is missing or changed, and the signature is the gate's", report.complete, _fault(report)),
    ]


def _masked(said: Opened | None) -> str:
    """What a reader is shown first."""
    view = said.texts.views.get(View.FORWARDED) if said else None
    text = view.reveal().decode() if isinstance(view, Sealed) else ""
    return f"sealed; the reader's key opens it, masked unless asked for more:\n{text[:SHOWN_CHARS]}" if text else "none"


def _sealed(evidence: Evidence, said: Opened | None, identifiers: Sequence[str]) -> Check:
    files = b"".join(path.read_bytes() for path in evidence.directory.rglob("sealed-*"))
    clear = [one for one in identifiers if one.encode() in files]
    fact = "what was said is sealed: no identifier stands there in clear, and only its reader's key opens it"
    return Check(fact, said is not None and not clear, ", ".join(clear) or "nothing that opens")


def _forged(copy: Evidence) -> tuple[Row, Check]:
    """Makes the first denial of ``copy`` an approval, and verifies that."""
    path, line = next(_denials(copy), (None, 0))
    if path is not None:
        path.write_bytes(path.read_bytes().replace(DENIED, FORGED, 1))
    report = copy.verified()
    fault, seen = report.fault, _fault(report)
    row = Row("a forged copy", f"line {line}: {DENIED.decode()} became {FORGED.decode()}\n{seen}")
    # What does not fit is said of the record or of the checkpoint after it, which covers the record.
    named = path is not None and fault is not None and path.name in fault.file and fault.line in (line, line + 1)
    return row, Check("one word of a copy was changed, and the verification names the place", named, seen)


def _denials(evidence: Evidence) -> Iterator[tuple[Path, int]]:
    """Where denials stand: files and their lines, from 1."""
    for path in evidence.files:
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if DENIED in line:
                yield path, number


def _row(label: str, records: Sequence[Record]) -> Row:
    """An exchange in its records' own words: who, what was decided and why, what was masked."""
    received, decided = _body(records, Event.REQUEST_RECEIVED), _body(records, Event.REQUEST_DECIDED)
    decision = _object(decided.get("decision"))
    citations = [str(_object(reason).get("cite")) for reason in _rows(decision.get("reasons"))]
    masked = [f"{_object(row).get('entity')} {_object(row).get('count')}" for row in _rows(decided.get("masked"))]
    provider = decision.get("provider") or "no provider"
    lines = (
        f"{_object(received.get('actor')).get('subject')}: {decision.get('verdict')}, {provider}",
        f"masked: {', '.join(masked) or 'nothing'}",
        f"why: {'; '.join(citations)}",
    )
    return Row(label, "\n".join(lines))


def _refused(records: Sequence[Record]) -> Row:
    said = [f"nobody known: {record.event.value} {record.body.get('status')}" for record in records]
    return Row("step 6", "\n".join(said) or "no record")


def _chain(records: Sequence[Record]) -> Row:
    revision = str(_body(records, Event.CHAIN_STARTED).get("policy_revision"))
    return Row("all of them", f"decided by policy {revision[:22]}...")


def _is_whole(records: Sequence[Record]) -> bool:
    """Received, decided and ended once; or, where nobody was known, refused and nothing else."""
    events = [record.event for record in records]
    began = events[:2] == [Event.REQUEST_RECEIVED, Event.REQUEST_DECIDED] or events == [Event.EXCHANGE_REFUSED]
    return began and sum(record.ends for record in records) == 1


def _fault(report: Report) -> str:
    match report.fault:
        case None:
            return "no fault" if report.complete else "a chain has no end"
        case fault:
            return f"{fault.file.rpartition('/')[2]}, line {fault.line}: {fault.kind.value}"


def _body(records: Sequence[Record], event: Event) -> Mapping[str, Any]:
    return next((record.body for record in records if record.event is event), {})


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _rows(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []
