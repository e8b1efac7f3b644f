from hashlib import sha256
from pathlib import Path

import orjson
import pytest

from extproc.adapters.segment_writer import Spelled
from extproc.adapters.transcript_writer import TranscriptWriter, sealed_name
from extproc.audit.canonical import is_canonical
from extproc.audit.chain import spelled
from extproc.audit.record import Entry, Event
from extproc.audit.reference import Reference, reference_in
from tests.support.chains import TIME_US, Disk, received
from tests.support.transcripts import ASKED, READER, RECIPIENTS, answered, asked


def writer(disk: Disk, file_bytes: int = 2**20) -> TranscriptWriter:
    return TranscriptWriter(RECIPIENTS, disk.open, file_bytes)


def provisional(sealing: TranscriptWriter, *entries: Entry) -> list[Spelled]:
    return [(entry, spelled(sealing.provisional(entry))) for entry in entries]


def written(sealing: TranscriptWriter, place: Path, first_seq: int, *entries: Entry) -> list[bytes]:
    """The bodies as they will stand in records, once all is durable."""
    named = sealing.written(provisional(sealing, *entries), place, first_seq)
    sealing.synced()
    assert [entry for entry, _ in named] == list(entries)
    return [body for _, body in named]


def named_by(body: bytes) -> Reference | None:
    assert is_canonical(body, orjson.loads(body))
    return reference_in(orjson.loads(body))


def there(place: Path, one: Reference) -> bytes:
    return (place / one.file).read_bytes()[one.offset : one.offset + one.size]


def test_a_batch_is_one_write_and_one_sync_and_each_record_says_where_its_own_lies(tmp_path: Path) -> None:
    disk = Disk()
    bodies = written(writer(disk), tmp_path, 3, received("a"), asked("a"), answered("a"), asked("b"))
    assert disk.syncs == 1
    assert [path.name for path in tmp_path.iterdir()] == [sealed_name(3)]
    found = [one for one in map(named_by, bodies) if one is not None]
    assert len(found) == 3
    assert b"".join(there(tmp_path, one) for one in found) == (tmp_path / sealed_name(3)).read_bytes()
    for one in found:
        assert one.sha256 == sha256(there(tmp_path, one)).hexdigest()
        assert one.recipients == (str(READER.to_public()),)


def test_what_else_the_record_says_stays_as_it_is(tmp_path: Path) -> None:
    lookalike = '"transcript":{"level":"masked"'
    entry = Entry(Event.REQUEST_DECIDED, TIME_US, "a", {"z": lookalike, "a": [1]}, texts=ASKED)
    (body,) = written(writer(Disk()), tmp_path, 0, entry)
    rest = {name: value for name, value in orjson.loads(body).items() if name != "transcript"}
    assert rest == {"z": lookalike, "a": [1]}


def test_a_batch_without_texts_touches_no_disk(tmp_path: Path) -> None:
    disk = Disk()
    bodies = written(writer(disk), tmp_path, 0, received("a"), asked("a", None))
    assert bodies == [spelled(received("a")), spelled(asked("a", None))]
    assert (disk.syncs, disk.opened) == (0, [])


def test_the_same_text_is_never_sealed_to_the_same_bytes(tmp_path: Path) -> None:
    one, other = map(named_by, written(writer(Disk()), tmp_path, 0, asked("a"), asked("a")))
    assert one is not None
    assert other is not None
    assert one.sha256 != other.sha256
    assert one.commitment != other.commitment


def test_a_full_file_is_followed_by_one_named_after_its_first_record(tmp_path: Path) -> None:
    sealing = writer(Disk(), file_bytes=1)
    for seq in (1, 5):
        written(sealing, tmp_path, seq, asked("a"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [sealed_name(1), sealed_name(5)]
    sealing.close()


@pytest.mark.parametrize("disk", [Disk(room_bytes=100), Disk(sync_fails=True)])
def test_a_disk_that_fails_is_told(tmp_path: Path, disk: Disk) -> None:
    with pytest.raises(OSError, match=r"No space|Input/output"):
        written(writer(disk), tmp_path, 0, asked("a"))


def test_no_record_becomes_larger_than_it_was_foreseen_to_be(tmp_path: Path) -> None:
    sealing = writer(Disk())
    for seq, entry in enumerate((asked("a"), answered("a"))):
        ((_, foreseen),) = provisional(sealing, entry)
        (body,) = written(sealing, tmp_path, 10**12 + seq, entry)
        assert len(body) <= len(foreseen)
    assert sealing.provisional(received("a")) == received("a")
