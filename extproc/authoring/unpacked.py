"""A bundle as a directory, whether it is one or an archive of ``wardgate bundle``."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extproc.adapters.bundle_files import read_files
from extproc.errors import Misconfigured


@contextmanager
def directory_of(bundle: Path) -> Iterator[Path]:
    """Raises ``Misconfigured`` for what is neither, by the name that it was given."""
    if bundle.is_dir():
        yield bundle
        return
    files = read_files(bundle)
    if not any(name.suffix == ".rego" for name in files):
        raise Misconfigured(f"{bundle}: no policy here: name a directory with .rego files, or an archive of one")
    with tempfile.TemporaryDirectory(prefix="wardgate-") as place:
        for name, content in files.items():
            target = Path(place) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield Path(place)
