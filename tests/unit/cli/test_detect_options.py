"""Which detector the options ask for."""

from pathlib import Path

import pytest

from extproc.cli import detect_options
from extproc.cli.detect_options import opened
from extproc.config import Detect
from extproc.detect.engine import Engine
from extproc.detect.learned import Mode
from extproc.errors import Misconfigured
from extproc.local.init import initialised
from tests.support.words import small_engine


class Loads:
    """Stands for ``detector_of``; tiers in ``missing`` cannot load."""

    def __init__(self, *missing: str) -> None:
        self.missing = missing

    def __call__(self, detect: Detect) -> Engine:
        if detect.learned in self.missing:
            raise Misconfigured(f"detect.learned: {detect.learned}")
        return small_engine()


def chosen(
    monkeypatch: pytest.MonkeyPatch,
    config: Path | None = None,
    mode: Mode | None = None,
    learned: str | None = None,
    model: str | None = None,
    missing: str = "",
) -> tuple[str, str]:
    monkeypatch.setattr(detect_options, "detector_of", Loads(missing))
    detect, _ = opened(config, mode, learned, model, None)
    return detect.mode, detect.learned


@pytest.mark.parametrize(
    ("mode", "learned", "model", "settled"),
    [
        (None, None, None, ("balanced", "compact")),
        (Mode.FAST, None, None, ("fast", "none")),
        (None, "none", None, ("fast", "none")),
        (Mode.STRICT, None, None, ("strict", "compact")),
        (None, "rampart", None, ("balanced", "rampart")),
        (Mode.STRICT, "spacy", "a_model", ("strict", "spacy")),
    ],
)
def test_one_option_says_what_goes_with_it(
    monkeypatch: pytest.MonkeyPatch, mode: Mode | None, learned: str | None, model: str | None, settled: tuple[str, str]
) -> None:
    assert chosen(monkeypatch, None, mode, learned, model) == settled


@pytest.mark.parametrize(
    ("mode", "learned", "says"),
    [
        (Mode.FAST, "compact", "^mode .* go together"),
        (Mode.STRICT, "none", "go together"),
        (None, "magic", "Input should be"),
    ],
)
def test_what_does_not_go_together_is_refused(
    monkeypatch: pytest.MonkeyPatch, mode: Mode | None, learned: str, says: str
) -> None:
    with pytest.raises(Misconfigured, match=says):
        chosen(monkeypatch, None, mode, learned)


def test_where_nobody_asked_and_no_tier_loads_the_rules_read_alone_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chosen(monkeypatch, missing="compact") == ("fast", "none")
    assert "the rules read alone" in capsys.readouterr().err


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WARDGATE_DETECT__MODE", "strict")
    monkeypatch.setenv("WARDGATE_DETECT__LEARNED", "compact")
    return initialised(tmp_path / "gate")


def test_a_tier_that_was_asked_for_has_to_load(monkeypatch: pytest.MonkeyPatch, settings: Path) -> None:
    for config, mode, learned in ((None, Mode.BALANCED, None), (None, None, "compact"), (settings, None, None)):
        with pytest.raises(Misconfigured, match="learned: compact"):
            chosen(monkeypatch, config, mode, learned, missing="compact")


def test_settings_say_it_and_options_say_otherwise(monkeypatch: pytest.MonkeyPatch, settings: Path) -> None:
    assert chosen(monkeypatch, settings) == ("strict", "compact")
    assert chosen(monkeypatch, settings, Mode.FAST) == ("fast", "none")
