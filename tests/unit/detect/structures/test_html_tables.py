# ruff: noqa: E501 - one case a row
import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked

FOUND = {(E.NAME, "quill ozymandel"), (E.MRN, "88213001")}


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><th>Patient name</th><th>MRN</th><th>Dx</th></tr>"
        "<tr><td><b>quill ozymandel</b></td><td>88213001</td><td>I10</td></tr></table>",
        "<table><thead><tr><td>Name</td><td>MRN</td></tr></thead><tbody><tr><td>quill ozymandel</td><td>88213001</td></tr></tbody></table>",
        "<table><tr><th>Patient name</th><td>quill ozymandel</td></tr><tr><th>MRN</th><td>88213001</td></tr></table>",
        "<table><tr><td>Patient name:</td><td>quill ozymandel</td></tr><tr><td>MRN:</td><td>88213001</td></tr></table>",
        "<table><tr><td>Patient name:</td><td>quill ozymandel</td></tr><tr><td>Chart:</td><td>88213001</td></tr></table>",
        "<dl><dt>Patient name:</dt><dd>quill ozymandel</dd><dt>MRN</dt><dd>88213001</dd><dt>Dx</dt><dd>I10</dd></dl>",
    ],
)
def test_cells_are_named_by_the_heads_of_columns_or_rows(text: str) -> None:
    assert marked(text) == FOUND


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>quill</td><td>88213001</td></tr></table>",
        "<table><tr><td>Name</td></tr></table>",
        "<td>quill ozymandel</td>",
        "<dl><dt>Provider</dt><dd>who gives the service</dd><dt>Patient</dt><dd>who gets it</dd></dl>",
        "<table><tr><td>Author:</td><td>Quality unit</td></tr><tr><td>Date:</td><td>draft</td></tr></table>",
        "<dl><dt>Diagnosis</dt><dd>Asthma</dd></dl>",
    ],
)
def test_other_cells_say_nothing(text: str) -> None:
    assert marked(text) == set()
