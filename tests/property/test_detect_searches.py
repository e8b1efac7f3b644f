"""What is looked for where its sign stands is what a search of the whole text finds."""

from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.fold import _TABLE, fold
from extproc.detect.structures.assigned import _PRINTED, _all_printed


def pieces(*some: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(some), max_size=24).map("".join)


@given(pieces(*"=a_[].-&?\"' \n,(", "last_name=Roe, ", 'x[y]="', "a" * 41))
def test_assignments_are_found_by_their_signs(text: str) -> None:
    found = [match.span() for match in _all_printed(text)]
    assert found == [match.span() for match in _PRINTED.finditer(text)]


@given(pieces("a", "é", "e\u0301", "\u200b", "\ud800", "Я", "中", "\n", "\u00a0", "1", "\uff11"))
def test_what_is_not_ascii_is_folded_wherever_it_stands(text: str) -> None:
    assert fold(text).text == text.translate(_TABLE)
