"""Lines of tables and keys."""

import pytest

from extproc.adapters.toml_lines import Place, TomlLines

TEXT = """\
title = "x"

[[pattern]]
name = "one"
hits = [
  "a = b",
]

[[pattern]]
name = "two"
regex = \'\'\'
[entity.NAME]
key = 1
\'\'\'
[pattern.cues]
before = ["x"]

[allow.only."NAME"]
texts = ["a"]
[ entity . AGE ]
enabled = false
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 1),
        (("pattern", 0), 3),
        (("pattern", 0, "name"), 4),
        (("pattern", 0, "hits", 0), 5),
        (("pattern", 1), 9),
        (("pattern", 1, "regex"), 11),
        (("pattern", 1, "cues"), 15),
        (("pattern", 1, "cues", "before", 0), 16),
        (("pattern", 1, "nothing"), 9),
        (("allow", "only", "NAME", "texts", 3), 19),
        (("entity", "AGE", "enabled"), 21),
        (("entity", "NAME", "key"), 1),
        (("nothing",), 1),
    ],
)
def test_a_place_has_its_line_or_that_of_what_is_around_it(place: Place, line: int) -> None:
    assert TomlLines(TEXT).line(place) == line
