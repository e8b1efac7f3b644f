"""What a check has to say of a file."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    """Something was not checked, and why."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """``check`` is one word for what looked; ``line`` is 0 where there is none, ``file`` empty for the whole."""

    file: str
    line: int
    level: Level
    check: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{place}{self.level}: {self.text} ({self.check})"
