"""Records and verifications as a person reads them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson

from extproc.audit.chain import Record
from extproc.audit.fault import Fault
from extproc.audit.reader import Head
from extproc.audit.record import Event
from extproc.audit.verify import ChainReport, Report


def plain_line(record: Record) -> str:
    """One line: when, what, of which exchange, and what matters most of it."""
    return (
        f"{moment(record)}  {record.event.value:<18}  {record.exchange or record.chain:<36}  {_gist(record)}".rstrip()
    )


def whole_record(record: Record) -> str:
    """A head line and the whole body."""
    body = orjson.dumps(record.body, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode()
    ending = "  (ends the exchange)" if record.ends else ""
    return f"{moment(record)}  {record.event.value}{ending}\n{record.chain} #{record.seq}  {record.exchange}\n{body}\n"


def report_lines(report: Report, written: Collection[str], *, signed: bool) -> Iterator[str]:
    """A verification, with rich's markup. ``written`` are the chains that a running gate holds."""
    chains = report.chains
    yield f"chains       {len(chains)}, {len(written)} being written"
    yield f"records      {sum(chain.head.size for chain in chains)}"
    yield f"exchanges    {sum(chain.exchanges for chain in chains)}, {sum(chain.open for chain in chains)} open"
    yield f"checkpoints  {sum(chain.checkpoints for chain in chains)}"
    yield f"transcripts  {_transcripts(chains)}"
    yield "signatures   " + ("verified" if signed else "[yellow]not verified: no --key was given[/]")
    for chain in chains:
        if chain.fault:
            yield f"[red]fault[/]        {_where(chain.fault)}: {chain.fault.kind.value}"
        elif not chain.closed and chain.head.chain not in written:
            yield f"[yellow]not closed[/]   {_cut(chain.head)}"
    if report.fault and report.fault not in [chain.fault for chain in chains]:
        yield f"[red]fault[/]        {_where(report.fault)}: {report.fault.kind.value}"
    if not report.fault:
        yield "[green]no fault[/]     every record that is here is in its place and unchanged"


def _transcripts(chains: Sequence[ChainReport]) -> str:
    """None, all there, or how many are not; a changed one is a fault."""
    named, missing = sum(chain.transcripts for chain in chains), sum(chain.missing for chain in chains)
    return f"{named}, [yellow]{missing} missing: their files are not here[/]" if missing else f"{named}"


def _cut(head: Head) -> str:
    return (
        f"{head.chain} after {head.size} records: "
        "either its gate crashed and was not started since, or the end was cut off"
    )


def _where(fault: Fault) -> str:
    place = f"{fault.file}:{fault.line}" if fault.file else fault.chain
    return f"{place}, record {fault.seq}"


def moment(record: Record) -> str:
    """When it was recorded, by the gate's clock."""
    return f"{datetime.fromtimestamp(record.time_us / 1_000_000, UTC):%Y-%m-%d %H:%M:%S.%f}Z"


def _gist(record: Record) -> str:
    """Nothing is taken for granted of a body, which nobody has verified yet."""
    body: dict[str, Any] = dict(record.body)
    match record.event:
        case Event.REQUEST_DECIDED:
            decision = _object(body.get("decision"))
            reasons = ",".join(str(_object(reason).get("id")) for reason in _rows(decision.get("reasons")))
            words = {"verdict": decision.get("verdict"), "provider": decision.get("provider"), "reasons": reasons}
            return _pairs({**words, "outcome": body.get("outcome"), "masked": _count(body.get("masked"))})
        case Event.REQUEST_RECEIVED:
            return _pairs({"subject": _object(body.get("actor")).get("subject"), **_object(body.get("route"))})
        case Event.EXCHANGE_COMPLETED:
            return _pairs({**body, "masked": _count(body.get("masked"))})
        case _:
            return _pairs(body)


def _pairs(members: dict[str, Any]) -> str:
    """The members that are words or numbers."""
    return " ".join(
        f"{name}={value}" for name, value in members.items() if isinstance(value, str | int) and value != ""
    )


def _count(rows: object) -> int:
    counts = (_object(row).get("count") for row in _rows(rows))
    return sum(count for count in counts if isinstance(count, int))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
