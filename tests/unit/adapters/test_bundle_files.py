"""A bundle's files, however they are brought."""

import io
import os
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import pytest

from extproc.adapters import bundle_files
from extproc.adapters.bundle_files import packed, read_files
from extproc.errors import Misconfigured

FILES = {"gate/request.rego": b"package gate.request\n", "wardgate/data.json": b"{}"}


def named(files: Mapping[str, bytes]) -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(name): content for name, content in files.items()}


def laid_out(place: Path, files: Mapping[str, bytes] = FILES) -> Path:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def archive(place: Path, *entries: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(place / "a.tar.gz", "w:gz") as out:
        for entry, content in entries:
            entry.size = len(content)
            out.addfile(entry, io.BytesIO(content))
    return place / "a.tar.gz"


def test_a_directory_and_its_archive_have_the_same_files(tmp_path: Path) -> None:
    files = read_files(laid_out(tmp_path / "opa"))
    (tmp_path / "a.tar.gz").write_bytes(packed(files))
    assert read_files(tmp_path / "a.tar.gz") == files == named(FILES)


@pytest.mark.parametrize("root", ["/", "./", ""])
def test_each_way_to_write_the_root_in_an_archive_is_the_same(root: str, tmp_path: Path) -> None:
    path = archive(tmp_path, *((tarfile.TarInfo(root + name), content) for name, content in FILES.items()))
    assert read_files(path) == named(FILES)


def test_a_long_name_is_packed_too() -> None:
    files = named({"a" * 120 + "/" + "b" * 120 + ".rego": b"package a\n"})
    with tarfile.open(fileobj=io.BytesIO(packed(files))) as out:
        assert out.getnames() == [str(name) for name in files]


def test_a_config_maps_files_are_seen_once_through_its_links(tmp_path: Path) -> None:
    """As a kubelet lays them out; the swap of the one link changes all files at once."""
    first = laid_out(tmp_path / "mount" / "..2026_11_22")
    os.symlink(first.name, tmp_path / "mount" / "..data")
    for name in ("gate", "wardgate"):
        os.symlink(f"..data/{name}", tmp_path / "mount" / name)
    assert read_files(tmp_path / "mount") == named(FILES)

    second = laid_out(tmp_path / "mount" / "..2026_11_23", {**FILES, "wardgate/data.json": b'{"a": 1}'})
    os.symlink(second.name, tmp_path / "mount" / "..data_tmp")
    (tmp_path / "mount" / "..data_tmp").replace(tmp_path / "mount" / "..data")
    assert read_files(tmp_path / "mount")[PurePosixPath("wardgate/data.json")] == b'{"a": 1}'


def test_a_link_that_leads_back_is_walked_once(tmp_path: Path) -> None:
    place = laid_out(tmp_path / "opa")
    os.symlink("..", place / "gate" / "again")
    assert read_files(place) == named(FILES)


def test_what_is_in_a_hidden_directory_is_no_part_of_it(tmp_path: Path) -> None:
    assert read_files(laid_out(tmp_path / "opa", {**FILES, ".git/x.rego": b"package x\n"})) == named(FILES)


def link() -> tarfile.TarInfo:
    entry = tarfile.TarInfo("gate/link.rego")
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return entry


@pytest.mark.parametrize(
    "entries",
    [
        lambda: [(tarfile.TarInfo("../gate.rego"), b"")],
        lambda: [(tarfile.TarInfo("gate/../../x.rego"), b"")],
        lambda: [(tarfile.TarInfo("a.rego"), b"1"), (tarfile.TarInfo("/a.rego"), b"2")],
        lambda: [(link(), b"")],
    ],
)
def test_an_archive_that_two_readers_would_read_differently_is_refused(
    entries: Callable[[], list[tuple[tarfile.TarInfo, bytes]]], tmp_path: Path
) -> None:
    with pytest.raises(Misconfigured):
        read_files(archive(tmp_path, *entries()))


@pytest.mark.parametrize(
    "content", [b"", b"not an archive", packed(named(FILES))[:40], packed(named(FILES))[:-9], packed({}) * 2]
)
def test_what_is_no_archive_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(content)
    with pytest.raises(Misconfigured, match="not a bundle"):
        read_files(tmp_path / "a.tar.gz")


def test_more_than_a_bundle_may_have_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_files, "MAX_BYTES", 22)
    place = laid_out(tmp_path / "opa")
    (tmp_path / "a.tar.gz").write_bytes(packed(named(FILES)))
    for path in (place, tmp_path / "a.tar.gz"):
        with pytest.raises(Misconfigured, match="at most"):
            read_files(path)
