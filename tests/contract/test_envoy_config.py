"""The real Envoy takes every configuration that settings can ask for."""

import json
from pathlib import Path

import pytest
import yaml

from extproc.adapters import envoy_config
from extproc.config import load
from extproc.errors import Misconfigured
from extproc.local import envoy
from extproc.local.init import initialised

SECOND_ISSUER = """
[[identity]]
issuer = "https://idp.example.org/realms/hospital"
audiences = ["wardgate", "other"]
jwks = "https://idp.example.org/keys"
jwks_ca = "certs/ca.pem"
"""
THIRD_ISSUER = SECOND_ISSUER.replace("idp.example.org/realms", "third.example.org/realms").replace(
    "jwks_ca", "# jwks_ca"
)
SECURE = """
[providers.cloud]
base_url = "https://api.example.org/v1"
ca = "certs/ca.pem"
credential_file = "identity/issuer.key"
header = "x-api-key"
header_value_prefix = ""
"""
SECURE_ADDRESS = SECURE.replace("cloud", "address").replace("api.example.org", "[2001:db8::1]:8443")
GENERIC = """
[providers.notes]
dialect = "generic-json"
base_url = "http://notes.example.org:8080"
"""


def written(directory: Path, more: str = "", processes: int = 1) -> Path:
    config = initialised(directory / "gate")
    with config.open("a", encoding="utf-8") as file:
        file.write(more)
    return envoy_config.write(load(config, {}), processes=processes, runtime=directory / "run")


@pytest.mark.parametrize(
    "more",
    ["", SECOND_ISSUER + THIRD_ISSUER, SECURE + SECURE_ADDRESS, GENERIC, SECOND_ISSUER + SECURE + GENERIC],
    ids=["demo", "three issuers", "https providers", "generic provider", "all"],
)
def test_envoy_takes_it(tmp_path: Path, more: str) -> None:
    assert envoy.complaint(written(tmp_path, more, processes=3)) is None


def test_envoy_complains_of_what_is_wrong(tmp_path: Path) -> None:
    config = written(tmp_path)
    config.write_text(config.read_text().replace("FULL_DUPLEX_STREAMED", "FULL_STREAMED"))
    assert "FULL_STREAMED" in (envoy.complaint(config) or "")


def test_each_process_is_an_endpoint_of_its_own(tmp_path: Path) -> None:
    extproc = cluster(written(tmp_path, processes=3), "extproc")
    (locality,) = extproc["load_assignment"]["endpoints"]
    paths = [one["endpoint"]["address"]["pipe"]["path"] for one in locality["lb_endpoints"]]
    sockets = tmp_path / "gate" / "run"  # the settings' own, wherever the configuration itself is written
    assert paths == [str(sockets / f"extproc-{index}.sock") for index in range(3)]


def test_an_https_provider_is_verified_by_chain_and_name(tmp_path: Path) -> None:
    tls = cluster(written(tmp_path, SECURE), "provider-cloud")["transport_socket"]["typed_config"]
    context = tls["common_tls_context"]["validation_context"]
    assert tls["sni"] == "api.example.org"
    assert context["trusted_ca"]["filename"] == str(tmp_path / "gate" / "certs" / "ca.pem")
    assert context["match_typed_subject_alt_names"] == [{"san_type": "DNS", "matcher": {"exact": "api.example.org"}}]


def test_an_address_is_verified_as_an_address(tmp_path: Path) -> None:
    tls = cluster(written(tmp_path, SECURE_ADDRESS), "provider-address")["transport_socket"]["typed_config"]
    names = tls["common_tls_context"]["validation_context"]["match_typed_subject_alt_names"]
    assert names == [{"san_type": "IP_ADDRESS", "matcher": {"exact": "2001:db8::1"}}]
    assert "sni" not in tls


def test_no_key_is_written_for_envoy_only_where_it_is(tmp_path: Path) -> None:
    key = (written(tmp_path, SECURE).parent.parent / "gate" / "identity" / "issuer.key").read_text()
    files = {path.name: path.read_text() for path in (tmp_path / "run").iterdir()}
    assert str(tmp_path / "gate" / "identity" / "issuer.key") in files["secret-cloud.json"]
    assert not [name for name, text in files.items() if key.splitlines()[1] in text]


@pytest.mark.parametrize(
    "value", ['"}}]\nadmin: {}\n#', "{{ settings }}", "{% raw %}", "' : *a &b !!python", "\u2028</x>"]
)
def test_a_setting_stays_a_value(tmp_path: Path, value: str) -> None:
    more = SECURE.replace('header_value_prefix = ""', f"header_value_prefix = {json.dumps(value)}")
    provider = cluster(written(tmp_path, more), "provider-cloud")
    filters = next(iter(provider["typed_extension_protocol_options"].values()))["http_filters"]
    credential = filters[1]["typed_config"]["credential"]["typed_config"]
    assert credential["header_value_prefix"] == value


def test_a_path_too_long_for_a_socket_is_said(tmp_path: Path) -> None:
    settings = load(initialised(tmp_path / "gate"), {})
    with pytest.raises(Misconfigured, match=r"sidecar\.sockets: .* 107"):
        envoy_config.rendered(settings, processes=1, runtime=tmp_path / ("d" * 100))


def cluster(config: Path, name: str) -> dict[str, object]:
    clusters = yaml.safe_load(config.read_text())["static_resources"]["clusters"]
    return next(one for one in clusters if one["name"] == name)
