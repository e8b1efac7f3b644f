"""Looking into an audit directory: the latest records, the records of one exchange, what is being added.

Nothing here verifies. Records that have no checkpoint yet are shown too.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain as chained
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from extproc.adapters.segments import chain_directories, lines, segment_files
from extproc.audit.chain import Record, is_checkpoint, parse_checkpoint, parse_record
from extproc.audit.checkpoint import ORIGIN_PREFIX
from extproc.audit.fault import Broken
from extproc.errors import Misconfigured


def latest(root: Path, count: int) -> list[Record]:
    """The last ``count`` records of all chains, in the order of their times."""
    found: list[Record] = []
    for files in sorted(map(segment_files, chain_directories(root)), key=_changed_us, reverse=True):
        if len(found) == count and (not found or _changed_us(files) < found[0].time_us):
            break  # what was last written before our earliest record has none that is later
        found += _last_of_chain(files, count)
        found = sorted(found, key=lambda record: record.time_us)[-count:] if count else []
    return found


def of_exchange(root: Path, name: str) -> list[Record]:
    """All records of the exchanges whose own id, decision's id or request id is ``name``; in their order."""
    needle = name.encode()
    exchanges = {record.exchange for record in _mentioning(root, [needle]) if names(record, name)}
    found = _mentioning(root, [exchange.encode() for exchange in exchanges])
    return [record for record in found if record.exchange in exchanges]


def names(record: Record, name: str) -> bool:
    """``name`` is the id of the record's exchange, of its decision or of its request, as callers and Envoy know it."""
    decision = record.body.get("decision")
    inner = decision.get("decision_id") if isinstance(decision, dict) else None
    body = record.body
    return record.exchange != "" and name in (record.exchange, body.get("decision_id"), inner, body.get("request_id"))


class Follower:
    """Gives what was added since it last looked; of what was there at first, nothing."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read_bytes = {path: path.stat().st_size for path in self._files()}

    def added(self) -> list[Record]:
        """In the order of their times."""
        found = [record for path in self._files() for record in self._added_to(path)]
        return sorted(found, key=lambda record: record.time_us)

    def _added_to(self, path: Path) -> Iterator[Record]:
        with path.open("rb") as file:
            file.seek(self._read_bytes.get(path, 0))
            whole, newline, _ = file.read().rpartition(b"\n")
        if newline:
            self._read_bytes[path] = self._read_bytes.get(path, 0) + len(whole) + 1
            yield from _records(whole.split(b"\n"))

    def _files(self) -> Iterable[Path]:
        return chained.from_iterable(map(segment_files, chain_directories(self._root)))


def seen_checkpoints(path: Path, keys: Sequence[Ed25519PublicKey]) -> dict[str, dict[int, bytes]]:
    """Checkpoint lines that were kept elsewhere: chain → size → root. Raises ``Misconfigured``."""
    seen: dict[str, dict[int, bytes]] = {}
    try:
        for number, line in enumerate(lines(path), 1):
            checkpoint = parse_checkpoint(line.rstrip(b"\n"))
            if not checkpoint.signed_by_one_of(keys):
                raise Misconfigured(f"{path}:{number}: not signed by the given key")
            chain = checkpoint.origin.removeprefix(ORIGIN_PREFIX)
            seen.setdefault(chain, {})[checkpoint.size] = checkpoint.root
    except Broken as error:
        raise Misconfigured(f"{path}:{number}: not a checkpoint line") from error
    except OSError as error:
        raise Misconfigured(f"{path}: cannot be read ({error.strerror})") from error
    return seen


def _last_of_chain(files: Sequence[Path], count: int) -> list[Record]:
    found: list[Record] = []
    for path in reversed(files):
        if len(found) >= count:
            break
        found = [*_records(deque(_record_lines(path), maxlen=count)), *found]
    return found[-count:]


def _mentioning(root: Path, needles: Sequence[bytes]) -> Iterator[Record]:
    """Records whose lines contain one of ``needles``: a search of bytes, before anything is parsed."""
    for chain in chain_directories(root):
        for path in segment_files(chain):
            yield from _records(line for line in _record_lines(path) if any(needle in line for needle in needles))


def _record_lines(path: Path) -> Iterator[bytes]:
    return (line[:-1] for line in lines(path) if line.endswith(b"\n") and not is_checkpoint(line))


def _records(found: Iterable[bytes]) -> Iterator[Record]:
    """What is not a record is passed over: whether it should be there is for the verification to say."""
    for line in found:
        try:
            yield parse_record(line)
        except Broken:
            continue


def _changed_us(files: Sequence[Path]) -> int:
    return files[-1].stat().st_mtime_ns // 1000 if files else 0
