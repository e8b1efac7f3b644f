"""Names in the data that lead nowhere: a role that no role is called, a provider that nobody knows, and roles without
what they need.

A schema says what a name looks like and not which there are. Where a role or a provider is misspelled or left out the
rules find nothing, and deny. Looked at is the data of the shipped packages, where it is inside its schemas.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final

from extproc.authoring.remark import Level, Remark
from extproc.authoring.where import Where
from extproc.policy.json_schema import Place

CHECK: Final = "names"
EACH, KEYS = "*", "{}"
"""Steps of a path: every member or item; the names of the members themselves."""

ROLES: Final = (
    ("access", "groups", EACH, EACH),
    ("break_glass", "roles", EACH),
    ("labels", "known", EACH, "roles", EACH),
    ("masking", "roles", KEYS),
    ("minimum", "roles", KEYS),
    ("research", "roles", EACH),
    ("response", "roles", KEYS),
    ("retention", "roles", KEYS),
    ("schedule", "roles", KEYS),
    ("tenants", "known", EACH, "roles", EACH),
    ("tools", "roles", KEYS),
    ("uninspected", "allowed", KEYS),
)
PROVIDERS: Final = (
    ("masking", "providers", KEYS),
    ("providers", "order", EACH, EACH),
    ("tenants", "known", EACH, "providers", EACH),
)
GIVING: Final = frozenset({("access", "groups", EACH, EACH), ("providers", "order", EACH, EACH)})
"""Where a name that leads nowhere takes something from a caller; elsewhere it may be left from a role that was."""
ALL_OF_THEM: Final = "*"
NEEDED: Final[Mapping[str, str]] = {
    "minimum": "has no limits for this role, so all its requests are denied",
    "response": "says nothing of this role, so whatever of its answers is asked about is denied",
    "schedule": "is on and has no hours for this role, so all its requests are denied",
    "tools": "says nothing of this role, so its requests with tools are denied",
}
"""What comes of a role that a package has no row for. In ``masking`` it has the default, in others nothing more."""


@dataclass(frozen=True, slots=True)
class Kind:
    word: str
    known_at: tuple[str, str]
    used_at: tuple[tuple[str, ...], ...]


KINDS: Final = (Kind("role", ("access", "roles"), ROLES), Kind("provider", ("providers", "known"), PROVIDERS))


def remarks(data: Mapping[str, object], where: Where, providers: Set[str] | None) -> Iterator[Remark]:
    """``data`` is ``data.wardgate``; ``providers`` are those of the settings, where there are any."""
    for kind in KINDS:
        known = dict(_found(data, (*kind.known_at, KEYS)))
        if known:
            yield from _unknown(data, where, kind, set(known.values()))
    yield from _without_rows(data, where)
    yield from _without_purpose(data, where)
    if providers is not None:
        yield from _of_settings(data, where, providers)


def _unknown(data: Mapping[str, object], where: Where, kind: Kind, known: Set[str]) -> Iterator[Remark]:
    """Each name once for each package, at the first place of it."""
    listed = f"wardgate/{kind.known_at[0]} lists {', '.join(sorted(known))}"
    for path in kind.used_at:
        places: dict[str, list[Place]] = {}
        for place, name in _found(data, path):
            if name not in known and name != ALL_OF_THEM:
                places.setdefault(name, []).append(place)
        level = Level.ERROR if path in GIVING else Level.WARNING
        for name, at in places.items():
            more = f", here and in {len(at) - 1} more places" if len(at) > 1 else ""
            yield where.remark(at[0], level, CHECK, f"{name}: there is no such {kind.word}{more}; {listed}")


def _without_rows(data: Mapping[str, object], where: Where) -> Iterator[Remark]:
    for package, effect in NEEDED.items():
        match data.get(package):
            case None | {"on": False}:
                continue
        having = {name for _, name in _found(data, (package, "roles", KEYS))}
        for place, role in _found(data, ("access", "roles", KEYS)):
            if role not in having:
                yield where.remark(place, Level.WARNING, CHECK, f"{role}: wardgate/{package} {effect}")


def _without_purpose(data: Mapping[str, object], where: Where) -> Iterator[Remark]:
    for place, purpose in _found(data, ("access", "roles", EACH, "default_purpose")):
        role = place[-2]
        if purpose not in {one for _, one in _found(data, ("access", "roles", str(role), "purposes", EACH))}:
            text = f"{role}: {purpose} is none of its purposes, so its requests that claim none are denied"
            yield where.remark(place, Level.WARNING, CHECK, text)


def _of_settings(data: Mapping[str, object], where: Where, providers: Set[str]) -> Iterator[Remark]:
    known = {name: place for place, name in _found(data, ("providers", "known", KEYS))}
    if not known:
        return
    for name in sorted(providers - known.keys()):
        text = f"{name}: a provider of the settings that is not listed here gets nothing"
        yield where.remark(("providers", "known"), Level.WARNING, CHECK, text)
    for name in sorted(known.keys() - providers):
        yield where.remark(known[name], Level.WARNING, CHECK, f"{name}: the settings have no provider of this name")


def _found(data: object, path: tuple[str, ...], at: Place = ()) -> Iterator[tuple[Place, str]]:
    """The names at the end of ``path``, each with its place; what has another shape has none."""
    match path, data:
        case (), str(name):
            yield at, name
        case ("{}",), dict():
            yield from (((*at, name), name) for name in data)
        case ("*", *rest), dict() | list():
            pairs = data.items() if isinstance(data, dict) else enumerate(data)
            for step, one in pairs:
                yield from _found(one, tuple(rest), (*at, step))
        case (step, *rest), dict() if step in data:
            yield from _found(data[step], tuple(rest), (*at, step))
