"""OPA as a part of the stack: its program and its command line."""

import json
from pathlib import Path
from typing import Final

import aiohttp

from extproc.adapters.bundle_signature import Trust
from extproc.adapters.opa_program import VERSION, binary, run
from extproc.errors import Misconfigured
from extproc.local.part import Part
from extproc.local.polling import answers_yes

__all__ = ["VERSION", "binary", "complaint", "fetched", "healthy", "part", "watched"]

GOGC: Final = "400"
"""OPA's heap is small and its garbage much: collecting at four times the heap and not at twice took its CPU time per
decision from 2.9 to 1.8 ms here, for 20 MB."""


EVERY_SECOND: Final = {"min_delay_seconds": 1, "max_delay_seconds": 1}


def part(program: Path, *, socket: Path, source: tuple[str, ...]) -> Part:
    """Serves what ``source`` says: :func:`watched` or :func:`fetched`. The socket is for its owner alone."""
    where = ("--addr", f"unix://{socket}", "--unix-socket-perm", "600")
    quiet = ("--log-level", "error", "--skip-version-check")
    return Part("opa", ("env", f"GOGC={GOGC}", str(program), "run", "--server", *where, *quiet, *source))


def watched(archive: Path) -> tuple[str, ...]:
    """The archive, loaded again whenever something in its directory changes. OPA then verifies no signature: it does so
    for what it starts with, and for what it fetches."""
    return ("--watch", "--bundle", str(archive))


def fetched(url: str, trust: Trust, config: Path) -> tuple[str, ...]:
    """``bundle.tar.gz`` below ``url``, asked for every second, its signature verified where one is required.

    Writes OPA's configuration to ``config``. Raises ``Misconfigured``.
    """
    bundle: dict[str, object] = {"service": "gate", "resource": "bundle.tar.gz", "polling": EVERY_SECOND}
    document: dict[str, object] = {"services": {"gate": {"url": url}}, "bundles": {"gate": bundle}}
    if trust.key is not None and trust.required:
        bundle["signing"] = {"keyid": trust.key_id}
        document["keys"] = {trust.key_id: {"algorithm": trust.algorithm, "key": _text(trust.key)}}
    config.write_text(json.dumps(document), encoding="utf-8")
    return ("--config-file", str(config))


def _text(key: Path) -> str:
    try:
        return key.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"policy.verification_key: {key}: cannot be read") from error


def complaint(program: Path, bundle: Path) -> str | None:
    """What OPA has against the archive ``bundle``; ``None`` if it takes it."""
    done = run(program, "check", "--bundle", str(bundle))
    if done is None:
        return f"{program} did not answer"
    return None if done.returncode == 0 else (done.stderr or done.stdout).strip()


async def healthy(socket: Path) -> None:
    """Waits until OPA has loaded the policy and answers."""

    async def well() -> bool:
        try:
            connector = aiohttp.UnixConnector(str(socket))
            async with (
                aiohttp.ClientSession(connector=connector) as session,
                session.get("http://opa/health?bundles") as answer,
            ):
                return answer.status == 200
        except (OSError, aiohttp.ClientError, TimeoutError):
            return False

    await answers_yes(well)
