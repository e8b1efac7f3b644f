"""The settings: one frozen tree, read once from a TOML file and the environment.

``WARDGATE_POLICY__DEADLINE_MS=50`` overrides ``[policy] deadline_ms``; a value is read as TOML where it parses, else as
text. Relative paths are relative to the TOML file. An unknown key is an error. Secrets come by file path only.
What this does not check: whether files exist and what is in them (``wardgate check`` does).
"""

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, model_validator
from pydantic_core import ErrorDetails

from extproc.errors import Misconfigured

ENV_PREFIX = "WARDGATE_"


def _beside_the_file(path: Path, info: ValidationInfo) -> Path:
    base = (info.context or {}).get("base", Path())
    return path if path.is_absolute() else Path(base) / path


def _url_or_path(text: str, info: ValidationInfo) -> str:
    return text if text.startswith(("https://", "http://")) else str(_beside_the_file(Path(text), info))


def _package_or_path(text: str, info: ValidationInfo) -> str:
    return str(_beside_the_file(Path(text), info)) if "/" in text else text


def _an_ip_address(address: str) -> str:
    ipaddress.ip_address(address.rpartition(":")[0].strip("[]"))
    return address


def _a_time_zone(name: str) -> str:
    try:
        return name if name == "UTC" else ZoneInfo(name).key
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError("not a time zone that this machine knows, such as America/New_York") from error


FilePath = Annotated[Path, AfterValidator(_beside_the_file)]
UrlOrPath = Annotated[str, Field(min_length=1), AfterValidator(_url_or_path)]
PackageOrPath = Annotated[str, Field(min_length=1), AfterValidator(_package_or_path)]
"""With a slash a path, else the name of an installed package."""
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,40}$")]


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Listen(Section):
    """Where callers connect. TLS always: without certificate and key nothing listens."""

    address: Annotated[str, AfterValidator(_an_ip_address)] = Field(
        "127.0.0.1:8443", pattern=r"^[0-9.]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$"
    )
    """An IP address and a port; port 0 lets the system choose one, and the ready line names it."""
    certificate: FilePath = Path("certs/server.pem")
    key: FilePath = Path("certs/server.key")
    ca: FilePath | None = None
    """What callers should trust, named in the ready line of ``wardgate up``. Default: the certificate itself."""
    max_connections: int = Field(10_000, ge=1)


class Claims(Section):
    """Where in a verified token each fact stands: member names joined by dots (``realm_access.roles``)."""

    subject: str = "sub"
    type: str = "wardgate_type"
    groups: str = "groups"
    tenant: str = "tenant"
    purpose: str = "purpose"
    act: str = "act"
    acr: str = "acr"
    amr: str = "amr"
    auth_time: str = "auth_time"
    sid: str = "sid"
    break_glass_exp: str = "break_glass_exp"


class IdentityProvider(Section):
    """An issuer whose tokens are believed.

    ``groups_file`` (JSON: subject to list of groups) answers where a token names no groups.
    """

    issuer: str
    audiences: tuple[str, ...] = Field(min_length=1)
    jwks: UrlOrPath
    """The issuer's public keys: a file, read at the start, or an address, asked every ten minutes."""
    jwks_ca: FilePath | None = None
    """For an https address: the authorities trusted to name it. Default: the system's."""
    claims: Claims = Claims()
    groups_file: FilePath | None = None
    stand_in: bool = False
    """Local use: ``wardgate token`` mints tokens of this issuer with ``stand_in_key``."""
    stand_in_key: FilePath | None = None


class Sidecar(Section):
    processes: int | None = Field(None, ge=1, le=256)
    """Default: the cgroup's CPU limit, else the machine's cores."""
    sockets: FilePath = Path("run")
    """Directory of the sidecar's Unix sockets ``extproc-0.sock`` and on."""
    max_body_bytes: int = Field(32 * 2**20, ge=1024, le=2**30)
    max_inflight_bytes: int = Field(256 * 2**20, ge=1024)
    exchange_deadline_s: int = Field(3600, ge=1, le=86_400)
    request_deadline_s: int = Field(60, ge=1, le=3600)
    """From the request's head to its decision."""
    drain_s: float = Field(30.0, ge=0, le=3600)


class Policy(Section):
    engine: Literal["opa", "embedded", "auto"] = "auto"
    address: str | None = Field(None, pattern=r"^(unix:///|http://).+")
    source: Literal["bundle", "opa"] = "bundle"
    """``bundle`` is read and watched here; with ``opa``, OPA gets its bundles from elsewhere and names them."""
    bundle: FilePath = Path("opa")
    """A directory or a ``.tar.gz`` archive."""
    archive: FilePath | None = None
    """Where an OPA that somebody else runs watches for its bundle: a changed one is put there once it is validated."""
    poll_s: float = Field(1.0, ge=0.05, le=3600)
    """How often the policy is looked at."""
    require_signed: bool = False
    verification_key: FilePath | None = None
    verification_key_id: str = Field("default", pattern=r"^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,127}$")
    signing_algorithm: Literal["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"] = (
        "RS256"
    )
    deadline_ms: int = Field(100, ge=1, le=10_000)
    timezone: Annotated[str, AfterValidator(_a_time_zone)] = "UTC"
    """Whose hours and weekdays the policy is told; an IANA name."""

    without_baa: tuple[Name, ...] = ()
    """Providers without an agreement in force that get what a policy lets pass that only warns of it."""

    @model_validator(mode="after")
    def _can_be_trusted(self) -> Self:
        if self.require_signed and self.verification_key is None:
            raise ValueError("require_signed needs verification_key")
        if self.source == "opa" and (self.engine != "opa" or self.address is None):
            raise ValueError('source "opa" needs engine "opa" and the address of an OPA that somebody else runs')
        if self.source == "opa" and (self.require_signed or self.archive is not None):
            raise ValueError('with source "opa" it is OPA that takes bundles and verifies them: set neither here')
        return self


class Detect(Section):
    mode: Literal["fast", "balanced", "strict"] = "balanced"
    learned: Literal["compact", "rampart", "spacy", "gliner", "none"] = "compact"
    """The learned tier; ``none`` goes with the mode ``fast``, and only with it."""
    model: PackageOrPath | None = None
    """Where the learned tier's model is, unless it comes with the tier."""
    rules: FilePath | None = None
    """The organisation's own rules, ``detect.toml``."""
    workers: int = Field(1, ge=0, le=64)
    """Processes that read long texts, for each sidecar process; with 0 a thread does."""
    self_test_s: int = Field(300, ge=1, le=86_400)
    """How often planted identifiers are looked for; while one is missed, nothing is served."""

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if (self.mode == "fast") is not (self.learned == "none"):
            raise ValueError('mode "fast" and learned "none" go together: set both, or neither')
        if self.learned in ("spacy", "gliner") and self.model is None:
            raise ValueError(f'learned "{self.learned}" needs model: a package or a directory (./models/mine)')
        if self.learned in ("compact", "none") and self.model is not None:
            raise ValueError(f'learned "{self.learned}" takes no model')
        return self


class Audit(Section):
    directory: FilePath = Path("audit")
    fsync: bool = True
    key_file: FilePath = Path("secrets/audit.key")


class Transcripts(Section):
    """Who can open the transcripts that a policy asks for: public keys of age (``age1...``). The gate has no other."""

    recipients: tuple[str, ...] = ()
    recipients_file: FilePath | None = None
    """One key a line; ``#`` begins a comment. Both may be set: then all of them can."""


class Telemetry(Section):
    otlp_endpoint: str | None = Field(None, pattern=r"^https?://.+")


class Provider(Section):
    """A model provider. ``base_url`` has the version path, as the SDKs write it."""

    dialect: Literal["openai", "generic-json"] = "openai"
    base_url: str = Field(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?$")
    ca: FilePath | None = None
    credential_file: FilePath | None = None
    header: str = Field("authorization", pattern=r"^[a-z][a-z0-9-]*$")
    header_value_prefix: str = "Bearer "
    models: tuple[str, ...] = ()
    stand_in: bool = False
    """Local use: ``wardgate up`` answers for this provider itself, at ``base_url``."""


def _one_table_an_issuer(providers: tuple[IdentityProvider, ...]) -> tuple[IdentityProvider, ...]:
    if len({one.issuer for one in providers}) != len(providers):
        raise ValueError("two tables have the same issuer")
    return providers


class Settings(Section):
    listen: Listen = Listen()
    identity: Annotated[tuple[IdentityProvider, ...], Field(min_length=1), AfterValidator(_one_table_an_issuer)]
    sidecar: Sidecar = Sidecar()
    policy: Policy = Policy()
    detect: Detect = Detect()
    audit: Audit = Audit()
    transcripts: Transcripts = Transcripts()
    telemetry: Telemetry = Telemetry()
    providers: Mapping[Name, Provider] = Field(min_length=1)


SECTIONS: Final = ("listen", "sidecar", "policy", "detect", "audit", "transcripts", "telemetry")


def load(path: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of ``path``. Raises ``Misconfigured``, naming the file and each key that is wrong."""
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misconfigured(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: not valid TOML: {error}") from error
    variables = overridden(tree, os.environ if environment is None else environment)
    for section in SECTIONS:
        tree.setdefault(section, {})  # so that the defaults of a section left out are relative to the file too
    try:
        return Settings.model_validate(tree, context={"base": path.resolve().parent})
    except ValidationError as error:
        raise Misconfigured("\n".join(_sentence(one, path, variables) for one in error.errors())) from error


def overridden(tree: dict[str, object], environment: Mapping[str, str]) -> Mapping[str, str]:
    """Put each ``WARDGATE_A__B`` of the environment at ``tree["a"]["b"]``; returns which variable set ``a.b``."""
    variables = {}
    for variable, text in sorted(environment.items()):
        if not variable.startswith(ENV_PREFIX) or "__" not in variable:
            continue
        *sections, key = variable.removeprefix(ENV_PREFIX).lower().split("__")
        place: dict[str, object] = tree
        for section in sections:
            inner = place.setdefault(section, {})
            if not isinstance(inner, dict):
                raise Misconfigured(f"environment: {variable} points into {section!r}, which is not a table")
            place = inner
        place[key] = _value(text)
        variables[".".join((*sections, key))] = variable
    return variables


def _value(text: str) -> object:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _sentence(error: ErrorDetails, path: Path, variables: Mapping[str, str]) -> str:
    """Names the key and where it was set; quotes no value."""
    where = ".".join(str(step) for step in error["loc"] if step != "[key]")
    source = next(
        (f"environment: {name}" for key, name in variables.items() if f"{where}.".startswith(f"{key}.")), path
    )
    what = "there is no such key" if error["type"] == "extra_forbidden" else error["msg"]
    return f"{source}: {where}: {what}"
