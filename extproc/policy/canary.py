"""A question that nobody asked: whether a policy answers at all, and within the decision's schema.

It is in the name of a caller without groups, for no model, about an empty text; any policy may deny it, and what it
decides is thrown away.
"""

from typing import Final

from extproc.policy.query import Coverage, Identity, Phi, Query, Route, Scan, SubjectType

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
