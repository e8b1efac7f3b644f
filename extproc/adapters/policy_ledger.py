"""What became of each policy: recorded in the trail, counted, logged, and kept.

``policy.activated`` stands in the chain before the first decision by it, ``policy.rejected`` once for each content. The
bundles that were in force lie in the audit directory by their revision, for as long as the records that name them.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from extproc.adapters.bundle import Bundle
from extproc.adapters.disk import DIRECTORY_MODE, FILE_MODE, sync_directory
from extproc.adapters.opa import Held
from extproc.adapters.policy_source import Why
from extproc.audit.record import Entry, Event, Json
from extproc.errors import TrailUnavailable
from extproc.runtime.ports import Trail

KEPT: Final = "policies"
"""The directory below the audit directory."""
ACTIVATED: Final = "wardgate.policy.activated"
REJECTED: Final = "wardgate.policy.rejected"


class Counts(Protocol):
    """May drop; never waits."""

    def add(self, name: str) -> None: ...


class PolicyReporter(Protocol):
    def policy_activated(self, *, revision: str) -> None: ...

    def policy_rejected(self, *, kind: str, content: str) -> None:
        """What was in force stays in force."""
        ...

    def unexpected(self, error: BaseException) -> None: ...


class PolicyLedger:
    def __init__(
        self, trail: Trail, reporter: PolicyReporter, counts: Counts, time_us: Callable[[], int], engine: str
    ) -> None:
        self.reporter: Final = reporter
        self._trail = trail
        self._counts = counts
        self._time_us = time_us
        self._engine = engine
        self._before = ""

    def activated(self, bundle: Bundle) -> None:
        """Raises ``TrailUnavailable``; the bundle must not decide then."""
        signer = bundle.signer
        self._note_activated(
            bundle.revision,
            {
                "opa_revision": bundle.named if self._engine == "opa" else "",
                "archive_sha256": hashlib.sha256(bundle.archive).hexdigest(),
                "signed_by": None
                if signer is None
                else {"key_id": signer.key_id, "issuer": signer.issuer, "key_sha256": signer.key_sha256},
                "packages": list(bundle.packages),
                "modules": len(bundle.modules),
                "data": sorted(_names(bundle)),
            },
        )

    def learned(self, named: str) -> None:
        """OPA took a bundle from somebody else, and calls it ``named``. Raises ``TrailUnavailable``."""
        self._note_activated(named, {"opa_revision": named, "source": "opa"})

    def rejected(self, content: str, why: Why) -> None:
        """Never raises: a trail that is dead serves nothing, and says so itself."""
        self.reporter.policy_rejected(kind=why.value, content=content)
        self._counts.add(REJECTED)
        body: dict[str, Json] = {"content": content, "why": why.value, "in_force": self._before}
        try:
            self._trail.note(Entry(Event.POLICY_REJECTED, self._time_us(), "", body))
        except TrailUnavailable:
            return

    def _note_activated(self, revision: str, what: dict[str, Json]) -> None:
        body: dict[str, Json] = {"policy_revision": revision, "before": self._before, "engine": self._engine, **what}
        self._trail.note(Entry(Event.POLICY_ACTIVATED, self._time_us(), "", body))
        self._before = revision
        self._counts.add(ACTIVATED)
        self.reporter.policy_activated(revision=revision)


def keep(directory: Path, bundle: Bundle) -> None:
    """The bundle's archive, durable below the audit ``directory``; what is kept already stays. Raises ``OSError``."""
    name = bundle.revision.removeprefix("sha256:")
    if bundle.signer is not None:  # the same policy may be signed again: each archive is evidence
        name += f"-signed-{hashlib.sha256(bundle.archive).hexdigest()[:16]}"
    _put(directory / KEPT, f"{name}.tar.gz", bundle.archive)


def keep_held(directory: Path, held: Held) -> None:
    """What another's OPA holds, as :func:`keep` does, by its digest; the document has OPA's own name for it."""
    _put(directory / KEPT, f"opa-{hashlib.sha256(held.document).hexdigest()}.json", held.document)


def _put(place: Path, name: str, content: bytes) -> None:
    place.mkdir(mode=DIRECTORY_MODE, parents=True, exist_ok=True)
    if (place / name).exists():
        return
    partial = place / f".{name}.{os.getpid()}.partial"
    with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, FILE_MODE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(place / name)
    sync_directory(place)


def _names(bundle: Bundle) -> list[str]:
    """Where data lies, two steps down: ``wardgate.access``."""
    return [
        f"{root}.{name}" if isinstance(below, dict) else root
        for root, below in bundle.data.items()
        for name in (below if isinstance(below, dict) else ("",))
    ]
