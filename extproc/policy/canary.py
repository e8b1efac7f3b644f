"""Two questions that nobody asked: whether a policy answers at all, and within the decisions' schemas.

They are in the name of a caller without groups, for no model, about an empty text; any policy may deny them, and what
it decides is thrown away. A policy that has nothing to say of answers is asked the first alone.
"""

from typing import Final

from extproc.policy.answer import AnswerQuery
from extproc.policy.query import Coverage, Identity, Phi, Query, Route, Scan, SubjectType, Tools

CANARY: Final = Query(
    request_id="canary",
    decision_id="canary",
    time_us=0,
    identity=Identity(subject="canary", issuer="wardgate", type=SubjectType.SERVICE, groups=()),
    route=Route(dialect="openai", operation="chat", model="", stream=False),
    phi=Phi(scan=Scan.COMPLETE, detectors=(), entities={}, subjects=0, uninspected_parts=0),
    coverage=Coverage(),
    size_bytes=0,
    digest="",
    roles={},
)

OF_ANSWER: Final = AnswerQuery(
    request=CANARY,
    provider="canary",
    decision_id="canary.1",
    time_us=0,
    local=CANARY.local,
    phi=CANARY.phi,
    status=200,
    finish_reason="",
    tool_calls=Tools(),
    headers_sent=False,
)
