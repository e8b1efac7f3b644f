"""Data is held against the bundle's own schemas, else the shipped ones where it is the shipped rules' data."""

import json
from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.bundle import DATA_SCHEMAS, bundle_of, packages_of, read_bundle
from extproc.adapters.bundle_files import Files, read_files
from extproc.adapters.data_schemas import READ_BY, held_to_schemas, outside, schema_for
from extproc.errors import Misconfigured

LIBRARY = Path(__file__).parents[3] / "opa"
PACKAGES = sorted(path.stem for path in (LIBRARY / DATA_SCHEMAS).glob("*.json"))
NO_ROLES = {"groups": {}, "roles": {}}


def files_of(place: Path, packages: list[str], data: dict[str, Any], schemas: dict[str, Any]) -> Files:
    """Rules without content, data below ``wardgate`` and schemas of data."""
    rules = {f"gate/{name}.rego": f"package gate.{name}\n" for name in packages}
    documents = {f"wardgate/{name}/data.json": json.dumps(one) for name, one in data.items()}
    own = {f"{DATA_SCHEMAS}/{name}.json": json.dumps(one) for name, one in schemas.items()}
    for name, text in {**rules, **documents, **own}.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    return read_files(place)


def found(place: Path, files: Files) -> list[str]:
    return [str(one) for one in outside(files, bundle_of(place, files))]


def test_the_shipped_data_is_inside() -> None:
    files = read_files(LIBRARY)
    assert found(LIBRARY, files) == []
    held_to_schemas(LIBRARY, files, read_bundle(LIBRARY))


def test_every_shipped_schema_belongs_to_rules_that_are_shipped() -> None:
    rules = packages_of(read_bundle(LIBRARY).modules)
    assert [name for name in PACKAGES if f"gate.{READ_BY.get(name, name)}" not in rules] == []
    assert [name for name in PACKAGES if schema_for(name, {}, rules) is None] == []


def test_the_shipped_rules_data_is_held_to_the_shipped_schema_where_the_bundle_has_none(tmp_path: Path) -> None:
    files = files_of(tmp_path, ["request", "access"], {"access": {**NO_ROLES, "gruops": {}}}, {})
    assert found(tmp_path, files) == ["data.wardgate.access: /gruops: there is no such member"]


def test_an_organisations_own_data_needs_no_schema(tmp_path: Path) -> None:
    assert found(tmp_path, files_of(tmp_path, ["request"], {"access": {"groups": ["a"]}, "own": {}}, {})) == []


def test_a_bundles_own_schema_comes_first(tmp_path: Path) -> None:
    own = {"type": "object", "required": ["site"]}
    data = {"access": {"groups": []}, "mine": {}}
    files = files_of(tmp_path, ["request", "access"], data, {"access": {"type": "object"}, "mine": own})
    assert found(tmp_path, files) == ["data.wardgate.mine: /: lacks the member site"]


@pytest.mark.parametrize("schema", ["[]", "{", '{"contains": {}}'])
def test_a_schema_that_is_none_is_refused_by_its_name(schema: str, tmp_path: Path) -> None:
    (tmp_path / DATA_SCHEMAS).mkdir(parents=True)
    (tmp_path / DATA_SCHEMAS / "access.json").write_text(schema)
    files = files_of(tmp_path, ["request"], {"access": NO_ROLES}, {})
    with pytest.raises(Misconfigured, match=r"schemas/data/access\.json: "):
        found(tmp_path, files)


def test_a_start_is_told_the_members_and_no_value(tmp_path: Path) -> None:
    access = {"groups": {f"group-{number}": "219-09-9999" for number in range(7)}, "roles": {}}
    files = files_of(tmp_path, ["request", "access"], {"access": access}, {})
    with pytest.raises(Misconfigured) as caught:
        held_to_schemas(tmp_path, files, bundle_of(tmp_path, files))
    said = str(caught.value)
    assert said.startswith(f"{tmp_path}: data outside its schema")
    assert "  data.wardgate.access: /groups/group-0: is not of the type array\n" in said
    assert "  and 2 more\n" in said
    assert "wardgate policy check" in said
    assert "219-09-9999" not in said
