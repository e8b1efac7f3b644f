from extproc.detect.attached import Attached
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Span
from extproc.detect.structures.marks import NONE, Blob, Marks
from extproc.sealed import Sealed

NOTE, OTHER = Sealed("note"), Sealed("other")
PICTURE = Blob(0, 9, "image/png", None)


def finding(entity: E) -> Finding:
    return Finding(Span(0, 1), entity, 900, "x")


def test_each_text_is_read_once_and_pictures_never() -> None:
    blobs = [Blob(0, 9, "text/plain", NOTE), PICTURE, Blob(20, 29, "text/plain", OTHER)]
    attached = Attached([Marks(blobs=tuple(blobs)), NONE, Marks(blobs=(Blob(3, 7, "", NOTE),))])
    assert attached.first == 3
    assert [passage.text for passage in attached.passages] == [NOTE, OTHER]
    assert list(attached.findings([[finding(E.DATE), finding(E.SSN)], []])) == [
        (0, blobs[0], E.SSN),
        (0, blobs[2], None),
        (2, Blob(3, 7, "", NOTE), E.SSN),
    ]


def test_every_kind_has_its_place_among_the_grave() -> None:
    attached = Attached([Marks(blobs=(Blob(0, 9, "", NOTE),))])
    for entity in E:
        assert [one[2] for one in attached.findings([[finding(entity)]])] == [entity]
