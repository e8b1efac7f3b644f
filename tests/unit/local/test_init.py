"""A new directory from which a gate runs."""

from pathlib import Path

import pytest

from extproc.adapters.age import load_identities, opened, recipients_of
from extproc.adapters.audit_key import load_key
from extproc.adapters.bundle import read_bundle
from extproc.config import load
from extproc.errors import Misconfigured
from extproc.local.init import PROVIDERS, initialised


def test_its_settings_are_taken_and_all_that_they_name_is_there(tmp_path: Path) -> None:
    settings = load(initialised(tmp_path / "gate"), {})
    assert set(settings.providers) == set(PROVIDERS)
    load_key(settings.audit.key_file)
    read_bundle(settings.policy.bundle)
    for path in (settings.listen.certificate, settings.listen.key, settings.listen.ca, Path(settings.identity[0].jwks)):
        assert path is not None
        assert path.is_file()


def test_the_policy_knows_its_providers(tmp_path: Path) -> None:
    known = read_bundle(load(initialised(tmp_path / "gate"), {}).policy.bundle).data["wardgate"]
    assert set(PROVIDERS) <= set(known["providers"]["known"])


def test_secrets_are_for_their_owner_alone(tmp_path: Path) -> None:
    place = initialised(tmp_path / "gate").parent
    for name in ("certs/server.key", "identity/issuer.key", "secrets/audit.key", "reader/reader.key"):
        assert (place / name).stat().st_mode & 0o777 == 0o600
    assert not list(place.rglob("ca.key"))


def test_what_its_gate_seals_its_reader_opens_and_the_gate_is_given_no_private_key(tmp_path: Path) -> None:
    config = initialised(tmp_path / "gate")
    recipients = recipients_of(load(config, {}).transcripts)
    assert recipients is not None
    reader = load_identities(config.parent / "reader" / "reader.key")
    assert opened(recipients.seal([b"text"]), reader) == b"text"
    assert "reader.key" not in load(config, {}).model_dump_json()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(Misconfigured, match="nothing is overwritten"):
        initialised(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_addresses_can_be_chosen(tmp_path: Path) -> None:
    chosen = {name: f"http://127.0.0.1:{port}/v1" for port, name in enumerate(PROVIDERS, start=40_001)}
    settings = load(initialised(tmp_path / "gate", listen="127.0.0.1:0", providers=chosen), {})
    assert settings.listen.address == "127.0.0.1:0"
    assert {name: one.base_url for name, one in settings.providers.items()} == chosen
