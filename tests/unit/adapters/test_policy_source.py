"""One look says what is there, and why it may not decide."""

from pathlib import Path

import pytest

from extproc.adapters.bundle import write_archive
from extproc.adapters.bundle_signature import Trust
from extproc.adapters.policy_source import UNREADABLE, NotTaken, PolicySource, Why
from extproc.errors import Misconfigured

REGO = "package gate.request\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "opa").mkdir()
    (tmp_path / "opa" / "request.rego").write_text(REGO)
    return tmp_path / "opa"


def why(source: PolicySource) -> Why:
    with pytest.raises(NotTaken) as caught:
        source.bundle(source.look())
    return caught.value.why


def test_a_look_at_a_directory_or_an_archive_gives_its_bundle(place: Path) -> None:
    write_archive(place, place.parent / "b.tar.gz")
    for path in (place, place.parent / "b.tar.gz"):
        source = PolicySource(path, Trust())
        content, bundle = source.read()
        assert source.look().content == content
        assert source.bundle(source.look()) == bundle
        assert bundle.modules == {"request.rego": REGO}


def test_what_cannot_be_read_is_said_so_and_does_not_raise(place: Path) -> None:
    archive = place.parent / "b.tar.gz"
    archive.write_bytes(b"half an archive")
    source = PolicySource(archive, Trust())
    assert (source.look().content, why(source)) == (UNREADABLE, Why.UNREADABLE)


def test_what_is_unsigned_is_untrusted_where_it_must_be_signed(place: Path) -> None:
    assert why(PolicySource(place, Trust(place / "request.rego", required=True))) is Why.UNTRUSTED


def test_what_is_no_policy_is_malformed(place: Path) -> None:
    (place / "data.json").write_text("{")
    assert why(PolicySource(place, Trust())) is Why.MALFORMED


def test_the_first_policy_is_refused_with_the_name_of_the_file(place: Path) -> None:
    (place / "data.json").write_text("{")
    with pytest.raises(Misconfigured, match=r"data\.json"):
        PolicySource(place, Trust()).read()


def test_data_outside_its_schema_has_a_reason_of_its_own(place: Path) -> None:
    """In a directory, and in an archive, which brings its schemas along."""
    for name, text in {"schemas/data/site.json": '{"required": ["name"]}', "wardgate/site/data.json": "{}"}.items():
        (place / name).parent.mkdir(parents=True)
        (place / name).write_text(text)
    write_archive(place, place.parent / "b.tar.gz")
    for path in (place, place.parent / "b.tar.gz"):
        assert why(PolicySource(path, Trust())) is Why.DATA_OUTSIDE_SCHEMA
        with pytest.raises(Misconfigured, match=r"data\.wardgate\.site: /: lacks the member name"):
            PolicySource(path, Trust()).read()


def test_a_changed_schema_of_data_is_looked_at_again(place: Path) -> None:
    before = PolicySource(place, Trust()).look().content
    (place / "schemas" / "data").mkdir(parents=True)
    (place / "schemas" / "data" / "site.json").write_text("{}")
    assert PolicySource(place, Trust()).look().content != before


def test_what_is_no_part_of_a_policy_does_not_change_the_content(place: Path) -> None:
    source = PolicySource(place, Trust())
    before = source.look().content
    (place / "README.md").write_text("changed")
    assert source.look().content == before
    for name in (".signatures.json", ".manifest", "data.json", "request_test.rego", "data.yaml"):
        (place / name).write_text("{}")
        now = source.look().content
        assert now != before
        before = now
