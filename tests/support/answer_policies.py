"""Packages ``gate.response``: one that decides, and some that look as if they did."""

from typing import Final

DECIDES: Final = """package gate.response

decision := {
	"schema": "wardgate.response-decision/v1",
	"decision_id": input.decision_id,
	"verdict": "allow",
	"reasons": [],
}
"""

BROKEN: Final = {
    "undefined": "package gate.response\n\ndecision := {} if input.phase == 1\n",
    "empty": "package gate.response\n\ndecision := {}\n",
    "another_word": DECIDES.replace('"allow"', '"perhaps"'),
    "another_member": DECIDES.replace('"reasons"', '"reason"'),
    "another_question": DECIDES.replace("input.decision_id", '"dec-1"'),
    "one_for_requests": DECIDES.replace("wardgate.response-decision/v1", "wardgate.decision/v1"),
    "no_reason": DECIDES.replace('"allow"', '"deny"'),
}
"""Compiled by both engines, and outside the schema, each in its own way."""
