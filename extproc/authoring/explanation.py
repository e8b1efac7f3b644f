"""Why a recorded decision came out as it did: from the trail, and from the bundle that decided, where it is at hand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from extproc.adapters.bundle import bundle_revision, read_bundle
from extproc.adapters.trail_reader import of_exchange
from extproc.authoring.about import About
from extproc.authoring.comparing import against
from extproc.authoring.difference import Difference
from extproc.authoring.opa_runs import evaluated, needed
from extproc.authoring.recorded import Recorded, recorded
from extproc.authoring.unpacked import directory_of
from extproc.errors import Misconfigured

DIGEST: Final = re.compile(r"[0-9a-f]{64}")
KEPT: Final = "policies"
"""Below the audit directory: each bundle that was in force, by its digest."""
ROOT: Final = "data.gate"
PACKAGE: Final = re.compile(r"^package[ \t]+gate\.([a-z0-9_]+)", re.MULTILINE)
NAMED: Final = re.compile(r"\bdata\.gate\.([a-z0-9_]+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """The question asked again. ``rules`` has each concerned package's rules that held, with their values."""

    bundle: Path
    rules: Mapping[str, Mapping[str, Any]]
    difference: Difference | None


def found_in(trail: Path, name: str) -> list[Recorded]:
    """The decisions of an exchange by any of its ids: on its request, then on its answer. One alone by its own id,
    where that is not the exchange's too, as that of the request is. Raises ``Misconfigured`` where the trail has none.
    """
    decided = [one for record in of_exchange(trail, name) if (one := recorded(record))]
    if not decided:
        raise Misconfigured(f"{trail}: no decision of an exchange, decision or request with this id")
    latest = [one for one in decided if one.exchange == decided[-1].exchange]
    if not all(_is_whole(one.query) for one in latest):
        raise Misconfigured(
            f"{trail}: a decision of it holds a query that no gate asks; `wardgate audit verify` says more"
        )
    named = [one for one in latest if one.about is About.ANSWER and one.query["decision_id"] == name]
    return named or latest


def _is_whole(query: Mapping[str, Any]) -> bool:
    """What is shown of a query is there: of what may be missing nothing is said."""
    match query:
        case {"phi": {"scan": _, "total": _, "subjects": _, "uninspected": _, "entities": dict(entities)}}:
            return all(_is_count(one) for one in entities.values())
        case _:
            return False


def _is_count(document: object) -> bool:
    match document:
        case {"count": _, "roles": list(roles)}:
            return all(isinstance(one, str) for one in roles)
        case _:
            return False


def bundle_of(trail: Path, revision: str, present: Path | None) -> Path | None:
    """The bundle with the digest ``revision``: the present one, or one that is kept beside the trail."""
    if present is not None and present.exists() and bundle_revision(present) == revision:
        return present
    digest = revision.removeprefix("sha256:")
    found = sorted((trail / KEPT).glob(f"{digest}*.tar.gz")) if DIGEST.fullmatch(digest) else []
    return next((one for one in found if bundle_revision(one) == revision), None)


def asked_again(one: Recorded, bundle: Path) -> Asked:
    """Raises ``Misconfigured`` without OPA."""
    with directory_of(bundle) as place:
        term = orjson.dumps(one.query).decode()
        value = evaluated(needed(), place, ROOT, term)
        concerned = _concerned(read_bundle(place).modules.values(), one.about)
    packages = value if isinstance(value, dict) else {}
    answer = packages.get(one.about.value, {}).get("decision")
    held = {name: rules for name, rules in sorted(_true(packages).items()) if name in concerned}
    return Asked(bundle, held, against(one, answer))


def _concerned(sources: Iterable[str], about: About) -> frozenset[str]:
    """The packages below ``data.gate`` that the decision can lead to: others would be asked what they do not know."""
    named: dict[str, set[str]] = {}
    for source in sources:
        if package := PACKAGE.search(source):
            named.setdefault(package[1], set()).update(NAMED.findall(source))
    found = {about.value}
    waiting = [about.value]
    while waiting:
        fresh = named.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _true(packages: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What of each package is neither undefined, false nor empty."""
    return {
        name: {rule: value for rule, value in sorted(rules.items()) if value not in (False, None, [], {}, "")}
        for name, rules in packages.items()
        if isinstance(rules, dict)
    }
