"""Addresses taken apart."""

import pytest

from extproc.adapters.upstream import Upstream
from extproc.errors import Misconfigured


@pytest.mark.parametrize(
    ("url", "upstream"),
    [
        ("https://api.example.org/v1", Upstream("api.example.org", 443, "api.example.org", "/v1", tls=True)),
        ("http://127.0.0.1:8080", Upstream("127.0.0.1", 8080, "127.0.0.1:8080", "", tls=False)),
        ("http://10.0.0.1/", Upstream("10.0.0.1", 80, "10.0.0.1", "", tls=False)),
        ("https://[::1]:0/a/b/", Upstream("::1", 0, "[::1]:0", "/a/b", tls=True)),
    ],
)
def test_an_address_has_these_parts(url: str, upstream: Upstream) -> None:
    assert Upstream.parsed(url, "k") == upstream


@pytest.mark.parametrize(
    "url", ["ftp://a", "https://", "https://a:b", "https://a:99999", "//a", "http://me@a", "http://[::"]
)
def test_what_is_no_address_is_said_with_its_key(url: str) -> None:
    with pytest.raises(Misconfigured, match=r"^providers\.a\.base_url: "):
        Upstream.parsed(url, "providers.a.base_url")


@pytest.mark.parametrize(
    ("host", "literal", "loopback"),
    [
        ("localhost", False, True),
        ("localhost.example.org", False, False),
        ("127.8.9.1", True, True),
        ("128.0.0.1", True, False),
        ("[::1]", True, True),
        ("192.0.2.1", True, False),
    ],
)
def test_a_literal_is_an_ip_address_and_loopback_is_this_machine(host: str, literal: bool, loopback: bool) -> None:
    upstream = Upstream.parsed(f"http://{host}:1", "k")
    assert (upstream.literal, upstream.loopback) == (literal, loopback)
