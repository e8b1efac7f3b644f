"""What ``wardgate check`` has to say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extproc.config import Settings, load
from extproc.local import opa
from extproc.local.checks import Level, remarks
from extproc.local.init import initialised


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    return initialised(tmp_path / "gate")


def said(settings: Settings, level: Level) -> set[str]:
    return {remark.key for remark in remarks(settings) if remark.level is level}


def test_a_new_gate_has_no_errors_and_each_stand_in_is_warned_of(gate: Path) -> None:
    settings = load(gate, {})
    assert said(settings, Level.ERROR) == set()
    assert said(settings, Level.WARNING) == {
        "identity.0.stand_in",
        "policy.engine",
        "policy.require_signed",
        *(f"providers.{name}.stand_in" for name in settings.providers),
    }


@pytest.mark.parametrize(
    ("breaks", "key"),
    [
        (lambda place: (place / "certs" / "server.key").unlink(), "listen.key"),
        (lambda place: (place / "identity" / "jwks.json").unlink(), "identity.0.jwks"),
        (lambda place: (place / "secrets" / "audit.key").write_text("x"), "audit.key_file"),
        (lambda place: (place / "opa" / "gate" / "data.yaml").write_text("x: on"), "policy.bundle"),
        (lambda place: (place / "certs" / "server.pem").write_text("x"), "envoy"),
        (lambda place: (place / "identity" / "jwks.json").write_text("{}"), "envoy"),
    ],
)
def test_what_is_broken_is_an_error_under_its_key(gate: Path, breaks: Callable[[Path], object], key: str) -> None:
    breaks(gate.parent)
    assert said(load(gate, {}), Level.ERROR) == {key}


def test_a_learned_tier_that_cannot_load_is_an_error(gate: Path) -> None:
    settings = load(gate, {"WARDGATE_DETECT__LEARNED": "rampart", "WARDGATE_DETECT__MODEL": "./no/such"})
    (remark,) = (one for one in remarks(settings) if one.level is Level.ERROR)
    assert remark.key == "detect"
    assert "install" in remark.text


@pytest.mark.parametrize(
    ("variable", "value", "key"),
    [
        ("AUDIT__FSYNC", "false", "audit.fsync"),
        ("PROVIDERS__DEMO-CLOUD__BASE_URL", "http://models.example.org/v1", "providers.demo-cloud.base_url"),
    ],
)
def test_what_is_unfit_for_patients_is_warned_of(gate: Path, variable: str, value: str, key: str) -> None:
    assert key not in said(load(gate, {}), Level.WARNING)
    assert key in said(load(gate, {f"WARDGATE_{variable}": value}), Level.WARNING)


@pytest.mark.parametrize("engine", ["embedded", "auto", "opa"])
def test_a_policy_that_does_not_compile_is_an_error(gate: Path, engine: str) -> None:
    if engine == "opa" and opa.binary() is None:
        pytest.skip("no opa of our version here: make opa")
    (gate.parent / "opa" / "gate" / "broken.rego").write_text("package gate.broken\n\nallow if nothing.such(\n")
    assert said(load(gate, {"WARDGATE_POLICY__ENGINE": engine}), Level.ERROR) == {"policy.bundle"}


def test_a_missing_credential_is_an_error(gate: Path) -> None:
    settings = load(gate, {"WARDGATE_PROVIDERS__DEMO-CLOUD__CREDENTIAL_FILE": "none.key"})
    assert said(settings, Level.ERROR) == {"providers.demo-cloud.credential_file"}


def test_sockets_whose_path_is_too_long_are_an_error(gate: Path) -> None:
    settings = load(gate, {"WARDGATE_SIDECAR__SOCKETS": "/" + "d" * 100})
    assert said(settings, Level.ERROR) == {"sidecar.sockets"}


@pytest.mark.parametrize(
    ("variable", "value", "key"),
    [
        ("RECIPIENTS", "[]", "transcripts.recipients"),
        ("RECIPIENTS", '["age1none"]', "transcripts"),
        ("RECIPIENTS_FILE", '"none.txt"', "transcripts"),
    ],
)
def test_a_policy_whose_transcripts_cannot_be_sealed_is_an_error(
    gate: Path, variable: str, value: str, key: str
) -> None:
    settings = load(gate, {f"WARDGATE_TRANSCRIPTS__{variable}": value})
    assert said(settings, Level.ERROR) == {key}


def test_a_policy_that_keeps_no_text_needs_no_reader(gate: Path) -> None:
    data = gate.parent / "opa" / "wardgate" / "obligations" / "data.json"
    data.write_text(data.read_text(encoding="utf-8").replace('"full"', '"metadata"'), encoding="utf-8")
    assert said(load(gate, {"WARDGATE_TRANSCRIPTS__RECIPIENTS": "[]"}), Level.ERROR) == set()


def test_own_rules_are_linted_too(gate: Path) -> None:
    (gate.parent / "detect.toml").write_text("[entity.AGE]\nenabled = false\n")
    settings = load(gate, {"WARDGATE_DETECT__RULES": "detect.toml"})
    assert "detect.rules" in said(settings, Level.WARNING)
    (gate.parent / "detect.toml").write_text("[entity.NAME]\nenabled = false\n")
    assert said(settings, Level.ERROR) == {"detect.rules"}
