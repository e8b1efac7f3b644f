"""The demo's certificates, judged by the TLS library that callers use."""

import asyncio
import ssl
from pathlib import Path

import pytest

from extproc.local.ca import Authority


async def shaken(tmp_path: Path, trusted: Authority, signer: Authority, name: str) -> None:
    """A TLS handshake with a server that ``signer`` certified for localhost and 127.0.0.1."""
    signed = signer.server(["localhost", "127.0.0.1"])
    both = tmp_path / "both.pem"
    both.write_bytes(signed.certificate + signed.key)
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server_side.load_cert_chain(both)
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=server_side)
    async with server:
        port = server.sockets[0].getsockname()[1]
        client_side = ssl.create_default_context(cadata=trusted.certificate.decode())
        _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client_side, server_hostname=name)
        writer.close()


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
async def test_a_signed_server_is_believed_under_its_names(tmp_path: Path, name: str) -> None:
    authority = Authority.made()
    await shaken(tmp_path, authority, authority, name)


async def test_it_is_not_believed_under_another_name(tmp_path: Path) -> None:
    authority = Authority.made()
    with pytest.raises(ssl.SSLCertVerificationError):
        await shaken(tmp_path, authority, authority, "example.org")


async def test_another_authority_does_not_vouch_for_it(tmp_path: Path) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        await shaken(tmp_path, Authority.made(), Authority.made(), "localhost")
