"""Which tier the settings name, and what is said of one that cannot load."""

import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

from extproc.adapters import taggers
from extproc.adapters.remembering import Remembering
from extproc.config import Detect
from extproc.detect.entities import EntityType
from extproc.detect.learned import Mode, Tagged
from extproc.errors import Misconfigured


class Fake:
    name = "fake"

    def __init__(self, costly: bool, finds: bool = True) -> None:
        self.costly = costly
        self._finds = finds

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        return [[Tagged(0, 2, EntityType.NAME, 500)] if self._finds else [] for _ in texts]


def stand_in(monkeypatch: pytest.MonkeyPatch, tagger: Fake) -> None:
    module = ModuleType("extproc.adapters.compact")
    module.load_compact = lambda: tagger  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "extproc.adapters.compact", module)


def test_the_mode_without_a_learned_tier_has_none() -> None:
    assert taggers.tagger_of(Detect(mode="fast", learned="none")) is None


def test_a_costly_tier_is_remembered_and_a_cheap_one_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap, costly = Fake(costly=False), Fake(costly=True)
    stand_in(monkeypatch, cheap)
    assert taggers.tagger_of(Detect()) is cheap
    stand_in(monkeypatch, costly)
    assert isinstance(taggers.tagger_of(Detect()), Remembering)


def test_a_tier_that_finds_no_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, Fake(costly=False, finds=False))
    with pytest.raises(Misconfigured, match="fake finds no name"):
        taggers.tagger_of(Detect())


@pytest.mark.parametrize(
    ("learned", "module", "library"),
    [
        ("rampart", "rampart", "onnxruntime"),
        ("spacy", "spacy_tagger", "spacy"),
        ("gliner", "gliner_tagger", "fast_gliner"),
    ],
)
def test_a_library_that_is_missing_is_said_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, learned: str, module: str, library: str
) -> None:
    monkeypatch.delitem(sys.modules, f"extproc.adapters.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    detect = Detect.model_validate({"mode": "strict", "learned": learned, "model": "x"})
    with pytest.raises(Misconfigured, match=rf"not installed; install the extra: pip install 'wardgate\[{learned}\]'"):
        taggers.tagger_of(detect)
