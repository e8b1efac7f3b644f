"""The canonical form against RFC 8785 as another implementation has it."""

import orjson
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from extproc.audit.canonical import canonical, is_canonical, repaired

names = st.text(st.characters(max_codepoint=127), max_size=8)
texts = st.text(st.characters(exclude_categories=()), max_size=20)  # surrogates, controls and all
integers = st.integers(-(2**53) + 1, 2**53 - 1)
values = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)
bodies = st.dictionaries(names, values, max_size=6)


def whole(value: object) -> object:
    """``value`` with its strings repaired, for the oracle, which refuses surrogates."""
    match value:
        case str():
            return repaired(value)
        case list():
            return [whole(one) for one in value]
        case dict():
            return {name: whole(one) for name, one in value.items()}
        case _:
            return value


@given(bodies)
def test_the_canonical_form_is_that_of_rfc_8785(body: dict[str, object]) -> None:
    assert canonical(body) == rfc8785.dumps(whole(body))  # type: ignore[arg-type]


@given(bodies)
def test_what_was_spelled_is_read_and_spelled_again_the_same(body: dict[str, object]) -> None:
    line = canonical(body)  # type: ignore[arg-type]
    assert is_canonical(line, orjson.loads(line))


@given(texts)
def test_repair_leaves_valid_text_alone_and_is_done_once(text: str) -> None:
    mended = repaired(text)
    mended.encode()
    assert repaired(mended) == mended
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert mended == text
