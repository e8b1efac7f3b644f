"""An address of the settings, taken apart as Envoy wants it."""

import ipaddress
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlsplit

from extproc.errors import Misconfigured

PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Upstream:
    """``authority`` is the Host header; ``path`` the address' path without a slash at its end, ``""`` for none."""

    host: str
    port: int
    authority: str
    path: str
    tls: bool

    @classmethod
    def parsed(cls, url: str, key: str) -> Self:
        """Raises ``Misconfigured``, naming ``key``."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise Misconfigured(f"{key}: not an address") from error
        if not host or parts.scheme not in PORTS or parts.username is not None:
            raise Misconfigured(f"{key}: not an http or https address of a host")
        port = PORTS[parts.scheme] if port is None else port
        return cls(host, port, parts.netloc, parts.path.rstrip("/"), parts.scheme == "https")

    @property
    def literal(self) -> bool:
        """The host is an IP address and not a name."""
        try:
            ipaddress.ip_address(self.host)
        except ValueError:
            return False
        return True

    @property
    def loopback(self) -> bool:
        return self.host == "localhost" or (self.literal and ipaddress.ip_address(self.host).is_loopback)
