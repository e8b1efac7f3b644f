"""What ``docs/audit.md`` tells an auditor to run is run here, on a chain that the gate wrote."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extproc.adapters.audit_key import generate_key, public_path
from extproc.adapters.clock import SystemClock
from extproc.adapters.segments import chain_directories, segment_files
from extproc.adapters.trail import SegmentTrail
from tests.support.chains import completed, received
from tests.support.transcripts import READER, Sealing, answered, asked

DOCUMENT = Path(__file__).parents[2] / "docs" / "audit.md"
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", DOCUMENT.read_text(encoding="utf-8"), re.M | re.S)


def block(language: str, containing: str) -> str:
    (found,) = [text for kind, text in BLOCKS if kind == language and containing in text]
    return found


@pytest.fixture
async def chain(tmp_path: Path) -> Path:
    """A chain of several segments; ``audit.key.pub`` stands beside its directory."""
    key = tmp_path / "audit.key"
    generate_key(key)
    trail = SegmentTrail.open(
        tmp_path / "audit", key, fsync=True, revision="r", clock=SystemClock(), segment_bytes=2000
    )
    for number in range(7):
        await trail.append(received(str(number)))
        await trail.append(completed(str(number)))
    await trail.close()
    (directory,) = chain_directories(tmp_path / "audit")
    assert len(segment_files(directory)) > 2
    return directory


def python(chain: Path) -> subprocess.CompletedProcess[str]:
    key = public_path(chain.parents[1] / "audit.key")
    command = [sys.executable, "-c", block("python", "root(leaves)"), str(chain), str(key)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def shell(script: str, directory: Path, *needed: str) -> str:
    if missing := [tool for tool in needed if shutil.which(tool) is None]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    return subprocess.run(["sh", "-ec", script], cwd=directory, capture_output=True, text=True, check=True).stdout


async def test_the_python_program_verifies_a_chain(chain: Path) -> None:
    result = python(chain)
    assert (result.returncode, result.stdout) == (0, "16 records, unchanged since they were signed\n"), result.stderr


@pytest.mark.parametrize(("change", "to"), [(b'"chat"', b'"chit"'), (b'"seq":3', b'"seq":4'), (b"200", b"500")])
async def test_the_python_program_finds_a_change(chain: Path, change: bytes, to: bytes) -> None:
    for path in segment_files(chain):
        path.write_bytes(path.read_bytes().replace(change, to))
    assert python(chain).returncode != 0


async def test_the_shell_lines_show_a_link(chain: Path) -> None:
    digest, previous = shell(block("sh", "sha256sum"), chain, "sha256sum").splitlines()
    assert previous == f'"prev":"{digest.split()[0]}"'


async def test_the_openssl_lines_verify_a_signature(chain: Path) -> None:
    shutil.copy(public_path(chain.parents[1] / "audit.key"), chain / "audit.key.pub")
    output = shell(block("sh", "openssl"), chain, "openssl", "jq", "base64")
    assert "Signature Verified Successfully" in output


OPENING = block("python", "pyrage.decrypt")


async def sealed_chain(root: Path) -> Path:
    place = Sealing(root)
    trail = place.open()
    trail.note(received("a"))
    await trail.append(asked("a"))
    await trail.append(answered("a"))
    await trail.close()
    return chain_directories(place.audit)[0]


def opening(chain: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", OPENING, str(chain), str(READER)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


async def test_the_program_for_transcripts_opens_them_and_checks_what_was_committed_to(tmp_path: Path) -> None:
    result = opening(await sealed_chain(tmp_path))
    assert result.stdout == "request.decided received forwarded\nexchange.completed received masked\n", result.stderr


@pytest.mark.parametrize(
    ("name", "change", "to"),
    [("sealed-*.bin", b"X25519", b"X25518"), ("seg-*.jsonl", b"hmac-sha256:", b"hmac-sha256:0")],
)
async def test_it_does_not_take_what_was_changed(tmp_path: Path, name: str, change: bytes, to: bytes) -> None:
    chain = await sealed_chain(tmp_path)
    (file,) = chain.glob(name)
    file.write_bytes(file.read_bytes().replace(change, to))
    result = opening(chain)
    assert result.returncode != 0
    assert "AssertionError" in result.stderr
