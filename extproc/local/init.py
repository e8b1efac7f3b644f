"""Makes a directory from which a gate runs on this machine: settings, policy, and the demo's own CA, issuer and keys.

Everything secret is made anew, readable by its owner alone. Nothing that is there is overwritten.
"""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extproc.adapters.age import generate_identity
from extproc.adapters.audit_key import generate_key
from extproc.adapters.share import share
from extproc.errors import Misconfigured
from extproc.local import identity
from extproc.local.ca import Authority

TEMPLATE: Final = Path(__file__).with_name("wardgate.toml")
SETTINGS: Final = "wardgate.toml"
READER_KEY: Final = "reader/reader.key"
"""Opens the transcripts. The gate never reads it: whoever reads transcripts takes it away."""
NAMES: Final = ("localhost", "127.0.0.1", "::1")
"""What the demo's server certificate is for."""
LISTEN: Final = "127.0.0.1:8443"
PROVIDERS: Final[Mapping[str, str]] = {
    "demo-cloud": "http://127.0.0.1:18081/v1",
    "demo-onprem": "http://127.0.0.1:18082/v1",
    "demo-nobaa": "http://127.0.0.1:18083/v1",
}


def initialised(directory: Path, *, listen: str = LISTEN, providers: Mapping[str, str] = PROVIDERS) -> Path:
    """Fills ``directory``; the path of its ``wardgate.toml``.

    ``providers`` gives each stand-in's ``base_url``. Raises ``Misconfigured`` if the directory has anything in it.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(directory.iterdir()):
            raise Misconfigured(f"{directory}: is not empty, and nothing is overwritten; name a new directory")
        reader = _filled(directory)
        text = _settings({"listen": listen, "reader": reader, **providers})
        return _put(directory / SETTINGS, text.encode(), 0o644)
    except OSError as error:
        raise Misconfigured(f"{directory}: cannot be written ({error.strerror})") from error


def _filled(directory: Path) -> str:
    """Returns the public key of the transcripts' reader."""
    authority, issuer = Authority.made(), identity.made()
    server = authority.server(NAMES)
    _put(directory / "certs" / "ca.pem", authority.certificate)
    _put(directory / "certs" / "server.pem", server.certificate)
    _put(directory / "certs" / "server.key", server.key, 0o600)
    _put(directory / "identity" / "jwks.json", issuer.jwks.encode())
    _put(directory / "identity" / "issuer.key", issuer.key, 0o600)
    generate_key(directory / "secrets" / "audit.key")
    shutil.copytree(share("opa"), directory / "opa")
    return generate_identity(directory / READER_KEY)


def _settings(values: Mapping[str, str]) -> str:
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", json.dumps(value))  # a JSON string is a TOML string
    return text


def _put(path: Path, content: bytes, mode: int = 0o644) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode), "wb") as file:
        file.write(content)
    return path
