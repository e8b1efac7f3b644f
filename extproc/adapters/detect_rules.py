"""An organisation's own rules from a TOML file, ``detect.toml``.

Unknown keys are refused, and every error names file, line and key. Word files are beside the TOML file, one entry a
line; blank lines and those that begin with ``#`` do not count. No message quotes an example or a word.
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, ValidationError, model_validator
from pydantic_core import ErrorDetails

from extproc.adapters.gazetteers import load_gazetteer
from extproc.adapters.toml_lines import TomlLines
from extproc.detect.entities import EntityType
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.faults import Kind, Level, Remark, faults
from extproc.detect.own.lint import lint, unsafe
from extproc.detect.own.near import MOST_WITHIN
from extproc.detect.own.organisation import (
    Case,
    Cues,
    Organisation,
    OwnEntity,
    OwnList,
    OwnPattern,
    OwnRules,
)
from extproc.detect.own.validators import VALIDATORS
from extproc.detect.recognizer import Tier
from extproc.errors import Misconfigured

DEFAULT_FILE: Final = Path("detect.toml")


def _a_validator(name: str) -> str:
    if name not in VALIDATORS:
        raise ValueError(f"there is no such validator; there are {', '.join(VALIDATORS)}")
    return name


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Telling(_Table):
    """A table that says nothing is a slip."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("the table is empty: give it a key, or leave it out")
        return self


Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]
Text = Annotated[str, Field(min_length=1, max_length=400)]
Regex = Annotated[str, Field(min_length=1, max_length=2000)]
Score = Annotated[int, Field(strict=True, ge=1, le=1000)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
"""What is given says something; an empty list is left out."""
Validator = Annotated[str, AfterValidator(_a_validator)]


class _Cues(_Table):
    before: Texts = ()
    after: Texts = ()
    within: int = Field(40, strict=True, ge=1, le=MOST_WITHIN)


class _Pattern(_Table):
    name: Name
    entity: EntityType
    regex: Regex
    validator: Validator | None = None
    cues: _Cues | None = None
    score: Score | None = None
    case: Case = Case.ANY
    hits: Texts
    misses: Texts = ()

    def row(self) -> OwnPattern:
        evidence = Tier.VALIDATED if self.validator else Tier.CUED if self.cues else Tier.SHAPED
        cues = None if self.cues is None else Cues(self.cues.before, self.cues.after, self.cues.within)
        score = self.score or int(evidence)
        return OwnPattern(
            self.name, self.entity, self.regex, score, self.validator, cues, self.case, self.hits, self.misses
        )


class _List(_Table):
    name: Name
    entity: EntityType
    words: Texts = ()
    file: Path | None = None
    score: Score = int(Tier.SHAPED)
    case: Case = Case.ANY
    hits: Texts = ()
    misses: Texts = ()


class _Allow(_Table):
    texts: Texts = ()
    patterns: Annotated[tuple[Regex, ...], Field(min_length=1)] = ()


class _AllowOnly(_Telling, _Allow):
    """Of one kind."""


class _AllowAll(_Allow):
    only: Mapping[EntityType, _AllowOnly] = {}


class _Entity(_Telling):
    minimum: int = Field(0, strict=True, ge=0, le=1000)
    enabled: StrictBool = True


class _File(_Table):
    pattern: tuple[_Pattern, ...] = ()
    list: tuple[_List, ...] = ()
    allow: _AllowAll = _AllowAll()
    entity: Mapping[EntityType, _Entity] = {}


@dataclass(frozen=True, slots=True)
class Told:
    """A remark with its place in the file."""

    path: Path
    line: int
    level: Level
    kind: Kind
    rule: str
    why: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.why}" + (f"; {self.advice}" if self.advice else "")


class RulesRefused(Misconfigured):
    """The message has a line for each of ``told``."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__("\n".join(map(str, told)))
        self.told: Final = tuple(told)


@dataclass(frozen=True, slots=True)
class Source:
    """A file of own rules, read, and where each thing in it stands."""

    path: Path
    rules: OwnRules
    lines: TomlLines

    def told(self, remark: Remark) -> Told:
        line = self.lines.line(remark.where)
        return Told(self.path, line, remark.level, remark.kind, remark.rule, remark.why, remark.advice)


def load_organisation(path: Path) -> Organisation:
    """The rules of a file that has no fault and opens no hole. Raises ``RulesRefused``, which is ``Misconfigured``."""
    source = read_rules(path)
    found = [source.told(remark) for remark in faults(source.rules) if remark.level is Level.ERROR] or [
        source.told(remark) for remark in unsafe(source.rules, load_gazetteer())
    ]
    if found:
        raise RulesRefused(found)
    return Organisation(source.rules)


def told_of(path: Path) -> tuple[Told, ...]:
    """All that is to be said of a file of rules, in the order of its lines."""
    try:
        source = read_rules(path)
    except RulesRefused as error:
        return error.told
    return tuple(sorted(map(source.told, lint(source.rules, load_gazetteer())), key=lambda told: told.line))


def read_rules(path: Path) -> Source:
    """A file in the right form, whatever its rules are worth. Raises ``RulesRefused``."""
    raw = _bytes_of(path, path, 1, "file")
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _malformed(path, 1, "file", f"not valid TOML: {error}") from None
    lines = TomlLines(text)
    try:
        file = _File.model_validate(tree)
    except ValidationError as error:
        raise RulesRefused([_wrong(path, lines, one) for one in error.errors()]) from None
    return Source(path, _rules(file, path, lines, raw), lines)


def _wrong(path: Path, lines: TomlLines, error: ErrorDetails) -> Told:
    place = tuple(step for step in error["loc"] if step != "[key]")
    what = "there is no such key" if error["type"] == "extra_forbidden" else error["msg"]
    return Told(path, lines.line(place), Level.ERROR, Kind.FORM, ".".join(map(str, place)), what)


def _malformed(path: Path, line: int, key: str, why: str) -> RulesRefused:
    return RulesRefused([Told(path, line, Level.ERROR, Kind.FORM, key, why)])


def _bytes_of(file: Path, path: Path, line: int, key: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise _malformed(path, line, key, f"{file} cannot be read ({error.strerror})") from None


def _rules(file: _File, path: Path, lines: TomlLines, raw: bytes) -> OwnRules:
    digest = hashlib.sha256(len(raw).to_bytes(8) + raw)
    lists = []
    for index, table in enumerate(file.list):
        words = table.words
        if table.file is not None:
            key, line = f"list.{index}.file", lines.line(("list", index, "file"))
            more = _bytes_of(path.parent / table.file, path, line, key)
            digest.update(len(more).to_bytes(8) + more)
            try:
                words += _words(more)
            except UnicodeDecodeError:
                raise _malformed(path, line, key, "it is not a text in UTF-8") from None
        lists.append(OwnList(table.name, table.entity, words, table.score, table.case, table.hits, table.misses))
    return OwnRules(
        patterns=tuple(table.row() for table in file.pattern),
        lists=tuple(lists),
        allowed=tuple(_allowed(file.allow)),
        entities={entity: OwnEntity(one.minimum, one.enabled) for entity, one in file.entity.items()},
        digest=digest.hexdigest()[:8],
    )


def _words(raw: bytes) -> tuple[str, ...]:
    lines = map(str.strip, raw.decode("utf-8").split("\n"))
    return tuple(line for line in lines if line and not line.startswith("#"))


def _allowed(table: _AllowAll) -> list[Allowed]:
    only = [Allowed(one.texts, one.patterns, entity) for entity, one in table.only.items()]
    return [Allowed(table.texts, table.patterns), *only]
