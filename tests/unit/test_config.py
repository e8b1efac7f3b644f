"""Settings: what is taken, where a path leads, and how a mistake is said."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from extproc.config import Policy, Settings, load
from extproc.errors import Misconfigured
from extproc.local.init import TEMPLATE

LEAST = """
[[identity]]
issuer = "https://idp.invalid"
audiences = ["wardgate"]
jwks = "jwks.json"
[providers.cloud]
base_url = "https://api.example.org/v1"
"""


def settings(tmp_path: Path, text: str = LEAST, **environment: str) -> Settings:
    path = tmp_path / "wardgate.toml"
    path.write_text(text)
    return load(path, environment)


def test_an_issuer_and_a_provider_are_enough(tmp_path: Path) -> None:
    assert settings(tmp_path).listen.address == "127.0.0.1:8443"


def test_relative_paths_are_relative_to_the_file_and_absolute_ones_stay(tmp_path: Path) -> None:
    read = settings(tmp_path, LEAST + '[audit]\nkey_file = "k/audit.key"\ndirectory = "/srv/audit"\n')
    assert read.audit.key_file == tmp_path / "k" / "audit.key"
    assert read.audit.directory == Path("/srv/audit")
    assert read.sidecar.sockets == tmp_path / "run"  # a default, of a section that the file leaves out
    assert read.identity[0].jwks == str(tmp_path / "jwks.json")


@pytest.mark.parametrize(
    ("detect", "mode", "model"),
    [
        ("", "balanced", None),
        ('mode = "fast"\nlearned = "none"', "fast", None),
        ('mode = "strict"', "strict", None),
        ('learned = "spacy"\nmodel = "en_core_web_sm"', "balanced", "en_core_web_sm"),
        ('learned = "spacy"\nmodel = "./mine"', "balanced", "{}/mine"),
        ('learned = "rampart"\nmodel = "/srv/rampart"', "balanced", "/srv/rampart"),
        ('learned = "rampart"', "balanced", None),
    ],
)
def test_a_mode_and_its_tier_go_together_and_a_model_with_a_slash_is_a_path(
    tmp_path: Path, detect: str, mode: str, model: str | None
) -> None:
    read = settings(tmp_path, f"{LEAST}[detect]\n{detect}\n").detect
    assert read.mode == mode
    assert read.model == (model and model.format(tmp_path))


def test_an_address_of_keys_is_no_path(tmp_path: Path) -> None:
    read = settings(tmp_path, LEAST.replace("jwks.json", "https://idp.invalid/keys"))
    assert read.identity[0].jwks == "https://idp.invalid/keys"


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        ("WARDGATE_POLICY__DEADLINE_MS", "50", 50),
        ("WARDGATE_POLICY__ENGINE", "embedded", "embedded"),
        ("WARDGATE_POLICY__ENGINE", '"opa"', "opa"),
        ("WARDGATE_AUDIT__FSYNC", "false", False),
        ("WARDGATE_PROVIDERS__CLOUD__BASE_URL", "http://127.0.0.1:1/v1", "http://127.0.0.1:1/v1"),
        ("WARDGATE_PROVIDERS__CLOUD__MODELS", '["a", "b"]', ("a", "b")),
    ],
)
def test_the_environment_overrides_the_file(tmp_path: Path, variable: str, text: str, value: object) -> None:
    read: object = settings(tmp_path, **{variable: text})
    for step in variable.removeprefix("WARDGATE_").lower().split("__"):
        read = read[step] if isinstance(read, dict) else getattr(read, step)
    assert read == value


def test_other_variables_are_nobodys_business(tmp_path: Path) -> None:
    settings(tmp_path, WARDGATE_CONFIG="x", HOME__X="y")


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("[policy]\ndeadlin_ms = 5\n", "policy.deadlin_ms: there is no such key"),
        ("[polcy]\n", "polcy: there is no such key"),
        ("[policy]\ndeadline_ms = 0\n", "policy.deadline_ms: "),
        ('[policy]\nengine = "none"\n', "policy.engine: "),
        ('[policy]\naddress = "opa:8181"\n', "policy.address: "),
        ('[listen]\naddress = "8443"\n', "listen.address: "),
        ('[listen]\naddress = "999.0.0.1:8443"\n', "listen.address: "),
        ('[listen]\naddress = "localhost:8443"\n', "listen.address: "),
        ('[providers.x]\nbase_url = "ftp://x"\n', "providers.x.base_url: "),
        ('[providers.x]\nbase_url = "https://user:password@example.org"\n', "providers.x.base_url: "),
        ('[providers.x]\nbase_url = "https://example.org?key=1"\n', "providers.x.base_url: "),
        ('[providers.X]\nbase_url = "https://example.org"\n', "providers.X"),
        ('[[identity]]\nissuer = "https://idp.invalid"\naudiences = ["a"]\njwks = "x"\n', "identity: .*same issuer"),
        ('[detect]\nmode = "fast"\n', "detect: .*go together"),
        ('[detect]\nlearned = "none"\n', "detect: .*go together"),
        ('[detect]\nlearned = "spacy"\n', "detect: .*needs model"),
        ('[detect]\nlearned = "gliner"\n', "detect: .*needs model"),
        ('[detect]\nmodel = "x"\n', "detect: .*takes no model"),
        ('[detect]\nmode = "fast"\nlearned = "none"\nmodel = "x"\n', "detect: .*takes no model"),
        ('[detect]\nlearned = "magic"\n', "detect.learned: "),
        ("[detect]\nself_test_s = 0\n", "detect.self_test_s: "),
        ("[detect]\nworkers = -1\n", "detect.workers: "),
        ('[[identity]]\nissuer = "b"\naudiences = []\njwks = "x"\n', "identity.1.audiences: "),
    ],
)
def test_a_mistake_is_said_with_file_and_key(tmp_path: Path, more: str, key: str) -> None:
    with pytest.raises(Misconfigured, match=rf"wardgate\.toml: {key}"):
        settings(tmp_path, LEAST + more)


def test_each_mistake_has_a_line(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured) as caught:
        settings(tmp_path, LEAST + "[policy]\nx = 1\n[audit]\ny = 1\n")
    assert len(str(caught.value).splitlines()) == 2


def test_a_mistake_of_the_environment_is_said_with_its_variable(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"^environment: WARDGATE_POLICY__DEADLINE_MS: policy\.deadline_ms: "):
        settings(tmp_path, WARDGATE_POLICY__DEADLINE_MS="soon")


@pytest.mark.parametrize("variable", ["WARDGATE_IDENTITY__ISSUER", "WARDGATE_LISTEN__ADDRESS__PORT"])
def test_a_variable_that_points_into_no_table_is_refused(tmp_path: Path, variable: str) -> None:
    with pytest.raises(Misconfigured, match=variable):
        settings(tmp_path, LEAST + '[listen]\naddress = "127.0.0.1:1"\n', **{variable: "x"})


def test_no_value_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured) as caught:
        settings(tmp_path, WARDGATE_POLICY__ADDRESS="hunter2")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(("text", "says"), [("a = ", "not valid TOML"), (None, "cannot be read")])
def test_a_file_that_is_no_toml_is_said(tmp_path: Path, text: str | None, says: str) -> None:
    path = tmp_path / "wardgate.toml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(Misconfigured, match=rf"wardgate\.toml: {says}"):
        load(path, {})


def test_the_tree_cannot_be_changed(tmp_path: Path) -> None:
    read = settings(tmp_path)
    with pytest.raises(ValueError, match="frozen"):
        read.audit.fsync = False


def keys(model: type[BaseModel]) -> set[str]:
    """The names of all settings below ``model``."""
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            names |= keys(inner)
    return names


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models(inner)]


def test_the_settings_that_init_writes_explain_every_key() -> None:
    text = TEMPLATE.read_text()
    assert {"deadline_ms", "auth_time", "header_value_prefix"} <= keys(Settings)
    assert not [key for key in keys(Settings) if key not in text]


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        ({"require_signed": True}, "verification_key"),
        ({"source": "opa"}, "address"),
        ({"source": "opa", "engine": "auto", "address": "unix:///run/opa.sock"}, "engine"),
        (
            {
                "source": "opa",
                "engine": "opa",
                "address": "unix:///o.sock",
                "require_signed": True,
                "verification_key": "k",
            },
            "neither",
        ),
        ({"source": "opa", "engine": "opa", "address": "unix:///o.sock", "archive": "b.tar.gz"}, "neither"),
        ({"signing_algorithm": "HS256"}, "signing_algorithm"),
        ({"signing_algorithm": "none"}, "signing_algorithm"),
    ],
)
def test_a_policy_that_nobody_could_trust_stops_the_start(policy: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Policy.model_validate(policy)
