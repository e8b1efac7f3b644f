"""Keys and sealing, against pyrage's own functions, which are those of the age tool's library for Rust."""

import io
from pathlib import Path

import pyrage
import pytest

from extproc.adapters.age import (
    CHUNK_BYTES,
    MOST,
    NotOpened,
    Recipients,
    generate_identity,
    load_identities,
    opened,
    recipients_of,
)
from extproc.audit.reference import RECIPIENT
from extproc.config import Transcripts
from extproc.errors import Misconfigured
from tests.support.transcripts import OTHER, READER, RECIPIENTS

PUBLIC = str(READER.to_public())


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 300_000])
@pytest.mark.parametrize("step", [1000, CHUNK_BYTES, 10**6])
def test_what_is_sealed_in_pieces_is_one_age_file(size: int, step: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    pieces = [data[:size][start : start + step] for start in range(0, size, step)]
    sealed = RECIPIENTS.seal(pieces)
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert pyrage.decrypt(sealed, [READER]) == data[:size]
    plain = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(sealed), plain, [READER])
    assert plain.getvalue() == data[:size]


def test_each_of_several_recipients_opens_it_and_nobody_else() -> None:
    both = Recipients((), (READER.to_public(), OTHER.to_public()))
    sealed = both.seal([b"text"])
    assert opened(sealed, [READER]) == opened(sealed, [OTHER]) == b"text"
    with pytest.raises(NotOpened):
        opened(RECIPIENTS.seal([b"text"]), [OTHER])


def test_a_changed_byte_is_not_opened() -> None:
    sealed = bytearray(RECIPIENTS.seal([b"text"]))
    sealed[-1] ^= 1
    with pytest.raises(NotOpened) as caught:
        opened(bytes(sealed), [READER])
    assert caught.value.__cause__ is None


def test_the_settings_name_readers_in_a_list_and_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "readers.txt"
    file.write_text(f"# auditors\n\n  {OTHER.to_public()}\n{PUBLIC}\n", encoding="utf-8")
    found = recipients_of(Transcripts(recipients=(PUBLIC,), recipients_file=file))
    assert found is not None
    assert found.names == (PUBLIC, str(OTHER.to_public()))
    assert opened(found.seal([b"text"]), [OTHER]) == b"text"


def test_a_key_that_is_spelled_twice_is_one_reader_by_the_name_that_records_bear() -> None:
    found = recipients_of(Transcripts(recipients=(PUBLIC.upper(), PUBLIC)))
    assert found is not None
    assert found.names == (PUBLIC,)
    assert RECIPIENT.fullmatch(found.names[0])


def test_without_readers_there_is_nobody_to_seal_to(tmp_path: Path) -> None:
    file = tmp_path / "none.txt"
    file.write_text("# nobody\n", encoding="utf-8")
    assert recipients_of(Transcripts()) is None
    assert recipients_of(Transcripts(recipients_file=file)) is None


NOT_PUBLIC = {
    "empty": "",
    "short": "age1xyz",
    "another letter": PUBLIC[:-1] + ("p" if PUBLIC.endswith("q") else "q"),
    "a letter more": PUBLIC + "q",
    "another kind": "ssh-ed25519 AAAA",
    "a lone surrogate": PUBLIC[:-1] + "\udc80",
}
"""With names of their own: the keys are other ones each time."""


@pytest.mark.parametrize("text", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_what_is_no_public_key_is_named_by_its_place_and_not_quoted(text: str) -> None:
    with pytest.raises(Misconfigured, match=r"transcripts\.recipients\[1\]") as caught:
        recipients_of(Transcripts(recipients=(PUBLIC, text)))
    assert not text or text not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("spell", [str, str.lower])
def test_a_private_key_among_the_settings_is_refused_and_not_quoted(spell: object, tmp_path: Path) -> None:
    secret = str(READER) if spell is str else str(READER).lower()
    file = tmp_path / "readers.txt"
    file.write_text(secret, encoding="utf-8")
    for settings in (Transcripts(recipients=(secret,)), Transcripts(recipients_file=file)):
        with pytest.raises(Misconfigured, match="private key") as caught:
            recipients_of(settings)
        assert secret not in str(caught.value)


def test_more_readers_than_a_record_has_room_for_are_refused() -> None:
    many = tuple(str(pyrage.x25519.Identity.generate().to_public()) for _ in range(MOST + 1))
    assert recipients_of(Transcripts(recipients=many[:MOST])) is not None
    with pytest.raises(Misconfigured, match="at most"):
        recipients_of(Transcripts(recipients=many))


def test_a_generated_identity_is_its_owners_alone_and_opens_what_is_sealed_to_it(tmp_path: Path) -> None:
    path = tmp_path / "reader" / "reader.key"
    public = generate_identity(path)
    assert path.stat().st_mode & 0o777 == 0o600
    sealer = recipients_of(Transcripts(recipients=(public,)))
    assert sealer is not None
    assert opened(sealer.seal([b"text"]), load_identities(path)) == b"text"
    with pytest.raises(FileExistsError):
        generate_identity(path)


@pytest.mark.parametrize(
    "text",
    ["", "# only a comment\n", PUBLIC, "AGE-SECRET-KEY-1SHORT", "\ud800"],
    ids=["empty", "comment", "public", "short", "surrogate"],
)
def test_a_file_without_private_keys_is_refused_and_not_quoted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "identity"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(Misconfigured, match="identity") as caught:
        load_identities(path)
    assert "SHORT" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"none\.key"):
        load_identities(tmp_path / "none.key")
