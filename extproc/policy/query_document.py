"""The query as JSON: the document of ``opa/schemas/input.json``.

Built member by member rather than by reflection, so that a field added to :class:`Query` is sent to a policy only
once somebody has written it here and into the schema. The question about an answer: ``answer.py``.
"""

from collections.abc import Mapping

from extproc.policy.query import SCHEMA, BreakGlass, Coverage, Identity, Local, Phi, Query, Route, Tools


def query_document(query: Query) -> dict[str, object]:
    """``query`` in JSON's own types, which the caller may keep: no floats, no enums, no tuples."""
    return {
        "schema": SCHEMA,
        "phase": "request",
        "request_id": query.request_id,
        "decision_id": query.decision_id,
        "time_us": query.time_us,
        "local": local_document(query.local),
        "identity": _identity(query.identity),
        "purpose": {"code": query.identity.purpose.code.value, "source": query.identity.purpose.source},
        "break_glass": _break_glass(query.identity.break_glass),
        "route": _route(query.route),
        "request": _request(query),
        "phi": phi_document(query.phi),
        "coverage": _coverage(query.coverage),
        "labels": list(query.labels),
    }


def local_document(local: Local) -> dict[str, object]:
    return {"hour": local.hour, "weekday": local.weekday, "tz": local.tz}


def _break_glass(asked: BreakGlass) -> dict[str, object]:
    return {
        "requested": asked.reason is not None,
        "reason": "" if asked.reason is None else asked.reason.value,
        "expires_us": asked.expires_us,
    }


def tools_document(tools: Tools) -> dict[str, object]:
    return {"count": tools.count, "names": list(tools.names), "unknown": tools.unknown}


def _identity(identity: Identity) -> dict[str, object]:
    return {
        "subject": identity.subject,
        "issuer": identity.issuer,
        "type": identity.type.value,
        "on_behalf_of": identity.on_behalf_of,
        "tenant": identity.tenant,
        "groups": None if identity.groups is None else list(identity.groups),
        "session": identity.session,
        "auth_time_us": identity.auth_time_us,
        "acr": identity.acr,
        "amr": list(identity.amr),
    }


def _route(route: Route) -> dict[str, object]:
    return {
        "dialect": route.dialect,
        "operation": route.operation,
        "model": route.model,
        "stream": route.stream,
        "providers": list(route.providers),
    }


def _request(query: Query) -> dict[str, object]:
    return {
        "bytes": query.size_bytes,
        "digest": query.digest,
        "roles": {str(role): count for role, count in query.roles.items()},
        "max_tokens": query.max_tokens,
        "tools": tools_document(query.tools),
        "tool_calls": tools_document(query.tool_calls),
        "attachments": [
            {"media_type": one.media_type, "bytes": one.size_bytes, "inspected": one.inspected}
            for one in query.attachments
        ],
    }


def phi_document(phi: Phi) -> dict[str, object]:
    return {
        "scan": phi.scan.value,
        "detectors": list(phi.detectors),
        "total": phi.total,
        "subjects": phi.subjects,
        "uninspected_parts": phi.uninspected_parts,
        "uninspected": {why.value: parts for why, parts in phi.uninspected.items()},
        "entities": {
            entity.value: {
                "count": found.count,
                "max_score_permille": found.max_score_permille,
                "roles": [str(role) for role in found.roles],
            }
            for entity, found in phi.entities.items()
        },
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {"inspected": _tally(coverage.inspected), "uninspected": _tally(coverage.uninspected)}


def _tally(patterns: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    return {pattern: {"parts": parts, "bytes": size} for pattern, (parts, size) in patterns.items()}
