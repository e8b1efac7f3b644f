"""JSON Schema, as far as the policy's own schemas use it: a schema becomes a check, and a check names what is wrong.

A keyword outside the list below is refused when the schema is read, so that nothing goes unchecked without a word. The
words are quoted of the schema and never of the value. Not covered: references out of the document, formats, floats.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from extproc.errors import Misconfigured

Place = tuple[str | int, ...]
"""Member names and indexes on the way to a value."""
Check = Callable[[object, Place], Iterator["Wrong"]]

TYPES: Final[Mapping[str, Callable[[object], bool]]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}
SAID_ONLY: Final = frozenset({"$schema", "$id", "$comment", "title", "description", "examples", "default", "definitions", "$defs"})  # noqa: E501  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """``place`` is where; ``text`` says what the schema asks for there."""

    place: Place
    text: str

    @property
    def path(self) -> str:
        return "".join(f"/{step}" for step in self.place) or "/"


class Schema:
    """Raises ``Misconfigured`` for a schema with a keyword that is not known here; ``name`` says which schema it is."""

    def __init__(self, document: Mapping[str, Any], name: str) -> None:
        self._root = document
        self._name = name
        self._referred: dict[str, Check] = {}
        self._check = self._of(document)

    def wrong(self, value: object) -> Iterator[Wrong]:
        """All that is wrong with ``value``, outer before inner."""
        yield from self._check(value, ())

    def _of(self, schema: object) -> Check:
        if schema is True:
            return lambda value, place: iter(())
        if not isinstance(schema, dict):
            raise Misconfigured(f"{self._name}: a schema is an object or true")
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        checks = [self._keyword(word, schema) for word in schema if word not in SAID_ONLY]
        return lambda value, place: (wrong for check in checks for wrong in check(value, place))

    def _reference(self, target: str) -> Check:
        """Made when it is first followed, so that a schema may refer to itself."""

        def follow(value: object, place: Place) -> Iterator[Wrong]:
            if target not in self._referred:
                self._referred[target] = self._of(self._at(target))
            return self._referred[target](value, place)

        self._at(target)
        return follow

    def _at(self, target: str) -> object:
        found: object = self._root
        for step in target.removeprefix("#/").split("/"):
            if not target.startswith("#/") or not isinstance(found, Mapping) or step not in found:
                raise Misconfigured(f"{self._name}: {target}: refers to nothing in this schema")
            found = found[step]
        return found

    def _keyword(self, word: str, schema: Mapping[str, Any]) -> Check:
        said = schema[word]
        match word:
            case "type":
                return _typed(said)
            case "enum" | "const":
                return _one_of(said if word == "enum" else [said])
            case "required":
                return _required(said)
            case "properties":
                return _members({name: self._of(one) for name, one in said.items()})
            case "patternProperties":
                return _patterned({re.compile(shape): self._of(one) for shape, one in said.items()})
            case "additionalProperties":
                return _others(schema, None if said is False else self._of(said))
            case "propertyNames":
                return _names(self._of(said))
            case "items":
                return _items(self._of(said))
            case "anyOf" | "oneOf":
                return _some([self._of(one) for one in said], exactly_one=word == "oneOf")
            case "allOf":
                checks = [self._of(one) for one in said]
                return lambda value, place: (wrong for check in checks for wrong in check(value, place))
            case "pattern":
                return _shaped(re.compile(said), said)
            case "uniqueItems":
                return _unique if said else (lambda value, place: iter(()))
            case "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties":  # noqa: E501  # fmt: skip
                return _bounded(word, said)
            case _:
                raise Misconfigured(f"{self._name}: {word}: this check does not know the keyword")


def _typed(said: str | list[str]) -> Check:
    names = [said] if isinstance(said, str) else said
    tests = [TYPES[name] for name in names]
    text = f"is not of the type {' or '.join(names)}"

    def check(value: object, place: Place) -> Iterator[Wrong]:
        if not any(test(value) for test in tests):
            yield Wrong(place, text)

    return check


def _one_of(words: list[object]) -> Check:
    shown = ", ".join(str(word) for word in words[:30])

    def check(value: object, place: Place) -> Iterator[Wrong]:
        if not any(type(word) is type(value) and word == value for word in words):
            yield Wrong(place, f"is none of: {shown}")

    return check


def _required(names: list[str]) -> Check:
    def check(value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, dict):
            for name in names:
                if name not in value:
                    yield Wrong(place, f"lacks the member {name}")

    return check


def _members(checks: Mapping[str, Check]) -> Check:
    def check(value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, dict):
            for name, inner in checks.items():
                if name in value:
                    yield from inner(value[name], (*place, name))

    return check


def _patterned(checks: Mapping[re.Pattern[str], Check]) -> Check:
    def check(value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, dict):
            for name, one in value.items():
                for shape, inner in checks.items():
                    if shape.search(name):
                        yield from inner(one, (*place, name))

    return check


def _others(schema: Mapping[str, Any], inner: Check | None) -> Check:
    known = schema.get("properties", {}).keys()
    shapes = [re.compile(shape) for shape in schema.get("patternProperties", {})]

    def check(value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            return
        for name, one in value.items():
            if name in known or any(shape.search(name) for shape in shapes):
                continue
            if inner is None:
                yield Wrong((*place, name), "there is no such member")
            else:
                yield from inner(one, (*place, name))

    return check


def _names(inner: Check) -> Check:
    def check(value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, dict):
            for name in value:
                yield from (Wrong((*place, name), f"the name {wrong.text}") for wrong in inner(name, place))

    return check


def _items(inner: Check) -> Check:
    def check(value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, list):
            for index, one in enumerate(value):
                yield from inner(one, (*place, index))

    return check


def _some(checks: list[Check], *, exactly_one: bool) -> Check:
    """Of what is wrong in each alternative, that of the one which came farthest is said."""

    def check(value: object, place: Place) -> Iterator[Wrong]:
        found = [list(one(value, place)) for one in checks]
        fitting = sum(not wrong for wrong in found)
        if fitting == 0:
            yield from max(found, key=lambda wrong: len(wrong[0].place))
        elif exactly_one and fitting > 1:
            yield Wrong(place, "fits more than one of the alternatives")

    return check


def _shaped(shape: re.Pattern[str], said: str) -> Check:
    def check(value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, str) and not shape.search(value):
            yield Wrong(place, f"is not of the shape {said}")

    return check


def _unique(value: object, place: Place) -> Iterator[Wrong]:
    if isinstance(value, list) and any(one in value[:index] for index, one in enumerate(value)):
        yield Wrong(place, "says something twice")


def _bounded(word: str, bound: int) -> Check:
    least, what = word.startswith("min"), word[3:]

    def check(value: object, place: Place) -> Iterator[Wrong]:
        size = _size(what, value)
        if size is not None and (size < bound if least else size > bound):
            yield Wrong(place, f"{_MEASURED[what]} {'at least' if least else 'at most'} {bound}")

    return check


_MEASURED: Final = {
    "imum": "should be",
    "Length": "should have a length of",
    "Items": "should have items:",
    "Properties": "should have members:",
}


def _size(what: str, value: object) -> float | None:
    match what, value:
        case "imum", int() | float() if not isinstance(value, bool):
            return value
        case "Length", str():
            return len(value)
        case "Items", list():
            return len(value)
        case "Properties", dict():
            return len(value)
        case _:
            return None
