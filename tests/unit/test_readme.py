"""README says of the settings and of the errors what the code says."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from extproc.config import Settings
from extproc.exchange.refusals import TABLE

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
KEY = re.compile(r"^\| `([a-zA-Z_.]+)` \| (.*?) \| (.*)\|$", re.MULTILINE)
ERROR = re.compile(r"^\| (\d{3}) \| `(\w+)` \| .{5,} \|$", re.MULTILINE)
ENVOYS = re.compile(r'^ +\((\d{3}), "\w+", "(\w+)", ', re.MULTILINE)
"""A row of the refusals that Envoy makes by itself."""


def keys(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Each key of the settings tree, with its default as TOML spells it."""
    for name, field in model.model_fields.items():
        section, inner = section_of(field)
        if section is None:
            yield f"{prefix}{name}", spelled(field)
        else:
            yield from keys(section, f"{prefix}{name}.{inner}")


def section_of(field: FieldInfo) -> tuple[type[BaseModel] | None, str]:
    """The table that a key opens, and how a key inside it is reached."""
    for one in (field.annotation, *get_args(field.annotation)):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one, "NAME." if field.annotation is not one and str in _origins(field) else ""
    return None, ""


def _origins(field: FieldInfo) -> list[Any]:
    """What a mapping's keys are at the bottom of their annotations."""
    return [inner for one in get_args(field.annotation) for inner in (one, *get_args(one))]


def spelled(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    match field.default:
        case None:
            return "none"
        case bool(value):
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"`{field.default}`"
        case ():
            return "`[]`"
        case str() | Path():
            return f'`"{field.default}"`'
        case other:
            raise AssertionError(f"how does README spell {other!r}?")


def test_every_key_of_the_settings_is_there_with_its_default_and_no_other() -> None:
    assert {(key, default) for key, default, _ in KEY.findall(README)} == set(keys(Settings))


def test_the_walk_through_the_settings_sees_tables_lists_of_tables_and_named_tables() -> None:
    found = dict(keys(Settings))
    assert found["listen.address"] == '`"127.0.0.1:8443"`'
    assert found["identity.claims.subject"] == '`"sub"`'
    assert found["providers.NAME.base_url"] == "required"
    assert NoneType not in map(type, found.values())


def test_every_refusal_is_there_with_its_status_and_no_other() -> None:
    envoys = ENVOYS.findall((ROOT / "envoy" / "gateway.yaml").read_text(encoding="utf-8"))
    assert len(envoys) > 5
    ours = {(str(row.status), code) for code, row in TABLE.items()}
    assert set(ERROR.findall(README)) == ours | set(envoys)


def test_the_pages_it_points_to_are_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).is_file()] == []
