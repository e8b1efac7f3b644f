"""The real word lists."""

import pytest

from extproc.adapters import gazetteers
from extproc.adapters.gazetteers import load_gazetteer
from extproc.detect.engine import Engine
from extproc.detect.rules import Rules
from extproc.detect.selftest import planted
from extproc.errors import Misconfigured


def test_the_lists_hold_what_they_should_and_the_rules_find_all_with_them() -> None:
    gazetteer = load_gazetteer()
    assert {"mary", "james"} <= gazetteer.first_names
    assert {"smith", "obrien"} <= gazetteer.surnames
    assert {"boise", "sao paulo", "coeur dalene"} <= gazetteer.cities
    assert gazetteer.large_cities < gazetteer.cities
    assert planted(Engine(Rules(gazetteer))) == ()


def test_a_list_that_is_too_short_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteers, "_cities", lambda: iter([("boise", 235_684)]))
    with pytest.raises(Misconfigured, match="cities"):
        load_gazetteer()


def test_a_missing_file_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise FileNotFoundError(name)

    monkeypatch.setattr(gazetteers, "_census", missing)
    with pytest.raises(Misconfigured, match="reinstall"):
        load_gazetteer()
