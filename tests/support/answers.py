"""A policy's answer as JSON, for tests that spoil it."""

from copy import deepcopy

Answer = dict[str, object]

_ALLOW: Answer = {
    "schema": "wardgate.decision/v1",
    "decision_id": "dec-1",
    "verdict": "allow",
    "reasons": [{"id": "for_treatment", "effect": "allow", "text": "For treatment.", "cite": "45 CFR 164.506(c)(2)"}],
    "provider": "demo-onprem",
    "masking": {
        "default": "surrogate",
        "request": {"SSN": "redact"},
        "response": {"NAME": "keep"},
        "restore": ["NAME", "DATE"],
        "restore_tools": ["find_patient"],
        "scheme": "numbered",
        "index": "",
    },
    "approval": None,
    "obligations": {
        "record": "metadata",
        "retention_days": 2192,
        "notify": [],
        "stream": {"hold_back_chars": 64},
        "limits": {},
        "review_after": None,
    },
    "headers": {},
}
_NO = {"id": "no_role", "effect": "deny", "text": "No role.", "cite": "45 CFR 164.308(a)(4)"}
_ASK = {"id": "many", "effect": "require_approval", "text": "Many patients.", "cite": "45 CFR 164.502(b)"}
_APPROVAL = {"groups": ["privacy-office"], "min_approvals": 1, "ttl_s": 3600, "self_approval": False}


def allowed() -> Answer:
    return deepcopy(_ALLOW)


def denied() -> Answer:
    return {**allowed(), "verdict": "deny", "reasons": [deepcopy(_NO)], "provider": ""}


def asked() -> Answer:
    return {
        **allowed(),
        "verdict": "require_approval",
        "reasons": [deepcopy(_ASK)],
        "approval": deepcopy(_APPROVAL),
    }


def spoiled(answer: Answer, path: str, value: object) -> Answer:
    """``answer`` with the member at ``path`` (``masking.request.SSN``) set to ``value``."""
    *parents, last = path.split(".")
    place = answer
    for step in parents:
        place = place[step]  # type: ignore[assignment]
    place[last] = value
    return answer


def without(answer: Answer, path: str) -> Answer:
    *parents, last = path.split(".")
    place = answer
    for step in parents:
        place = place[step]  # type: ignore[assignment]
    del place[last]
    return answer
