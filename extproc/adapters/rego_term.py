"""JSON as the embedded engine reads it: each text and each number in one spelling.

The engine compares texts as they are spelled and reads no ``\\u`` escape, so what a policy writes as ``é`` must come as
``é`` in the query and in the data; nor is ``1.0`` the index 1 to it. Control characters cannot be spelled as
themselves: they stay escaped, and no policy can name them (``rego_plan.py``). Half of a surrogate pair becomes U+FFFD,
as it does for OPA.
"""

import json


def term(document: object) -> str:
    """``document`` is of JSON's kinds."""
    text = json.dumps(_whole(document), ensure_ascii=False)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _whole(value: object) -> object:
    """Whole numbers as such."""
    match value:
        case dict():
            return {name: _whole(one) for name, one in value.items()}
        case list() | tuple():
            return [_whole(one) for one in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
