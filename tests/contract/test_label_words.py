"""The security labels that the gate names are those that the schema of the question lists."""

import json
from pathlib import Path

from extproc.detect.labels import Label

SCHEMA = json.loads((Path(__file__).parents[2] / "opa" / "schemas" / "input.json").read_text())


def test_the_schema_lists_every_label_and_no_other() -> None:
    labels = SCHEMA["properties"]["labels"]
    assert labels["items"]["enum"] == [label.value for label in Label]
    assert "labels" in SCHEMA["required"]
