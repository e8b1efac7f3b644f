import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from extproc.audit.checkpoint import Checkpoint, NotACheckpoint, key_id, parse, sign
from tests.support.chains import KEY, NAME, OTHER_KEY

ROOT = bytes(range(32))
SIGNED = sign(NAME, 128, ROOT, KEY)


def test_a_checkpoint_is_a_signed_note_of_three_lines() -> None:
    text, _, signatures = SIGNED.note.partition("\n\n")
    assert text.split("\n") == [f"wardgate/{NAME}", "128", base64.b64encode(ROOT).decode()]
    dash, name, sealed = signatures.removesuffix("\n").split(" ")
    assert (dash, name) == ("—", f"wardgate/{NAME}")
    KEY.public_key().verify(base64.b64decode(sealed)[4:], f"{text}\n".encode())


def test_key_ids_are_those_of_the_go_checksum_database() -> None:
    """The verifier key of sum.golang.org, as Go ships it."""
    public = base64.b64decode("Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
    assert public[:1] == b"\x01"
    assert key_id("sum.golang.org", Ed25519PublicKey.from_public_bytes(public[1:])).hex() == "033de0ae"


def test_what_was_written_is_read_and_verifies() -> None:
    read = parse(SIGNED.note)
    assert read == SIGNED
    assert read.signed_by_one_of([OTHER_KEY.public_key(), KEY.public_key()])


def test_another_key_or_none_does_not_verify() -> None:
    assert not SIGNED.signed_by_one_of([OTHER_KEY.public_key()])
    assert not SIGNED.signed_by_one_of([])


@pytest.mark.parametrize(
    "changed",
    [
        Checkpoint(SIGNED.origin + "0", 128, ROOT, SIGNED.key_id, SIGNED.signature),
        Checkpoint(SIGNED.origin, 129, ROOT, SIGNED.key_id, SIGNED.signature),
        Checkpoint(SIGNED.origin, 128, bytes(32), SIGNED.key_id, SIGNED.signature),
        Checkpoint(SIGNED.origin, 128, ROOT, bytes(4), SIGNED.signature),
        Checkpoint(SIGNED.origin, 128, ROOT, SIGNED.key_id, bytes(64)),
    ],
)
def test_a_signature_covers_each_part(changed: Checkpoint) -> None:
    assert not changed.signed_by_one_of([KEY.public_key()])


@pytest.mark.parametrize(
    "note",
    [
        "",
        SIGNED.note.rstrip("\n"),
        SIGNED.note + "\n",
        SIGNED.note.replace("\n128\n", "\n0128\n"),
        SIGNED.note.replace("\n128\n", "\n-128\n"),
        SIGNED.note.replace("\n128\n", "\n١٢٨\n"),  # digits, but not ASCII's
        SIGNED.note.replace("\n128\n", "\n" + "9" * 17 + "\n"),
        SIGNED.note.replace("\n\n", "\nextension\n\n"),
        SIGNED.note.replace("—", "-"),
        SIGNED.note.replace(base64.b64encode(ROOT).decode(), base64.b64encode(ROOT[:31]).decode()),
        SIGNED.note.replace(base64.b64encode(ROOT).decode(), base64.b64encode(ROOT).decode()[:-2] + "9="),
        SIGNED.note + SIGNED.note.rpartition("\n\n")[2],
        SIGNED.note.replace("\n", "\r\n"),
    ],
)
def test_there_is_one_way_to_write_a_checkpoint(note: str) -> None:
    with pytest.raises(NotACheckpoint):
        parse(note)
