import pytest

from extproc.detect.structures.inline import joined
from extproc.detect.structures.view import Notes, View
from extproc.detect.structures.xml_scan import pieces
from tests.support.structures import masked_text


def texts(text: str) -> list[str]:
    return list(joined(View(text, Notes()), pieces(text)))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<p>Dr. <b>Quill</b> <i>Ozymandel</i> came</p>", ["Dr. Quill Ozymandel came"]),
        ("<b>Qu</b><i>ill</i>", ["Quill"]),
        ("<span>Quill</span><br/><span>Ozymandel</span>", ["Quill Ozymandel"]),
        ("<p>Quill</p><p>Ozymandel</p>", []),
        ("<td>Quill</td> <td>Ozymandel</td>", []),
        ("<p>one <b>two</b></p><p>three</p>", ["one two"]),
        ("no tags", []),
    ],
)
def test_a_text_in_pieces_reads_as_on_the_page(text: str, seen: list[str]) -> None:
    assert texts(text) == seen


def test_a_name_in_pieces_is_masked_in_each_and_tags_stay() -> None:
    masked = masked_text("<p>Seen by <b>Dr. Ann</b> <i>Zorblatt</i> today, <b>Crohn</b><i>'s</i> disease</p>")
    assert "Ann" not in masked
    assert "Zorblatt" not in masked
    assert masked.startswith("<p>Seen by <b>Dr. [NAME_")
    assert masked.endswith("</i> today, <b>Crohn</b><i>'s</i> disease</p>")
