"""What is wrong, or unfit for production, with a gate's settings: each said with its file and its key.

An error is what would keep the gate from serving; a warning is what serves, but not as it should for patients.
What this does not check: whether providers, issuers and the policy engine can be reached.
"""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from extproc.adapters import envoy_config
from extproc.adapters.age import recipients_of
from extproc.adapters.assembly import asked_transcripts
from extproc.adapters.audit_key import load_key
from extproc.adapters.bundle import Bundle, read_bundle, write_archive
from extproc.adapters.detect_rules import told_of
from extproc.adapters.policies import trust_of
from extproc.adapters.policy_source import PolicySource
from extproc.adapters.rego import EmbeddedPolicy
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.adapters.taggers import tagger_of
from extproc.adapters.upstream import Upstream
from extproc.config import Policy, Settings
from extproc.errors import Misconfigured
from extproc.local import envoy, opa

MOST_PROCESSES: Final = 256
"""Has the longest socket name."""


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Remark:
    level: Level
    key: str
    text: str


def remarks(settings: Settings) -> Iterator[Remark]:
    """Errors first, in the order of the settings."""
    missing = list(_files(settings))
    yield from missing
    yield from _refusals("sidecar.sockets", lambda: RuntimeFiles(settings.sidecar.sockets).sidecar(MOST_PROCESSES))
    yield from _refusals("detect", lambda: tagger_of(settings.detect))
    yield from _own_rules(settings.detect.rules)
    yield from _refusals("audit.key_file", lambda: load_key(settings.audit.key_file))
    yield from _transcripts(settings)
    yield from _refusals("policy.bundle", lambda: _policy(settings.policy))
    if not missing:  # Envoy would only say the same in other words
        yield from _envoy(settings)
    yield from _stand_ins(settings)
    yield from _unfit(settings)


def _files(settings: Settings) -> Iterator[Remark]:
    for key, path in named_files(settings):
        if not path.is_file():
            yield Remark(Level.ERROR, key, f"{path} is not a file")


def named_files(settings: Settings) -> Iterator[tuple[str, Path]]:
    """Each file that the settings name and others than this check read, by its key."""
    yield "listen.certificate", settings.listen.certificate
    yield "listen.key", settings.listen.key
    if settings.listen.ca:
        yield "listen.ca", settings.listen.ca
    for index, issuer in enumerate(settings.identity):
        if not issuer.jwks.startswith(("https://", "http://")):
            yield f"identity.{index}.jwks", Path(issuer.jwks)
        elif issuer.jwks.startswith("https://"):
            yield f"identity.{index}.jwks_ca", issuer.jwks_ca or envoy_config.SYSTEM_CA
        if issuer.groups_file:
            yield f"identity.{index}.groups_file", issuer.groups_file
        if issuer.stand_in_key:
            yield f"identity.{index}.stand_in_key", issuer.stand_in_key
    for name, provider in settings.providers.items():
        if provider.base_url.startswith("https://"):
            yield f"providers.{name}.ca", provider.ca or envoy_config.SYSTEM_CA
        if provider.credential_file:
            yield f"providers.{name}.credential_file", provider.credential_file


def _own_rules(rules: Path | None) -> Iterator[Remark]:
    for told in told_of(rules) if rules else ():
        yield Remark(Level(told.level), "detect.rules", str(told))


def _transcripts(settings: Settings) -> Iterator[Remark]:
    """Whether what the policy asks to keep can be sealed. What its bundle is like is checked elsewhere."""
    try:
        if recipients_of(settings.transcripts) is not None or settings.policy.source == "opa":
            return
    except Misconfigured as error:
        yield Remark(Level.ERROR, "transcripts", str(error).removeprefix("transcripts: "))
        return
    with suppress(Misconfigured):
        if asked := asked_transcripts(read_bundle(settings.policy.bundle).data):
            text = f'the policy asks for transcripts ("{asked}"): nothing passes until a public key of age is named'
            yield Remark(Level.ERROR, "transcripts.recipients", text)


def _refusals(key: str, reads: Callable[[], object]) -> Iterator[Remark]:
    try:
        reads()
    except Misconfigured as error:
        yield Remark(Level.ERROR, key, str(error).removeprefix(f"{key}: "))


def _policy(policy: Policy) -> None:
    """Has the engine that would decide compile the bundle. Raises ``Misconfigured``."""
    if policy.source == "opa":
        return  # what OPA is given elsewhere is checked there
    _, bundle = PolicySource(policy.bundle, trust_of(policy)).read()
    program = opa.binary() if policy.engine != "embedded" else None
    if program is not None:
        _compiled_by_opa(program, policy.bundle)
    elif policy.engine != "opa":
        asyncio.run(_compiled_by_the_embedded_engine(bundle, policy.deadline_ms))


def _compiled_by_opa(program: Path, bundle: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="wardgate-") as directory:
        archive = Path(directory) / "bundle.tar.gz"
        write_archive(bundle, archive)
        complaint = opa.complaint(program, archive)
    if complaint is not None:
        raise Misconfigured(complaint)


async def _compiled_by_the_embedded_engine(bundle: Bundle, deadline_ms: int) -> None:
    engine = await EmbeddedPolicy.start(bundle, deadline_ms)
    await engine.close()


def _envoy(settings: Settings) -> Iterator[Remark]:
    """Asks Envoy itself, in a directory of its own so that a running gate's files stay as they are."""
    try:
        with tempfile.TemporaryDirectory(prefix="wardgate-") as directory:
            sidecar = settings.sidecar.model_copy(update={"sockets": Path(directory)})
            elsewhere = settings.model_copy(update={"sidecar": sidecar})
            written = envoy_config.write(elsewhere, processes=1, runtime=Path(directory))
            complaint = envoy.complaint(written)
    except Misconfigured as error:
        yield Remark(Level.ERROR, "envoy", str(error))
        return
    if complaint is not None:
        yield Remark(Level.ERROR, "envoy", complaint)


def _stand_ins(settings: Settings) -> Iterator[Remark]:
    for index, issuer in enumerate(settings.identity):
        if issuer.stand_in:
            text = "mints tokens for whoever asks; for production, name your issuer and remove stand_in"
            yield Remark(Level.WARNING, f"identity.{index}.stand_in", text)
    for name, provider in settings.providers.items():
        if provider.stand_in:
            text = "is no model; for production, name a provider and remove stand_in"
            yield Remark(Level.WARNING, f"providers.{name}.stand_in", text)


def _unfit(settings: Settings) -> Iterator[Remark]:
    for index, issuer in enumerate(settings.identity):
        if issuer.jwks.startswith("http://") and not Upstream.parsed(issuer.jwks, f"identity.{index}.jwks").loopback:
            yield Remark(
                Level.WARNING, f"identity.{index}.jwks", "keys fetched over http can be replaced on the way; use https"
            )
    for name, provider in settings.providers.items():
        where = Upstream.parsed(provider.base_url, f"providers.{name}.base_url")
        if not where.tls and not where.loopback:
            yield Remark(
                Level.WARNING, f"providers.{name}.base_url", "http is read by whoever is on the way; use https"
            )
    if not settings.audit.fsync:
        yield Remark(Level.WARNING, "audit.fsync", "false loses records with the power; set it to true")
    if settings.policy.source == "bundle" and not settings.policy.require_signed:
        text = "false takes a policy from whoever can write the file; sign bundles and set it to true"
        yield Remark(Level.WARNING, "policy.require_signed", text)
    if settings.policy.engine == "auto":
        text = "auto takes the embedded engine where OPA is missing; for production, set opa"
        yield Remark(Level.WARNING, "policy.engine", text)
