"""Where a value of the data stands: in which file of a bundle, and on which line."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from extproc.adapters.bundle import DATA
from extproc.adapters.bundle_files import Files
from extproc.adapters.data_schemas import ROOT
from extproc.authoring.json_lines import JsonLines
from extproc.authoring.remark import Level, Remark
from extproc.policy.json_schema import Place


@dataclass(frozen=True, slots=True)
class Where:
    """Places are below ``data.wardgate``. For files that are JSON."""

    files: Files

    def of(self, place: Place) -> tuple[str, int]:
        """The file that lies deepest on the way to ``place``, and the line there."""
        whole = (ROOT, *place)
        above = [name for name in self.files if name.name == DATA and whole[: len(name.parent.parts)] == name.parent.parts]  # noqa: E501  # fmt: skip
        file = max(above, key=lambda name: len(name.parts), default=PurePosixPath(DATA))
        text = self.files[file].decode("utf-8") if file in self.files else ""
        return str(file), JsonLines(text).line(whole[len(file.parent.parts) :])

    def remark(self, place: Place, level: Level, check: str, text: str) -> Remark:
        return Remark(*self.of(place), level, check, text)
