"""What is written in a finding's place, so that the structure around it can still be read."""

from typing import Final, assert_never

from extproc.detect.finding import Form
from extproc.mask.plan import Operator
from extproc.payload.numeral import number_for

_FULL_WIDTH: Final = str.maketrans(
    "[]*", "\N{FULLWIDTH LEFT SQUARE BRACKET}\N{FULLWIDTH RIGHT SQUARE BRACKET}\N{FULLWIDTH ASTERISK}"
)


def fitting(form: Form, operator: Operator, masked: str) -> str:
    """``masked`` as its place wants it: in the place of a number a number, in that of a coordinate 0, and in a text
    without quotes no sign of lists and aliases: a surrogate is known in full-width brackets too."""
    if operator is Operator.KEEP:
        return masked
    match form:
        case Form.TEXT:
            return masked
        case Form.NUMBER:
            return number_for(masked)
        case Form.ZERO:
            return "0"
        case Form.PLAIN:
            return masked.translate(_FULL_WIDTH)
    assert_never(form)
