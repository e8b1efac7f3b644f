"""What is written in a finding's place, so that the structure around it can still be read."""

import re
from typing import Final, assert_never

from extproc.detect.finding import Form
from extproc.mask.plan import Operator

_NUMERAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+")


def fitting(form: Form, operator: Operator, masked: str) -> str:
    """``masked`` as its place wants it: in the place of a number, a numeral or a text in quotes; in that of a
    coordinate, 0."""
    if operator is Operator.KEEP:
        return masked
    match form:
        case Form.TEXT:
            return masked
        case Form.NUMBER:
            return masked if _NUMERAL.fullmatch(masked) else f'"{masked}"'  # no operator writes quotes or backslashes
        case Form.ZERO:
            return "0"
    assert_never(form)
