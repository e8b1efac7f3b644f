"""Envoy's configuration: ``envoy/gateway.yaml`` filled in with the settings.

What this does not check: whether Envoy takes it (``wardgate check`` asks Envoy) and whether the named files exist.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extproc.adapters.runtime_files import RuntimeFiles
from extproc.adapters.share import share
from extproc.adapters.upstream import Upstream
from extproc.config import IdentityProvider, Provider, Settings

SYSTEM_CA: Final = Path("/etc/ssl/certs/ca-certificates.crt")
CREDENTIAL_HEADERS: Final = ("authorization", "proxy-authorization", "x-api-key", "api-key", "x-goog-api-key")
"""Where providers expect keys. Taken from callers at once, and out of the sidecar's reach."""


class Match(NamedTuple):
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class ProviderView:
    """A provider as the template reads it. ``rewrites`` are the callers' paths and what the provider gets for each."""

    name: str
    cluster: str
    route: str
    upstream: Upstream
    ca: str
    header: str
    header_value_prefix: str
    secret: str | None
    secret_directory: str | None
    rewrites: tuple[tuple[Match, str], ...]


@dataclass(frozen=True, slots=True)
class IssuerView:
    """An issuer as the template reads it; ``upstream`` where its keys are asked for."""

    name: str
    issuer: str
    audiences: tuple[str, ...]
    jwks: str
    upstream: Upstream | None
    ca: str


def rendered(settings: Settings, *, processes: int, runtime: Path) -> str:
    """The whole configuration, YAML. Raises ``Misconfigured``.

    What Envoy reads besides it is below ``runtime``; the sidecars' sockets are where the settings say.
    """
    files = RuntimeFiles(runtime)
    place = FileSystemLoader(share("envoy"))
    # Not HTML: every value goes through tojson, and a test tries to break out.
    environment = Environment(loader=place, undefined=StrictUndefined, autoescape=False)  # noqa: S701
    return environment.get_template("gateway.yaml").render(
        settings=settings,
        listen=Upstream.parsed(f"https://{settings.listen.address}", "listen.address"),
        files={"admin": str(files.admin)},
        sidecars=[str(RuntimeFiles(settings.sidecar.sockets).sidecar(index)) for index in range(processes)],
        issuers=[_issuer(index, one) for index, one in enumerate(settings.identity)],
        providers=[_provider(name, one, files) for name, one in settings.providers.items()],
        credential_headers=_credential_headers(settings),
        idle_timeout=f"{settings.sidecar.exchange_deadline_s}s",
    )


def secrets(settings: Settings, runtime: Path) -> Mapping[Path, str]:
    """The files that tell Envoy where each provider's key is (SDS): path → content. No key is in them."""
    files = RuntimeFiles(runtime)
    return {
        files.secret(name): _secret(_cluster(name), one.credential_file)
        for name, one in settings.providers.items()
        if one.credential_file is not None
    }


def write(settings: Settings, *, processes: int, runtime: Path) -> Path:
    """Puts all that Envoy reads into ``runtime``; returns the configuration's path."""
    files = RuntimeFiles(runtime).prepared()
    files.envoy.write_text(rendered(settings, processes=processes, runtime=runtime), encoding="utf-8")
    for path, content in secrets(settings, runtime).items():
        path.write_text(content, encoding="utf-8")
    return files.envoy


def _provider(name: str, one: Provider, files: RuntimeFiles) -> ProviderView:
    upstream = Upstream.parsed(one.base_url, f"providers.{name}.base_url")
    key = one.credential_file
    return ProviderView(
        name=name,
        cluster=_cluster(name),
        route=f"{name} ({one.dialect})",
        upstream=upstream,
        ca=str(one.ca or SYSTEM_CA),
        header=one.header,
        header_value_prefix=one.header_value_prefix,
        secret=str(files.secret(name)) if key else None,
        secret_directory=str(key.parent) if key else None,
        rewrites=_rewrites(name, one, upstream.path),
    )


def _rewrites(name: str, one: Provider, base: str) -> tuple[tuple[Match, str], ...]:
    """The provider gets ``base_url``'s path and what the caller wrote after the dialect's own beginning."""
    match one.dialect:
        case "openai":
            return ((Match("prefix", "/v1/"), f"{base}/"),)
        case "generic-json":
            start = f"/generic/{name}"
            return ((Match("prefix", f"{start}/"), f"{base}/"), (Match("path", start), base or "/"))


def _issuer(index: int, one: IdentityProvider) -> IssuerView:
    remote = one.jwks.startswith(("https://", "http://"))
    return IssuerView(
        name=f"issuer-{index}",
        issuer=one.issuer,
        audiences=one.audiences,
        jwks=one.jwks,
        upstream=Upstream.parsed(one.jwks, f"identity.{index}.jwks") if remote else None,
        ca=str(one.jwks_ca or SYSTEM_CA),
    )


def _credential_headers(settings: Settings) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*CREDENTIAL_HEADERS, *(one.header for one in settings.providers.values()))))


def _cluster(provider: str) -> str:
    return f"provider-{provider}"


def _secret(name: str, key: Path) -> str:
    kind = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"
    resource = {"@type": kind, "name": name, "generic_secret": {"secret": {"filename": str(key)}}}
    return json.dumps({"resources": [resource]})
