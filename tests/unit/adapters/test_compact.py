"""The weights that ship are the ones that were measured, and they know a name from a word."""

from io import BytesIO

import numpy as np
import pytest

from extproc.adapters import compact
from extproc.adapters.compact import load_compact, unpacked
from extproc.detect.compact.tagger import Compact
from extproc.detect.learned import Mode
from extproc.errors import Misconfigured


@pytest.fixture(scope="module")
def tagger() -> Compact:
    return load_compact()


def found(tagger: Compact, text: str, mode: Mode = Mode.BALANCED) -> list[tuple[str, str]]:
    return [(tagged.entity, text[tagged.start : tagged.end]) for tagged in tagger.tag([text], mode)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please call Ngozi Adeyemi-Brandt before noon.", [("NAME", "Ngozi Adeyemi-Brandt")]),
        ("my name is thorvald kristmundsson", [("NAME", "thorvald kristmundsson")]),
        ("[doctor] hi , svetlana . how are you today ?", [("NAME", "svetlana")]),
        ("Ship it to Lindenstraße 14, 70173 Stuttgart.", [("GEO", "Lindenstraße 14, 70173 Stuttgart")]),
        ("We live in Ouagadougou now.", [("GEO", "Ouagadougou")]),
    ],
)
def test_names_and_places_of_many_cultures_are_found(
    tagger: Compact, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(tagger, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Start lisinopril 10 mg daily and recheck potassium in two weeks.",
        "Positive Murphy's sign; Parkinson's disease is stable.",
        "okay , so let's take a look at that knee , go ahead and lie back",
        "PAST MEDICAL HISTORY: Hypertension, Asthma.",
        "The meeting in May will cover Germany and Texas.",
    ],
)
def test_clinical_and_common_words_are_not(tagger: Compact, text: str) -> None:
    assert found(tagger, text, Mode.STRICT) == []


def test_other_weights_than_the_pinned_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "SHA256", "0" * 64)
    with pytest.raises(Misconfigured, match="not those of this build"):
        load_compact()


def test_missing_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "WEIGHTS", "absent.npz")
    with pytest.raises(Misconfigured, match="cannot be read"):
        load_compact()


def test_arrays_of_objects_are_never_unpacked() -> None:
    raw = BytesIO()
    np.savez(raw, table=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        unpacked(raw.getvalue())
