"""A real OPA that fetches its bundle, or watches for it, takes what is good; what it fetches, only as it was signed."""

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from extproc.adapters.bundle import Bundle, put, read_bundle, write_archive, write_signed
from extproc.adapters.bundle_signature import ANYBODY, Trust
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.opa_engine import TAKING_S, OpaEngine
from extproc.errors import Misconfigured
from extproc.local import opa
from extproc.local.bundle_service import serving
from tests.support.queries import QUERY

pytestmark = pytest.mark.skipif(opa.binary() is None, reason="no opa of our version here: make opa")

SHIPPED = Path(__file__).parents[2] / "opa"


class World:
    """An OPA as ``wardgate up`` starts it, on the bundle of ``first``."""

    def __init__(self, place: Path, source: tuple[str, ...], first: Bundle) -> None:
        program = opa.binary()
        assert program is not None
        self.archive = place / "policy" / "bundle.tar.gz"
        self.archive.parent.mkdir()
        put(self.archive, first.archive, by_way_of=place)
        part = opa.part(program, socket=place / "opa.sock", source=source)
        self.log = place / "opa.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(part.command, stderr=log)
        self.policy = OpaPolicy(f"unix://{place}/opa.sock", first.revision, 10_000, named=first.named)
        self.now_s = 0.0
        self.engine = OpaEngine(self.policy, first, self.archive, program, lambda: self.now_s)
        self.arrived = 0

    async def ready(self) -> None:
        while not await self.policy.healthy():
            assert self.process.poll() is None

    async def takes(self, bundle: Bundle) -> None:
        await self.engine.offer(bundle, self.arrival)
        while not self.arrived:
            await self.engine.step()
        assert (await self.policy.decide(QUERY)).revision == bundle.revision

    def arrival(self) -> None:
        self.arrived += 1

    async def end(self) -> None:
        await self.engine.close()
        self.process.kill()
        self.process.wait()


@pytest.fixture
def trust(tmp_path: Path) -> Trust:
    key = ec.generate_private_key(ec.SECP256R1())
    (tmp_path / "key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "key.pub").write_bytes(public)
    return Trust(tmp_path / "key.pub", "hospital", "ES256", required=True)


def signed(place: Path, trust: Trust, more: str = "") -> Bundle:
    return read_bundle(packed(place, trust, more), trust)


def packed(place: Path, trust: Trust | None, more: str) -> Path:
    """The shipped policy with a package of its own called ``more``, signed where there is somebody to sign."""
    source, out = place / f"source{more}", place / f"out{more}.tar.gz"
    write_archive(SHIPPED, place / "shipped.tar.gz")
    for name, text in read_bundle(place / "shipped.tar.gz").modules.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    for file in SHIPPED.glob("wardgate/*/data.json"):
        copy = source / file.relative_to(SHIPPED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (source / "more.rego").write_text(f"package more{more}\n", encoding="utf-8")
    if trust is None:
        write_archive(source, out)
    else:
        write_signed(source, out, (place / "key").read_bytes(), trust, "policy-team")
    return out


@pytest.fixture
async def world(tmp_path: Path, trust: Trust) -> AsyncIterator[World]:
    async with serving(tmp_path / "policy" / "bundle.tar.gz") as url:
        source = opa.fetched(url, trust, tmp_path / "opa.json")
        started = World(tmp_path, source, signed(tmp_path, trust))
        await started.ready()
        yield started
        await started.end()


async def test_a_signed_bundle_is_taken_by_opa_which_verified_it(world: World, tmp_path: Path, trust: Trust) -> None:
    await world.takes(signed(tmp_path, trust, "_2"))
    assert world.arrived == 1


async def test_what_opa_does_not_believe_is_taken_back(world: World, tmp_path: Path, trust: Trust) -> None:
    """Given past our own verification, an unsigned one stops at OPA's."""
    before = world.archive.read_bytes()
    await world.engine.offer(read_bundle(packed(tmp_path, None, "_3"), ANYBODY), world.arrival)
    while b".signatures.json" not in world.log.read_bytes():
        await world.engine.step()
    world.now_s += TAKING_S + 1
    with pytest.raises(Misconfigured, match="does not take"):
        await world.engine.step()
    assert (world.archive.read_bytes(), world.arrived) == (before, 0)
    assert (await world.policy.decide(QUERY)).revision == world.policy.revision
    await world.takes(signed(tmp_path, trust, "_4"))


async def test_an_opa_that_watches_takes_a_changed_archive(tmp_path: Path) -> None:
    world = World(tmp_path, opa.watched(tmp_path / "policy" / "bundle.tar.gz"), read_bundle(SHIPPED))
    try:
        await world.ready()
        await world.takes(read_bundle(packed(tmp_path, None, "_5")))
    finally:
        await world.end()
