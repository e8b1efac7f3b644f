"""An OPA through its management API: what it holds, and policies given to it.

The client is opa-python-client, which is used without its retries and without its rewriting of policies
(``rego_compat``), and reaches Unix sockets by an adapter of ours. An OPA that runs on bundles owns what they brought
and takes nothing else. What is pushed has no revision, so a gate does not decide by it: this is for an OPA on which
authors try things.
"""

import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import urlsplit

import requests
from opa_client import OpaClient
from opa_client.errors import PolicyNotFoundError, RegoParseError
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

from extproc.adapters.bundle import read_bundle
from extproc.errors import Misconfigured

UNIX: Final = "unix://"
ANSWER_S: Final = 5.0
PORT: Final = 8181


@dataclass(frozen=True, slots=True)
class Status:
    """What an OPA says of itself. ``bundles`` are revisions by the bundle's name; ``policies`` ids of modules."""

    healthy: bool
    bundles: Mapping[str, str]
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pushed:
    """``left`` are modules that were there before and are not of the directory."""

    policies: tuple[str, ...]
    left: tuple[str, ...]


def status_of(address: str) -> Status:
    """``unix:///path`` or ``http://host:port``. Raises ``Misconfigured`` for an OPA that does not answer."""
    client = _client(address)
    try:
        healthy = bool(client.check_health(query={"bundles": True}))
        return Status(healthy, _bundles(client), tuple(sorted(client.get_policies_list())))
    except (requests.RequestException, ValueError):
        raise Misconfigured(f"{address}: no OPA answers there") from None
    finally:
        client.close_connection()


def push(address: str, directory: Path) -> Pushed:
    """Gives the OPA at ``address`` the data and the modules of ``directory``. Raises ``Misconfigured``."""
    bundle = read_bundle(directory)
    before = status_of(address)
    if before.bundles:
        names = ", ".join(f"{name} ({revision or 'no revision'})" for name, revision in before.bundles.items())
        raise Misconfigured(
            f"{address}: this OPA runs on bundles, which own its policy: {names}.\n"
            "Change the bundle instead: `wardgate bundle --output FILE` writes one, for where this OPA gets its own."
        )
    client = _client(address)
    try:
        for name, document in bundle.data.items():
            client.update_or_create_data(cast("dict[str, Any]", document), name)
        for name, source in bundle.modules.items():
            client.update_policy_from_string(source, name, rego_compat=False)
    except RegoParseError as error:
        raise Misconfigured(f"{directory}: OPA does not take it: {error.message}") from None
    except (requests.RequestException, ValueError):
        raise Misconfigured(f"{address}: OPA ended the conversation") from None
    finally:
        client.close_connection()
    return Pushed(tuple(bundle.modules), tuple(name for name in before.policies if name not in bundle.modules))


def _bundles(client: OpaClient) -> dict[str, str]:
    try:
        answer = client.get_data("gate", {"provenance": "true"})
    except PolicyNotFoundError:
        return {}  # no policy of ours, so no bundle with one
    bundles = answer.get("provenance", {}).get("bundles") or {}
    return {name: one.get("revision", "") for name, one in bundles.items()}


def _client(address: str) -> OpaClient:
    url = urlsplit("http://opa" if address.startswith(UNIX) else address)
    if url.scheme != "http" or not url.hostname:
        raise Misconfigured("give unix:///path or http://host:port")
    client = OpaClient(host=url.hostname, port=url.port or PORT, retries=0, timeout=ANSWER_S)
    client._session.trust_env = False  # no proxy stands between us and an engine on this machine
    if address.startswith(UNIX):
        client._session.mount("http://", _UnixAdapter(address.removeprefix(UNIX)))
    return client


class _UnixConnection(HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("opa", timeout=ANSWER_S)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(ANSWER_S)
        self.sock.connect(self._path)


class _UnixPool(HTTPConnectionPool):
    def __init__(self, path: str) -> None:
        super().__init__("opa", timeout=ANSWER_S)
        self._path = path

    def _new_conn(self) -> _UnixConnection:
        return _UnixConnection(self._path)


class _UnixAdapter(HTTPAdapter):
    """Every request to one Unix socket."""

    def __init__(self, path: str) -> None:
        super().__init__(max_retries=0)
        self._pool = _UnixPool(path)

    def get_connection_with_tls_context(self, *_: object, **__: object) -> _UnixPool:
        return self._pool
