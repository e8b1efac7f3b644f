"""The query as JSON says all that the query says, in JSON's own types."""

import random
from dataclasses import replace

import orjson

from extproc.policy.query import BreakGlass, Emergency, PurposeCode, Tools
from extproc.policy.query_document import query_document
from tests.support.queries import QUERY, any_query, asking, with_images

PLAIN = (str, int, bool, type(None), list, dict)


def types(value: object) -> set[type]:
    """Exact types, so that an enum does not pass for a string."""
    below: list[object] = []
    if isinstance(value, dict):
        below = [*value, *value.values()]
    elif isinstance(value, list):
        below = value
    return {type(value)}.union(*(types(one) for one in below))


def test_every_member_is_in_its_place() -> None:
    document = query_document(QUERY)
    assert document["schema"] == "wardgate.input/v1"
    assert document["phase"] == "request"
    assert document["decision_id"] == "dec-1"
    assert document["purpose"] == {"code": PurposeCode.UNSPECIFIED, "source": "default"}
    assert document["route"] == {
        "dialect": "openai",
        "operation": "chat",
        "model": "demo-chat",
        "stream": True,
        "providers": ["demo-cloud", "demo-onprem"],
    }
    assert document["coverage"] == {"inspected": {"/messages/*/content": {"parts": 3, "bytes": 420}}, "uninspected": {}}
    phi = document["phi"]
    assert isinstance(phi, dict)
    assert phi["total"] == 3
    assert phi["entities"]["NAME"] == {"count": 2, "max_score_permille": 950, "roles": ["user"]}


def test_what_could_not_be_inspected_says_why() -> None:
    phi = query_document(with_images(2))["phi"]
    assert isinstance(phi, dict)
    assert (phi["uninspected_parts"], phi["uninspected"]) == (2, {"media": 2})


def test_emergency_access_is_asked_for_or_not() -> None:
    assert query_document(QUERY)["break_glass"] == {"requested": False, "reason": "", "expires_us": None}
    asking_for_it = replace(QUERY.identity, break_glass=BreakGlass(Emergency.EMERGENCY_CARE, 7))
    assert query_document(replace(QUERY, identity=asking_for_it))["break_glass"] == {
        "requested": True,
        "reason": "emergency_care",
        "expires_us": 7,
    }


def test_tools_are_named_or_counted() -> None:
    request = query_document(replace(QUERY, tools=Tools(3, ("find",), 2)))["request"]
    assert isinstance(request, dict)
    assert request["tools"] == {"count": 3, "names": ["find"], "unknown": 2}
    assert request["tool_calls"] == {"count": 0, "names": [], "unknown": 0}


def test_the_time_of_day_is_the_gates() -> None:
    assert query_document(QUERY)["local"] == {"hour": 20, "weekday": 3, "tz": "UTC"}


def test_no_groups_at_all_is_told_from_an_empty_list() -> None:
    none, empty = query_document(asking(groups=None)), query_document(asking(groups=()))
    assert isinstance(none["identity"], dict)
    assert isinstance(empty["identity"], dict)
    assert none["identity"]["groups"] is None
    assert empty["identity"]["groups"] == []


def test_the_types_are_jsons_own() -> None:
    source = random.Random(7)
    for _ in range(200):
        document = query_document(any_query(source))
        assert types(document) <= set(PLAIN)
        assert orjson.loads(orjson.dumps(document)) == document


def test_a_document_is_the_callers_to_keep() -> None:
    document = query_document(QUERY)
    identity = document["identity"]
    assert isinstance(identity, dict)
    identity["groups"].append("ops-services")
    assert query_document(replace(QUERY)) != document
