"""Where the policy comes from: a directory or an archive that is looked at again and again.

One look reads all files and takes their digest, so that nothing depends on clocks, on how a volume announces a change,
or on links that are swapped. Not covered: a bundle that OPA fetches by itself (``opa_learned.py``).
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from extproc.adapters.bundle import Bundle, bundle_of, content_digest
from extproc.adapters.bundle_files import Files, read_files
from extproc.adapters.bundle_signature import Trust, signer_of
from extproc.adapters.data_schemas import held_to_schemas
from extproc.errors import Misconfigured

UNREADABLE: Final = "unreadable"


class Why(StrEnum):
    """Why a changed policy was not taken; the whole of what is recorded of it besides its digest."""

    UNREADABLE = "unreadable"
    UNTRUSTED = "untrusted"  # unsigned where it must be signed, or not as it was signed
    MALFORMED = "malformed"  # no policy in it, or data that is not JSON objects at their places
    REFUSED = "refused"  # the engine does not compile it, or must not run it
    DATA_OUTSIDE_SCHEMA = "data_outside_schema"
    OUTSIDE_SCHEMA = "outside_schema"  # its decision about nothing is no decision
    NOT_TAKEN = "not_taken"  # OPA goes on deciding by the old one


class NotTaken(Exception):
    """A changed policy that must not decide. The message is for operators."""

    def __init__(self, why: Why, message: str) -> None:
        super().__init__(message)
        self.why = why


@dataclass(frozen=True, slots=True)
class Seen:
    """What was there at one look. ``content`` is its digest, or :data:`UNREADABLE` (and why) where nothing was read."""

    content: str
    files: Files | None
    complaint: str = ""


class PolicySource:
    """A directory or an archive. Each method reads files, and may take some milliseconds."""

    def __init__(self, path: Path, trust: Trust) -> None:
        self._path = path
        self._trust = trust

    def read(self) -> tuple[str, Bundle]:
        """The digest of the content and the bundle. Raises ``Misconfigured``, naming the file: for the start."""
        files = read_files(self._path)
        bundle = bundle_of(self._path, files, self._trust)
        held_to_schemas(self._path, files, bundle)
        return content_digest(files), bundle

    def look(self) -> Seen:
        """Never raises for what is there."""
        try:
            files = read_files(self._path)
        except Misconfigured as error:
            return Seen(UNREADABLE, None, str(error))
        return Seen(content_digest(files), files)

    def bundle(self, seen: Seen) -> Bundle:
        """Raises ``NotTaken``."""
        if seen.files is None:
            raise NotTaken(Why.UNREADABLE, seen.complaint)
        try:
            signer_of(self._path, seen.files, self._trust)
        except Misconfigured as error:
            raise NotTaken(Why.UNTRUSTED, str(error)) from error
        try:
            bundle = bundle_of(self._path, seen.files, self._trust)
        except Misconfigured as error:
            raise NotTaken(Why.MALFORMED, str(error)) from error
        try:
            held_to_schemas(self._path, seen.files, bundle)
        except Misconfigured as error:
            raise NotTaken(Why.DATA_OUTSIDE_SCHEMA, str(error)) from error
        return bundle
