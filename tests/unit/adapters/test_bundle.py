"""What is part of a bundle, what its revision stands for, and what OPA is given."""

import io
import json
import tarfile
from pathlib import Path, PurePosixPath

import pytest

from extproc.adapters.bundle import bundle_revision, read_bundle, write_archive
from extproc.adapters.bundle_files import read_files
from extproc.errors import Misconfigured

REGO = "package gate.request\n"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    place = tmp_path / "opa"
    files = {
        "gate/request.rego": REGO,
        "gate/request_test.rego": "package gate.request_test\n",
        "schemas/input.json": "{}",
        "wardgate/access/data.json": '{"groups": {"a": ["b"]}}',
        "wardgate/data.json": '{"site": "north"}',
        "README.md": "",
    }
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(content)
    return place


def test_data_lies_where_its_directory_says(bundle: Path) -> None:
    read = read_bundle(bundle)
    assert read.data == {"wardgate": {"site": "north", "access": {"groups": {"a": ["b"]}}}}
    assert read.modules == {"gate/request.rego": REGO}
    assert read.revision == bundle_revision(bundle)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gate/request.rego", REGO + "\n"),
        ("gate/more.rego", "package gate.more\n"),
        ("wardgate/access/data.json", '{"groups": {"a": ["c"]}}'),
        ("wardgate/modes/data.json", "{}"),
    ],
)
def test_whatever_decides_changes_the_revision(bundle: Path, name: str, content: str) -> None:
    before = bundle_revision(bundle)
    (bundle / name).parent.mkdir(exist_ok=True)
    (bundle / name).write_text(content)
    assert bundle_revision(bundle) != before


@pytest.mark.parametrize("name", ["gate/more_test.rego", "schemas/input.json", "README.md", "fixtures/input.json"])
def test_whatever_does_not_decide_leaves_the_revision(bundle: Path, name: str) -> None:
    before = bundle_revision(bundle)
    (bundle / name).parent.mkdir(exist_ok=True)
    (bundle / name).write_text("changed")
    assert bundle_revision(bundle) == before


def test_names_and_contents_do_not_run_into_each_other(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    (one / "a.rego").write_text("b.regoc")
    (two / "a.rego").write_text("")
    (two / "b.rego").write_text("c")
    assert bundle_revision(one) != bundle_revision(two)


def test_an_archive_brings_its_schemas_and_no_tests(bundle: Path, tmp_path: Path) -> None:
    write_archive(bundle, tmp_path / "bundle.tar.gz")
    assert set(read_files(tmp_path / "bundle.tar.gz")) == {
        PurePosixPath(name)
        for name in (
            ".manifest",
            "gate/request.rego",
            "schemas/input.json",
            "wardgate/access/data.json",
            "wardgate/data.json",
        )
    }
    assert read_bundle(tmp_path / "bundle.tar.gz") == read_bundle(bundle)


def test_the_archive_is_opas_bundle_with_the_revision_in_its_manifest(bundle: Path, tmp_path: Path) -> None:
    revision = write_archive(bundle, tmp_path / "bundle.tar.gz")
    with tarfile.open(tmp_path / "bundle.tar.gz") as archive:
        assert archive.getnames() == [
            ".manifest",
            "gate/request.rego",
            "wardgate/access/data.json",
            "wardgate/data.json",
            "schemas/input.json",
        ]
        manifest = archive.extractfile(".manifest")
        assert manifest is not None
        assert json.load(io.TextIOWrapper(manifest)) == {"revision": revision, "roots": [""]}
    assert revision == bundle_revision(bundle)


def test_the_same_bundle_gives_the_same_archive(bundle: Path, tmp_path: Path) -> None:
    write_archive(bundle, tmp_path / "one.tar.gz")
    write_archive(bundle, tmp_path / "two.tar.gz")
    assert (tmp_path / "one.tar.gz").read_bytes() == (tmp_path / "two.tar.gz").read_bytes()
    assert [file.name for file in tmp_path.glob("*.partial")] == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("wardgate/modes/data.yaml", "a: off", "data.json"),
        ("wardgate/modes/data.json", "{", "JSON"),
        ("wardgate/modes/data.json", "[]", "object"),
        ("wardgate/data.json", '{"access": {}}', "access"),
        ("wardgate/data.json", '{"access": []}', "data"),
    ],
)
def test_data_that_two_readers_would_read_differently_is_refused(
    bundle: Path, name: str, content: str, says: str
) -> None:
    (bundle / name).parent.mkdir(exist_ok=True)
    (bundle / name).write_text(content)
    with pytest.raises(Misconfigured, match=says):
        read_bundle(bundle)


def test_rego_that_is_not_text_is_refused(bundle: Path) -> None:
    (bundle / "gate" / "request.rego").write_bytes(b"package \xff")
    with pytest.raises(Misconfigured, match=r"request\.rego"):
        read_bundle(bundle)


def test_a_directory_without_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no policy"):
        bundle_revision(tmp_path)
    with pytest.raises(Misconfigured, match="no policy"):
        bundle_revision(tmp_path / "missing")
