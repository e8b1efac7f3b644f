"""The adapter to fast-gliner, on a stand-in for its one class; a real model would have to be downloaded."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Mode
from extproc.errors import Misconfigured

NAMES = {"Martha Collins": ("person", 0.9), "Collins of": ("city", 0.8), "Springfield": ("city", 0.4)}
"""The second one overlaps the first."""


class StandIn:
    """Counts in bytes, as native code may, or in code points."""

    in_bytes = True

    def __init__(self, path: str) -> None:
        if not Path(path, "onnx", "model.onnx").read_bytes():
            raise RuntimeError("the words of another library")

    def predict_entities(self, text: str, labels: list[str]) -> list[dict[str, Any]]:
        found = []
        for name, (label, score) in NAMES.items():
            assert label in labels
            at = text.find(name)
            if at >= 0:
                start = len(text[:at].encode()) if self.in_bytes else at
                found.append({"text": name, "label": label, "score": score, "start": start, "end": start + len(name)})
        return found[::-1]


@pytest.fixture
def gliner(monkeypatch: pytest.MonkeyPatch) -> Any:
    library = ModuleType("fast_gliner")
    library.FastGLiNER = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fast_gliner", library)
    monkeypatch.delitem(sys.modules, "extproc.adapters.gliner_tagger", raising=False)
    from extproc.adapters import gliner_tagger

    yield gliner_tagger
    sys.modules.pop("extproc.adapters.gliner_tagger", None)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model.onnx").write_bytes(b"model")
    (tmp_path / "tokenizer.json").write_bytes(b"{}")
    return tmp_path


def found(tagger: Any, text: str, mode: Mode) -> list[tuple[str, E]]:
    return [(text[tag.start : tag.end], tag.entity) for tag in tagger.tag([text], mode)[0]]


@pytest.mark.parametrize("in_bytes", [True, False])
def test_offsets_are_code_points_whatever_the_library_counts(
    gliner: Any, directory: Path, monkeypatch: pytest.MonkeyPatch, in_bytes: bool
) -> None:
    monkeypatch.setattr(StandIn, "in_bytes", in_bytes)
    tagger = gliner.load_gliner(str(directory))
    text = "😀 é Martha Collins of Springfield \ud800"
    assert found(tagger, text, Mode.BALANCED) == [("Martha Collins", E.NAME)]
    assert found(tagger, text, Mode.STRICT) == [("Martha Collins", E.NAME), ("Springfield", E.GEO)]


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800"])
def test_a_text_without_anything_is_answered(gliner: Any, directory: Path, text: str) -> None:
    assert found(gliner.load_gliner(str(directory)), text, Mode.STRICT) == []


def test_a_long_text_is_read_in_windows_and_a_name_counts_once(gliner: Any, directory: Path) -> None:
    text = "x" * 900 + " Martha Collins " + "x" * 900
    assert found(gliner.load_gliner(str(directory)), text, Mode.BALANCED) == [("Martha Collins", E.NAME)]


def test_a_place_that_is_not_there_fails(gliner: Any) -> None:
    with pytest.raises(AssertionError):
        gliner._place("abc", {"start": 0, "end": 2, "text": "bc"})


@pytest.mark.parametrize("name", ["tokenizer.json", "onnx/model.onnx"])
def test_a_missing_file_is_named(gliner: Any, directory: Path, name: str) -> None:
    (directory / name).unlink()
    with pytest.raises(Misconfigured, match=name):
        gliner.load_gliner(str(directory))


def test_what_the_library_says_of_a_broken_model_stays_unsaid(gliner: Any, directory: Path) -> None:
    (directory / "onnx" / "model.onnx").write_bytes(b"")
    with pytest.raises(Misconfigured, match=r"cannot load it \(RuntimeError\)"):
        gliner.load_gliner(str(directory))
