from dataclasses import asdict, replace
from pathlib import Path

import pytest

from extproc.adapters.transcript_reader import CUT, Unreadable, digest_of, opened, sealed, transcripts_of
from extproc.audit.chain import Record
from extproc.audit.reference import Reference
from tests.support.chains import received
from tests.support.transcripts import OTHER, READER, Sealing, answered, asked


@pytest.fixture
async def place(tmp_path: Path) -> Sealing:
    place = Sealing(tmp_path)
    trail = place.open()
    for exchange in ("a", "b"):
        trail.note(received(exchange))
        await trail.append(asked(exchange))
        await trail.append(answered(exchange))
    await trail.close()
    return place


def first(place: Sealing, exchange: str = "a") -> tuple[Record, Reference]:
    return next(iter(transcripts_of(place.audit, exchange)))


async def test_an_exchange_has_its_own_transcripts_in_order(place: Sealing) -> None:
    events = [record.event.value for record, _ in transcripts_of(place.audit, "b")]
    assert events == ["request.decided", "exchange.completed"]
    assert {record.exchange for record, _ in transcripts_of(place.audit, "b")} == {"b"}


async def test_the_digest_is_of_the_bytes_that_the_record_names(place: Sealing) -> None:
    record, named = first(place)
    assert digest_of(place.audit, record.chain, named) == named.sha256
    assert digest_of(place.audit, record.chain, replace(named, offset=named.offset + 1)) != named.sha256
    assert digest_of(place.audit, record.chain, replace(named, size=10**9)) == CUT
    assert digest_of(place.audit, record.chain, replace(named, file="sealed-000000000099.bin")) is None


@pytest.mark.parametrize("forged", [{"size": 2**52}, {"offset": 2**52}, {"offset": 2**52, "size": 1}])
async def test_a_reference_to_more_than_any_file_holds_is_a_cut_transcript(
    place: Sealing, forged: dict[str, int]
) -> None:
    record, named = first(place)
    beyond = Reference(**{**asdict(named), **forged})
    assert digest_of(place.audit, record.chain, beyond) == CUT
    with pytest.raises(Unreadable, match="cut"):
        sealed(place.audit, record, beyond)


async def test_only_a_reader_opens_it(place: Sealing) -> None:
    record, named = first(place)
    assert opened(place.audit, record, named, [OTHER, READER]).exchange == "a"
    with pytest.raises(Unreadable, match=str(READER.to_public())):
        opened(place.audit, record, named, [OTHER])


async def test_what_was_changed_or_removed_is_not_opened(place: Sealing) -> None:
    record, named = first(place)
    (file,) = place.sealed_files()
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"X25519", b"X25518", 1))
    with pytest.raises(Unreadable, match="changed"):
        opened(place.audit, record, named, [READER])
    file.unlink()
    with pytest.raises(Unreadable, match="not there"):
        sealed(place.audit, record, named)


async def test_another_transcript_in_the_place_of_one_is_told(place: Sealing) -> None:
    """Somebody who can write records and reseal, but cannot change what another record committed to."""
    record, named = first(place)
    _, other = first(place, "b")
    with pytest.raises(Unreadable, match="commits"):
        opened(place.audit, record, replace(other, commitment=named.commitment), [READER])
    with pytest.raises(Unreadable, match="another record"):
        opened(place.audit, record, other, [READER])


async def test_what_is_sealed_and_is_no_transcript_is_told(place: Sealing) -> None:
    from hashlib import sha256

    from tests.support.transcripts import RECIPIENTS

    record, named = first(place)
    data = RECIPIENTS.seal([b'{"Maria":1}'])
    (file,) = place.sealed_files()
    file.write_bytes(data)
    forged = replace(named, offset=0, size=len(data), sha256=sha256(data).hexdigest())
    with pytest.raises(Unreadable, match="no transcript") as caught:
        opened(place.audit, record, forged, [READER])
    assert "Maria" not in str(caught.value)
