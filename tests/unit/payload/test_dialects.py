"""The closed list of dialects."""

from extproc.payload.dialects import DIALECTS


def test_each_dialect_stands_under_its_own_name() -> None:
    assert {name: dialect.name for name, dialect in DIALECTS.items()} == {
        "openai": "openai",
        "generic-json": "generic-json",
    }
