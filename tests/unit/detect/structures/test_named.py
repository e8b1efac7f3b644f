import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.named import Named, mark_named
from extproc.detect.structures.view import Notes, View


@pytest.mark.parametrize(
    ("names", "of", "found"),
    [
        (("surname",), (), [E.NAME]),
        (("name",), (), []),
        (("name",), ("patients",), [E.NAME]),
        (("name", "mrn"), (), [E.NAME]),
        (("provider",), (), []),
        (("provider",), ("patient",), [E.NAME]),
        (("dose",), ("patient",), []),
    ],
)
def test_a_vague_name_speaks_of_somebody_where_another_word_does(
    names: tuple[str, ...], of: tuple[str, ...], found: list[E]
) -> None:
    view = View("quill", Notes())
    assert mark_named(view, [Named(name, 0, 5, "quill") for name in names], "x", of) is bool(found)
    assert [one.entity for one in view.notes.candidates] == found


def test_it_is_what_the_value_means_that_has_to_fit() -> None:
    view = View("q%20example", Notes())
    assert not mark_named(view, [Named("email", 0, 11, "q example")], "x")
    assert mark_named(view, [Named("email", 0, 11, "q@example")], "x")
