"""What a policy is asked about."""

from collections.abc import Mapping
from enum import StrEnum


class About(StrEnum):
    """The value is the query's own ``phase``, and the package that is asked (``gate.request``, ``gate.response``)."""

    REQUEST = "request"
    ANSWER = "response"

    @property
    def noun(self) -> str:
        return "request" if self is About.REQUEST else "answer"


def about(query: Mapping[str, object]) -> About:
    """What ``query`` says of itself; one without a word about it is about a request, as the first queries were."""
    return About.ANSWER if query.get("phase") == About.ANSWER else About.REQUEST
