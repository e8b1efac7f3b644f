"""Generated identifiers that allowances are tried with."""

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.own.samples import samples


@pytest.mark.parametrize("entity", E)
def test_each_kind_has_many_distinct_values_and_always_the_same(entity: E) -> None:
    values = samples(entity)
    samples.cache_clear()
    assert len(set(values)) == len(values) > 12
    assert samples(entity) == values


def test_no_sign_of_a_form_is_left_in_a_value() -> None:
    assert not any(sign in value for entity in E for value in samples(entity) for sign in "#?*")
