"""What a text looks like before anybody tries to open it as JSON.

Readers differ in the blanks and marks that they skip, so every blank and a byte order mark count as skipped here.
"""

import re
from typing import Final

_OPENS: Final = re.compile(r"[\s\ufeff]*[{\[]")
_BEGUN: Final = re.compile(r"[\s\ufeff]*(?:\{|\[\s*[\"{\[0-9tfn-])")
_ESCAPE: Final = re.compile(r"\\u[0-9a-fA-F]{4}")


def opens(text: str) -> bool:
    """It begins with a bracket of JSON, as ``[1] see the note`` does too."""
    return _OPENS.match(text) is not None


def begun(text: str) -> bool:
    """It begins like an object or a list of JSON, and not like a name that was masked: ``[NAME_1]``."""
    return _BEGUN.match(text) is not None


def may_hide(text: str) -> bool:
    """A text that our reader does not open may be JSON to another, and then escapes in it are letters there."""
    return opens(text) and _ESCAPE.search(text) is not None
