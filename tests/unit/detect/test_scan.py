"""The gate and the search behind it."""

import pytest
import re2

from extproc.detect.scan import Scanner


def test_only_patterns_that_match_are_hits() -> None:
    scanner = Scanner(["[0-9]{3}", "foo", "bar"])
    assert list(scanner.hits(b"a bar and 123")) == [0, 2]
    assert list(scanner.hits(b"")) == []


def test_a_match_is_its_first_group_where_there_is_one() -> None:
    scanner = Scanner(["id ([0-9]+)", "[0-9]+"])
    assert list(scanner.finditer(0, b"id 12, id 3")) == [(3, 5, 5), (10, 11, 11)]
    assert list(scanner.finditer(1, b"id 12")) == [(3, 5, 5)]


def test_a_gate_that_answers_without_its_witness_lets_everything_through(monkeypatch: pytest.MonkeyPatch) -> None:
    scanner = Scanner(["foo", "bar"])
    monkeypatch.setattr(re2.Set, "Match", lambda self, data: None)
    assert list(scanner.hits(b"foo")) == [0, 1]


def test_a_pattern_that_could_backtrack_is_not_taken() -> None:
    with pytest.raises(re2.error):
        Scanner([r"(a)\1"])


def test_indices_are_those_of_the_patterns_however_many_automata_there_are() -> None:
    scanner = Scanner([f"w{index}x" for index in range(250)])
    assert scanner.hits(b"w200x w3x w249x w96x w95x") == [3, 95, 96, 200, 249]


def test_a_match_without_its_group_and_an_empty_one_are_passed_over() -> None:
    scanner = Scanner(["a(b)?", "x*"])
    assert list(scanner.finditer(0, b"a ab a")) == [(3, 4, 4)]
    assert list(scanner.finditer(1, b"a xx b x")) == [(2, 4, 4), (7, 8, 8)]
