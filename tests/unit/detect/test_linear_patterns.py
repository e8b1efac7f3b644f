"""No pattern of the standard library that detection uses backtracks over a long text: its steps are counted."""

import importlib
import inspect
import math
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import pytest

import extproc.detect
from tests.support.backtracking import Counted, Node, TooManySteps, endless, is_one, nodes, parsed, takes


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(extproc.detect.__path__, f"{extproc.detect.__name__}."):
        try:
            yield importlib.import_module(found.name)
        except ModuleNotFoundError as error:  # of an extra that is not installed
            if (error.name or "").startswith("extproc"):
                raise


_MODULES = list(modules())
_ALPHABET = "aA1 \n\t.,-_'\"/:;=@#&+*([{<|>}])\\x\x00é"
_SHORT = 28
_ELSEWHERE_BOUNDED = {"places._BEFORE", "own.regex_faults._LITERAL", "structures.json_scan._ESCAPED_RUN"}
"""Searched for in at most twelve characters; in an organisation's own pattern; only where a string begins."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in _MODULES:
        for name, value in vars(module).items():
            for pattern in value.values() if isinstance(value, dict) else (value,):
                if isinstance(pattern, re.Pattern) and endless(parsed(pattern)):
                    yield f"{module.__name__.removeprefix('extproc.detect.')}.{name}", pattern


@cache
def source(module: ModuleType) -> str:
    return inspect.getsource(module)


def only_begins(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether it is nowhere searched for: each use is ``NAME.match(`` or ``NAME.fullmatch(``."""
    name = name.rpartition(".")[2]
    lines = [line for module in _MODULES if vars(module).get(name) is pattern for line in source(module).splitlines()]
    named = re.compile(rf"\b{name}\b(\.(?:full)?match\()?")
    told = re.compile(rf"\s*{name},?|{name}\b[^=]*= .*|from .* import .*")
    uses = [use[1] for line in lines if not told.fullmatch(line) for use in named.finditer(line)]
    return bool(uses) and all(uses)


def kinds(pattern: re.Pattern[str], sequence: list[Node]) -> list[str]:
    """One character of each kind that some nodes of a pattern tell apart."""
    ones = [one for one in nodes(sequence) if is_one(one)]
    told = {tuple(takes(one, char, pattern.flags) for one in ones): char for char in reversed(_ALPHABET)}
    return list(told.values())


def texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """What begins as a match does, goes on and on, and ends as none does."""
    repeated = kinds(pattern, endless(parsed(pattern)))
    heads = ("", *kinds(pattern, parsed(pattern)))
    for unit in (*repeated, *(a + b for a in repeated for b in repeated if a != b)):
        for head in heads if len(unit) == 1 else ("",):
            for tail in ("", "\x00", "1"):
                yield head + unit * (length // len(unit)) + tail


def steps(pattern: re.Pattern[str], text: str, *, begins: bool) -> float:
    counted = Counted(pattern, text)
    try:
        _ = counted.match() if begins else counted.find_all()
    except TooManySteps:
        return math.inf
    return counted.steps


def most_steps(pattern: re.Pattern[str], *, begins: bool) -> tuple[float, str]:
    """The greatest growth of steps between a text and one twice as long."""
    worst = (0.0, "")
    for short, long in zip(texts(pattern, _SHORT), texts(pattern, 2 * _SHORT), strict=True):
        counts = []
        for text in (short, long):
            counts.append(steps(pattern, text, begins=begins) + 20)
        worst = max(worst, (counts[1] / counts[0] if counts[0] < math.inf else math.inf, long))
    return worst


@pytest.mark.parametrize(
    ("name", "pattern"), [pytest.param(*row, id=row[0]) for row in patterns() if row[0] not in _ELSEWHERE_BOUNDED]
)
def test_twice_the_text_takes_no_more_than_twice_the_steps(name: str, pattern: re.Pattern[str]) -> None:
    growth, text = most_steps(pattern, begins=only_begins(name, pattern))
    assert growth < 2.5, repr(text)


@pytest.mark.parametrize("pattern", [r"[0-9][0-9.,/x-]*(?:mg|ml)$", r"(?:a+)+b", r"a*a*b", r"\s+$"])
def test_a_pattern_that_backtracks_is_told(pattern: str) -> None:
    assert most_steps(re.compile(pattern), begins=False)[0] > 2.5


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?<![a-z])[a-z]+(?:'[a-z]{2,}+)*", "ab'cd ab'c x'"),
        (r"(?i)\bdr\.?\s*(?=[A-Z])", "Dr. A dr b xdr c"),
        (r"(?:a|bc)*?d|[^a-d]++", "abcd aad bcx ..d"),
        (r"(?>a+)b|\d{2,3}$", "aab 1234"),
    ],
)
def test_the_counting_matcher_matches_what_the_real_one_does(pattern: str, text: str) -> None:
    real = re.compile(pattern)
    assert Counted(real, text).find_all() == [found.span() for found in real.finditer(text)]
