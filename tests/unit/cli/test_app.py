"""The commands, as somebody at a terminal sees them."""

import io
import json
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

import jwt
import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from typer.testing import CliRunner, Result

from extproc.adapters.bundle import bundle_revision, read_bundle
from extproc.adapters.policies import LocalOpa, trust_of
from extproc.cli import app as command_line
from extproc.cli import serve
from extproc.config import Settings, load
from extproc.errors import Misconfigured, TrailUnavailable
from extproc.local import stack
from extproc.local.init import initialised


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    return initialised(tmp_path / "gate")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line.app, [str(argument) for argument in arguments], catch_exceptions=False)


def main(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["wardgate", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    return int(ended.value.code or 0)


def test_init_says_what_to_do_next(tmp_path: Path) -> None:
    result = run("init", tmp_path / "gate")
    assert (result.exit_code, f"wardgate up --config {tmp_path}/gate/wardgate.toml" in result.stdout) == (0, True)


def test_init_twice_is_refused_in_a_sentence(
    gate: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(monkeypatch, "init", gate.parent) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"wardgate: {gate.parent}: ")
    assert "Traceback" not in error


def claims(result: Result) -> Mapping[str, object]:
    return jwt.decode(result.stdout.strip(), options={"verify_signature": False})


def test_token_mints_what_was_asked_for(gate: Path) -> None:
    groups = ("--group", "cardiology-clinicians", "--group", "b")
    more = ("--claim", "purpose=TREATMENT", "--claim", "auth_time=1700000000", "--claim", "tenant=a=b")
    minted = claims(run("token", "--config", gate, "--sub", "dr.lee", *groups, *more))
    assert (minted["sub"], minted["groups"]) == ("dr.lee", ["cardiology-clinicians", "b"])
    assert (minted["purpose"], minted["auth_time"], minted["tenant"]) == ("TREATMENT", 1_700_000_000, "a=b")
    assert minted["wardgate_type"] == "user"


@pytest.mark.parametrize("claim", ["purpose", "=x", ""])
def test_a_claim_that_is_none_is_refused(gate: Path, claim: str) -> None:
    result = run("token", "--config", gate, "--sub", "a", "--claim", claim)
    assert (result.exit_code, "NAME=VALUE" in result.stderr) == (2, True)


def test_envoy_config_prints_yaml_with_as_many_sidecars_as_are_set(gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDGATE_SIDECAR__PROCESSES", "3")
    printed = yaml.safe_load(run("envoy-config", "--config", gate).stdout)
    extproc = printed["static_resources"]["clusters"][0]
    assert len(extproc["load_assignment"]["endpoints"][0]["lb_endpoints"]) == 3


def test_envoy_config_writes_all_that_envoy_reads(gate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDGATE_PROVIDERS__DEMO-CLOUD__CREDENTIAL_FILE", "secrets/cloud.key")
    result = run("envoy-config", "--config", gate, "--write", tmp_path / "out")
    assert result.stdout.strip() == str(tmp_path / "out" / "envoy.yaml")
    secret = json.loads((tmp_path / "out" / "secret-demo-cloud.json").read_text())
    assert secret["resources"][0]["generic_secret"]["secret"]["filename"] == str(gate.parent / "secrets" / "cloud.key")


def test_check_is_content_with_a_new_gate_and_warns_of_its_stand_ins(gate: Path) -> None:
    result = run("check", "--config", gate)
    assert (result.exit_code, result.stdout) == (0, f"{gate}: good\n")
    assert f"warning: {gate}: identity.0.stand_in: " in result.stderr


def test_check_ends_with_2_for_an_error(gate: Path) -> None:
    (gate.parent / "certs" / "server.key").unlink()
    result = run("check", "--config", gate)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: {gate}: listen.key: " in result.stderr


@pytest.mark.parametrize("command", ["up", "serve", "check", "envoy-config"])
def test_a_mistake_in_the_settings_is_a_sentence_and_exit_code_2(
    gate: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gate.write_text(gate.read_text() + "[polcy]\n")
    assert main(monkeypatch, command, "--config", gate) == 2
    assert capsys.readouterr() == ("", f"wardgate: {gate}: polcy: there is no such key\n")


class Calls(list[tuple[object, ...]]):
    """Stands for ``stack.up`` and ``stack.serve``."""

    async def __call__(self, settings: Settings, *rest: object) -> int:
        self.append(rest)
        return 7


def test_up_ends_with_the_stacks_exit_code(gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls()
    monkeypatch.setattr(stack, "up", calls)
    assert (run("up", "--config", gate).exit_code, calls) == (7, [(gate,)])


def test_serve_supervises_unless_it_is_one_of_them(gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls, ones = Calls(), []
    monkeypatch.setattr(stack, "serve", calls)
    monkeypatch.setattr(serve, "_one", lambda settings, index, policy: ones.append((index, policy)) or 0)
    assert run("serve", "--config", gate).exit_code == 7
    opa = ("--policy-address", "unix:///a", "--policy-archive", "/b.tar.gz")
    assert run("serve", "--config", gate, "--index", 1, *opa).exit_code == 0
    assert (calls, ones) == ([(gate, LocalOpa())], [(1, LocalOpa("unix:///a", Path("/b.tar.gz")))])


def test_serve_with_engine_opa_needs_to_know_where_it_is(gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDGATE_POLICY__ENGINE", "opa")
    with pytest.raises(Misconfigured, match=r"policy\.address"):
        run("serve", "--config", gate)


@pytest.mark.parametrize(
    ("raised", "code", "says"),
    [
        (Misconfigured("a.toml: key"), 2, "wardgate: a.toml: key\n"),
        (TrailUnavailable("the disk is full"), 1, "wardgate: audit_unavailable: the disk is full\n"),
    ],
)
def test_what_keeps_us_from_starting_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], raised: Exception, code: int, says: str
) -> None:
    monkeypatch.setattr(command_line, "app", raising(raised))
    assert (main(monkeypatch), capsys.readouterr().err) == (code, says)


def test_a_bug_shows_its_place_and_never_its_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "app", raising(KeyError("219-09-9999")))
    assert main(monkeypatch) == 1
    error = capsys.readouterr().err
    assert "KeyError at test_app.py:" in error
    assert "219-09-9999" not in error


def raising(error: Exception) -> object:
    def app() -> None:
        raise error

    return app


def test_bundle_writes_what_opa_loads_and_says_its_revision(gate: Path, tmp_path: Path) -> None:
    archive = tmp_path / "bundle.tar.gz"
    result = run("bundle", "--config", gate, "--output", archive)
    assert result.stdout.strip() == bundle_revision(gate.parent / "opa")
    with tarfile.open(archive) as opened:
        assert json.load(opened.extractfile(".manifest") or io.BytesIO())["revision"] == result.stdout.strip()


def test_bundle_signs_with_a_key_so_that_the_settings_believe_it(gate: Path, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    private, public = tmp_path / "policy.key", gate.parent / "policy.pub"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    signing = 'require_signed = true\nverification_key = "policy.pub"\nsigning_algorithm = "ES256"\n'
    gate.write_text(gate.read_text().replace("[policy]\n", f"[policy]\n{signing}", 1))
    archive = tmp_path / "bundle.tar.gz"
    result = run("bundle", "--config", gate, "--output", archive, "--signing-key", private, "--issuer", "policy-team")
    bundle = read_bundle(archive, trust_of(load(gate, {}).policy))
    assert (bundle.named, bundle.revision) == (result.stdout.strip(),) * 2
    assert bundle.signer is not None
    assert bundle.signer.issuer == "policy-team"
    with pytest.raises(Misconfigured, match="not a private key"):
        run("bundle", "--config", gate, "--signing-key", public)
