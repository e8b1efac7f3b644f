"""Whether recorded queries are such as a policy's schema describes: seldom wrong, and asked a hundred thousand times.

A schema becomes tests that say yes or no, ten times as fast as the check that says what is wrong
(``json_schema``), which is asked for its words only after a no. A schema with a keyword that is not known here is
left to that check altogether.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from extproc.adapters.share import share
from extproc.authoring.about import About
from extproc.errors import Misconfigured
from extproc.policy.json_schema import SAID_ONLY, Schema

FILES: Final = {About.REQUEST: Path("schemas", "input.json"), About.ANSWER: Path("schemas", "response_input.json")}
TYPES: Final[Mapping[str, frozenset[type]]] = {
    "object": frozenset({dict}),
    "array": frozenset({list}),
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({int, float}),
    "boolean": frozenset({bool}),
    "null": frozenset({type(None)}),
}

Fits = Callable[[Any], bool]


class QueryShape:
    """Raises ``Misconfigured`` as ``Schema`` does."""

    def __init__(self, document: Mapping[str, Any], name: str) -> None:
        self._schema = Schema(document, name)
        try:
            self._fits = _Tests(document).of(document)
        except _UnknownKeyword:
            self._fits = lambda value: False

    def wrong(self, query: object) -> str:
        """Where the first thing that is wrong with ``query`` stands, and what; ``""`` where nothing is."""
        if self._fits(query):
            return ""
        found = next(self._schema.wrong(query), None)
        return f"{found.path}: {found.text}" if found else ""


def shapes_of(bundle: Path) -> Mapping[About, QueryShape]:
    """By the schemas of the bundle, else by those that came with this gate. Raises ``Misconfigured``."""
    return {about: QueryShape(_document(bundle, file), file.name) for about, file in FILES.items()}


def _document(bundle: Path, name: Path) -> Mapping[str, Any]:
    own = bundle / name
    file = own if own.is_file() else share("opa") / name
    try:
        document: Mapping[str, Any] = json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise Misconfigured(f"{file}: cannot be read as JSON") from error
    return document


class _UnknownKeyword(Exception):
    """Of JSON Schema, to this file."""


class _Tests:
    """Made of one document, into which references lead."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self._root = root
        self._referred: dict[str, Fits] = {}

    def of(self, schema: Any) -> Fits:
        if schema is True:
            return lambda value: True
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        tests = [self._test(word, schema[word], schema) for word in _words(schema)]
        return tests[0] if len(tests) == 1 else _all(tests)

    def _reference(self, target: str) -> Fits:
        if target not in self._referred:
            found: Any = self._root
            for step in target.removeprefix("#/").split("/"):
                found = found[step]
            self._referred[target] = lambda value: self._referred[target](value)  # for one that refers to itself
            self._referred[target] = self.of(found)
        return self._referred[target]

    def _test(self, word: str, said: Any, schema: Mapping[str, Any]) -> Fits:
        match word:
            case "type":
                types = _types(said)
                return lambda value: type(value) in types
            case "enum" if all(isinstance(one, str) for one in said):
                words = frozenset(said)
                return lambda value: type(value) is str and value in words
            case "required":
                names = frozenset(said)
                return lambda value: type(value) is not dict or names <= value.keys()
            case "properties":
                plain = {name: _types(one["type"]) for name, one in said.items() if _words(one) == ["type"]}
                return _members(plain, {name: self.of(one) for name, one in said.items() if name not in plain})
            case "additionalProperties" if "patternProperties" not in schema:
                known = frozenset(schema.get("properties", ()))
                return _no_others(known) if said is False else _others(known, self.of(said))
            case "propertyNames":
                name = self.of(said)
                return lambda value: type(value) is not dict or all(map(name, value))
            case "items":
                item = self.of(said)
                return lambda value: type(value) is not list or all(map(item, value))
            case "anyOf":
                return _some([self.of(one) for one in said])
            case "minimum":
                return lambda value: type(value) not in TYPES["number"] or value >= said
            case "maximum":
                return lambda value: type(value) not in TYPES["number"] or value <= said
            case _:
                raise _UnknownKeyword(word)


def _words(schema: Any) -> list[str]:
    """The keywords to test: a list of strings already says that it is a string."""
    if not isinstance(schema, dict):
        return []
    listed = schema.get("type") == "string" and all(isinstance(one, str) for one in schema.get("enum", (None,)))
    return [word for word in schema if word not in SAID_ONLY and not (word == "type" and listed)]


def _types(said: str | list[str]) -> frozenset[type]:
    return frozenset[type]().union(*(TYPES[one] for one in ([said] if isinstance(said, str) else said)))


def _all(tests: list[Fits]) -> Fits:
    def fits(value: Any) -> bool:
        for test in tests:  # noqa: SIM110  (a generator costs as much as the tests)
            if not test(value):
                return False
        return True

    return fits


def _some(tests: list[Fits]) -> Fits:
    return lambda value: any(test(value) for test in tests)


def _members(types: Mapping[str, frozenset[type]], tests: Mapping[str, Fits]) -> Fits:
    """``types`` are of members of which nothing else is said: most of them, and a call for each would cost the most."""
    plain, others = tuple(types.items()), tuple(tests.items())

    def fits(value: Any) -> bool:
        if type(value) is dict:
            for name, expected in plain:
                if name in value and type(value[name]) not in expected:
                    return False
            for name, test in others:
                if name in value and not test(value[name]):
                    return False
        return True

    return fits


def _no_others(known: frozenset[str]) -> Fits:
    return lambda value: type(value) is not dict or value.keys() <= known


def _others(known: frozenset[str], test: Fits) -> Fits:
    return lambda value: type(value) is not dict or all(test(one) for name, one in value.items() if name not in known)
