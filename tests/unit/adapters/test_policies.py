"""Which engine is taken, and by which policy it begins."""

import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from extproc.adapters.bundle import bundle_revision, read_bundle, write_archive, write_signed
from extproc.adapters.bundle_signature import Trust
from extproc.adapters.embedded_engine import EmbeddedEngine
from extproc.adapters.opa_engine import OpaEngine
from extproc.adapters.opa_learned import OpaLearned
from extproc.adapters.policies import Learned, LocalOpa, Watched, open_policy
from extproc.config import Policy
from extproc.errors import Misconfigured
from tests.unit.adapters.test_opa import saying, served

BUNDLE = Path(__file__).parents[3] / "opa"


def settings(engine: str, **more: object) -> Policy:
    return Policy.model_validate({"engine": engine, "bundle": BUNDLE, **more})


def local(place: Path, archive: Path | None = None) -> LocalOpa:
    return LocalOpa(f"unix://{place}/opa.sock", archive)


async def taken(engine: str, opa: LocalOpa = LocalOpa()) -> tuple[object, str]:  # noqa: B008
    opened = await open_policy(settings(engine), opa)
    await opened.engine.close()
    return type(opened.engine), opened.taken


async def test_embedded_is_embedded_even_where_an_address_is_given(tmp_path: Path) -> None:
    assert await taken("embedded", local(tmp_path)) == (EmbeddedEngine, "embedded")


async def test_opa_is_opa_even_where_it_does_not_answer_yet(tmp_path: Path) -> None:
    assert await taken("opa", local(tmp_path)) == (OpaEngine, "opa")


async def test_the_settings_address_is_taken_where_no_opa_runs_beside_us(tmp_path: Path) -> None:
    opened = await open_policy(settings("opa", address=f"unix://{tmp_path}/opa.sock"))
    assert isinstance(opened, Watched)
    assert opened.engine.revision == opened.bundle.revision == bundle_revision(BUNDLE)
    await opened.engine.close()


async def test_opa_needs_an_address() -> None:
    with pytest.raises(Misconfigured, match=r"policy\.address"):
        await taken("opa")


async def test_auto_takes_an_opa_that_answers(tmp_path: Path) -> None:
    async with served(saying(b"{}"), tmp_path):
        assert await taken("auto", local(tmp_path)) == (OpaEngine, "opa")


async def test_auto_embeds_where_opa_is_not_well(tmp_path: Path) -> None:
    async with served(saying(b"{}", 500), tmp_path):
        assert await taken("auto", local(tmp_path)) == (EmbeddedEngine, "embedded")


async def test_auto_embeds_where_there_is_no_opa() -> None:
    assert await taken("auto") == (EmbeddedEngine, "embedded")


async def test_an_opa_of_somebody_elses_bundles_is_asked_for_its_own(tmp_path: Path) -> None:
    opened = await open_policy(settings("opa", source="opa", address=f"unix://{tmp_path}/opa.sock", bundle="missing"))
    assert isinstance(opened, Learned)
    assert isinstance(opened.engine, OpaLearned)
    assert opened.engine.revision == ""
    await opened.engine.close()


async def test_the_first_policy_is_put_where_opa_looks(tmp_path: Path) -> None:
    archive = tmp_path / "policy" / "bundle.tar.gz"
    archive.parent.mkdir()
    await taken("opa", local(tmp_path, archive))
    assert archive.read_bytes() == read_bundle(BUNDLE).archive


@pytest.mark.parametrize("engine", ["opa", "embedded", "auto"])
async def test_a_bundle_without_policy_stops_the_start(engine: str, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no policy"):
        await open_policy(settings(engine, bundle=tmp_path), local(tmp_path))


@pytest.mark.parametrize("engine", ["opa", "embedded", "auto"])
async def test_data_outside_its_schema_stops_the_start(engine: str, tmp_path: Path) -> None:
    """In a directory, in an archive, and in an archive that is signed."""
    place, key = tmp_path / "opa", rsa.generate_private_key(public_exponent=65537, key_size=2048)
    shutil.copytree(BUNDLE, place)
    (place / "wardgate" / "access" / "data.json").write_text('{"groups": {}, "rolls": {}}')
    public = tmp_path / "key.pub"
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_archive(place, tmp_path / "bundle.tar.gz")
    write_signed(place, tmp_path / "signed.tar.gz", private, Trust(public))
    signing = {"require_signed": True, "verification_key": public}
    for name, more in (("opa", {}), ("bundle.tar.gz", {}), ("signed.tar.gz", signing)):
        with pytest.raises(Misconfigured, match=r"data\.wardgate\.access: /: lacks the member roles"):
            await open_policy(settings(engine, bundle=tmp_path / name, **more), local(tmp_path))


@pytest.mark.parametrize("engine", ["opa", "embedded", "auto"])
async def test_an_unsigned_bundle_stops_the_start_where_it_must_be_signed(engine: str, tmp_path: Path) -> None:
    key = tmp_path / "key.pub"
    with pytest.raises(Misconfigured, match="not signed"):
        await open_policy(settings(engine, require_signed=True, verification_key=key), local(tmp_path))
