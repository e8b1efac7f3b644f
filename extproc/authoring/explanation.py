"""Why a recorded decision came out as it did: from the trail, and from the bundle that decided, where it is at hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from extproc.adapters.bundle import bundle_revision
from extproc.adapters.trail_reader import of_exchange
from extproc.authoring.difference import Difference
from extproc.authoring.opa_runs import evaluated, needed
from extproc.authoring.recorded import Recorded, recorded
from extproc.authoring.replay import against
from extproc.authoring.unpacked import directory_of
from extproc.errors import Misconfigured

DIGEST: Final = re.compile(r"[0-9a-f]{64}")
KEPT: Final = "policies"
"""Below the audit directory: each bundle that was in force, by its digest."""
ROOT: Final = "data.gate"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question asked again. ``rules`` has each package's rules that held, with their values."""

    bundle: Path
    rules: Mapping[str, Mapping[str, Any]]
    difference: Difference | None


def found_in(trail: Path, name: str) -> Recorded:
    """The decision of an exchange, by any of its ids. Raises ``Misconfigured`` where the trail has none."""
    decided = [one for record in of_exchange(trail, name) if (one := recorded(record))]
    if not decided:
        raise Misconfigured(f"{trail}: no decision of an exchange, decision or request with this id")
    return decided[-1]


def bundle_of(trail: Path, revision: str, present: Path | None) -> Path | None:
    """The bundle with the digest ``revision``: the present one, or one that is kept beside the trail."""
    if present is not None and present.exists() and bundle_revision(present) == revision:
        return present
    digest = revision.removeprefix("sha256:")
    found = sorted((trail / KEPT).glob(f"{digest}*.tar.gz")) if DIGEST.fullmatch(digest) else []
    return found[0] if found else None


def asked_again(one: Recorded, bundle: Path) -> Asked:
    """Raises ``Misconfigured`` without OPA."""
    with directory_of(bundle) as place:
        term = orjson.dumps(one.query).decode()
        value = evaluated(needed(), place, ROOT, term)
    packages = value if isinstance(value, dict) else {}
    answer = packages.get("request", {}).get("decision")
    return Asked(bundle, dict(sorted(_true(packages).items())), against(one, answer))


def _true(packages: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What of each package is neither undefined, false nor empty."""
    return {
        name: {rule: value for rule, value in sorted(rules.items()) if value not in (False, None, [], {}, "")}
        for name, rules in packages.items()
        if isinstance(rules, dict) and not name.endswith("_test")
    }
