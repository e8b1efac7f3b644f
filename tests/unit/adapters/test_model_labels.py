"""Labels of other people's models are known here, or the model is refused."""

import pytest

from extproc.adapters.model_labels import LEFT, MASKED, entities_of
from extproc.detect.entities import EntityType as E
from extproc.errors import Misconfigured


def test_what_identifies_is_masked_and_the_rest_is_left() -> None:
    assert entities_of(["PERSON", "per", "DATE", "GPE", "ORG"]) == {"PERSON": E.NAME, "per": E.NAME, "GPE": E.GEO}


def test_a_label_that_is_not_known_is_refused_by_name() -> None:
    with pytest.raises(Misconfigured, match="DISEASE"):
        entities_of(["PERSON", "DISEASE"])


def test_no_label_is_both() -> None:
    assert LEFT.isdisjoint(MASKED)
