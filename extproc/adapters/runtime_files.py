"""What the parts of one gate share on disk while they run: sockets, Envoy's configuration, its secrets' descriptions.

Names only, and one rule: Linux takes a Unix socket's path up to 107 bytes.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extproc.errors import Misconfigured

LONGEST_SOCKET_BYTES: Final = 107


@dataclass(frozen=True, slots=True)
class RuntimeFiles:
    directory: Path

    def sidecar(self, index: int) -> Path:
        return self._socket(f"extproc-{index}.sock")

    @property
    def admin(self) -> Path:
        return self._socket("envoy-admin.sock")

    @property
    def policy(self) -> Path:
        return self._socket("opa.sock")

    @property
    def bundle(self) -> Path:
        """The policy as the OPA of ``wardgate up`` fetches it."""
        return self.directory / "policy" / "bundle.tar.gz"

    @property
    def opa(self) -> Path:
        """The configuration of the OPA of ``wardgate up``: where its bundle is, and whose signature it believes."""
        return self.directory / "opa.json"

    @property
    def lock(self) -> Path:
        return self.directory / "lock"

    @property
    def envoy(self) -> Path:
        return self.directory / "envoy.yaml"

    def secret(self, provider: str) -> Path:
        """Tells Envoy where the provider's key is; holds no key itself."""
        return self.directory / f"secret-{provider}.json"

    def received(self, provider: str) -> Path:
        """What a provider stand-in received, a line of JSON for each request."""
        return self.directory / f"received-{provider}.jsonl"

    def prepared(self) -> "RuntimeFiles":
        """Makes the directory, for its owner alone: whoever may open the sockets may speak for Envoy."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise Misconfigured(f"sidecar.sockets: {self.directory} cannot be made ({error.strerror})") from error
        return self

    def _socket(self, name: str) -> Path:
        path = self.directory / name
        length = len(os.fsencode(path))
        if length > LONGEST_SOCKET_BYTES:
            raise Misconfigured(
                f"sidecar.sockets: {path} has {length} bytes, and the path of a Unix socket may have "
                f"{LONGEST_SOCKET_BYTES}; set a shorter directory"
            )
        return path
