"""A policy's answer, read strictly: the document of ``opa/schemas/decision.json``, and what a schema cannot say.

Nothing here is lenient: a missing member, an unknown one, a word outside its closed list, an integer out of range or
two members that contradict each other make the whole answer :class:`PolicyMalformed`, whose message names the member
and quotes none of the answer. One thing is read and left to the caller: an obligation that this build cannot meet, see
:func:`unmet`. Not covered: whether the provider exists, which the settings know.
"""

import re
from collections.abc import Mapping
from typing import Final

from extproc.detect.entities import EntityType
from extproc.errors import PolicyMalformed
from extproc.mask.plan import Operator, Plan, Scheme
from extproc.policy import strict
from extproc.policy.decision import (
    SCHEMA,
    Approval,
    Decision,
    Effect,
    Masking,
    Obligations,
    Reason,
    ReviewAfter,
    Transcript,
    Verdict,
)

# Looked up rather than called: an enum's own constructor takes ten times as long, and a plan has up to 38 of them.
VERDICTS: Final = {one.value: one for one in Verdict}
EFFECTS: Final = {one.value: one for one in Effect}
OPERATORS: Final = {one.value: one for one in Operator}
ENTITIES: Final = {one.value: one for one in EntityType}
SCHEMES: Final = {one.value: one for one in Scheme}
TRANSCRIPTS: Final = {one.value: one for one in Transcript}

ID: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
INDEX: Final = re.compile(r"(?:[a-z][a-z0-9-]{0,63})?")
PROVIDER: Final = re.compile(r"(?:[a-z][a-z0-9-]{0,40})?")
# A policy may name headers of its own, and none that Envoy or the gate gives a meaning to.
HEADER: Final = re.compile(r"x-(?!envoy-|forwarded-|wardgate-)[a-z0-9-]{1,60}")
HEADER_VALUE: Final = re.compile(r"[ -~]{0,256}")

MAX_HEADERS: Final = 16
MAX_CITE: Final = 128
MAX_TEXT: Final = 512


def parse_decision(document: object, decision_id: str) -> Decision:
    """The decision in ``document``, JSON already read, which must answer the query of ``decision_id``.

    Raises ``PolicyMalformed``. A mapping may have no duplicate members left: its reader decides which one counted.
    """
    match document:
        case {
            "schema": str(schema),
            "decision_id": str(echoed),
            "verdict": verdict,
            "reasons": list(reasons),
            "provider": provider,
            "masking": masking,
            "approval": approval,
            "obligations": obligations,
            "headers": dict(headers),
            **rest,
        } if not rest and schema == SCHEMA:
            if echoed != decision_id:
                raise PolicyMalformed("the answer is to another query")
            decision = Decision(
                decision_id=echoed,
                verdict=strict.word(VERDICTS, verdict, "verdict"),
                reasons=tuple(reason_of(one) for one in strict.few(reasons, "reasons")),
                provider=strict.shaped(PROVIDER, provider, "provider"),
                masking=_masking(masking),
                obligations=_obligations(obligations),
                approval=None if approval is None else _approval(approval),
                headers=_headers(headers),
            )
        case _:
            raise PolicyMalformed("the answer is not a document of the decision's schema")
    _agrees_with_itself(decision)
    return decision


def unmet(decision: Decision) -> tuple[str, ...]:
    """The names of the obligations that this build cannot meet; empty when it meets them all.

    ``notify``, ``limits``, and each unknown one by its own name. An approval is not among them: the verdict says it. A
    review afterwards is met by its record, and a transcript by every gate whose settings say to whom it is sealed.
    """
    owed = decision.obligations
    known = {
        "notify": bool(owed.notify),
        "limits": bool(owed.limits),
    }
    return (*(name for name, asked in known.items() if asked), *owed.unknown)


def _agrees_with_itself(decision: Decision) -> None:
    """The verdict is the one its reasons lead to: an answer that was tampered with in one member is caught here."""
    effects = {reason.effect for reason in decision.reasons}
    match decision.verdict:
        case Verdict.ALLOW:
            agrees = not effects & {Effect.DENY, Effect.REQUIRE_APPROVAL}
        case Verdict.REQUIRE_APPROVAL:
            agrees = Effect.REQUIRE_APPROVAL in effects and Effect.DENY not in effects
        case Verdict.DENY:
            agrees = Effect.DENY in effects
    if not agrees:
        raise PolicyMalformed("verdict and reasons contradict each other")
    if decision.verdict is not Verdict.DENY and not decision.provider:
        raise PolicyMalformed("a verdict other than deny without a provider")
    if (decision.verdict is Verdict.REQUIRE_APPROVAL) is not (decision.approval is not None):
        raise PolicyMalformed("verdict and approval contradict each other")


def reason_of(document: object) -> Reason:
    match document:
        case {"id": name, "effect": effect, "text": text, "cite": cite, **rest} if not rest:
            return Reason(
                strict.shaped(ID, name, "reasons.id"),
                strict.word(EFFECTS, effect, "reasons.effect"),
                strict.text(text, MAX_TEXT, "reasons.text"),
                strict.text(cite, MAX_CITE, "reasons.cite"),
            )
        case _:
            raise PolicyMalformed("reasons: not a reason")


def _masking(document: object) -> Masking:
    match document:
        case {
            "default": default,
            "request": dict(request),
            "response": dict(response),
            "restore": list(restore),
            "restore_tools": list(tools),
            "scheme": scheme,
            "index": index,
            **rest,
        } if not rest:
            fallback = strict.word(OPERATORS, default, "masking.default")
            masking = Masking(
                request=Plan(fallback, _operators(request, "masking.request")),
                response=Plan(fallback, _operators(response, "masking.response")),
                restore=frozenset(strict.word(ENTITIES, one, "masking.restore") for one in restore),
                restore_tools=frozenset(strict.names(tools, "masking.restore_tools")),
                scheme=strict.word(SCHEMES, scheme, "masking.scheme"),
                index=strict.shaped(INDEX, index, "masking.index"),
            )
        case _:
            raise PolicyMalformed("masking: not a masking")
    if (masking.scheme is Scheme.KEYED) is not bool(masking.index):
        raise PolicyMalformed("masking: an index goes with the keyed scheme, and only with it")
    if masking.restore and masking.scheme is not Scheme.NUMBERED:
        raise PolicyMalformed("masking: only numbered surrogates can be restored")
    return masking


def _operators(document: Mapping[object, object], member: str) -> Mapping[EntityType, Operator]:
    return {strict.word(ENTITIES, key, member): strict.word(OPERATORS, name, member) for key, name in document.items()}


def _approval(document: object) -> Approval:
    match document:
        case {
            "groups": list(groups),
            "min_approvals": minimum,
            "ttl_s": ttl_s,
            "self_approval": bool(self_approval),
            **rest,
        } if groups and not rest:
            return Approval(
                groups=strict.names(groups, "approval.groups"),
                min_approvals=strict.integer(minimum, 1, 10, "approval.min_approvals"),
                ttl_s=strict.integer(ttl_s, 1, 7 * 86_400, "approval.ttl_s"),
                self_approval=self_approval,
            )
        case _:
            raise PolicyMalformed("approval: not an approval")


def _obligations(document: object) -> Obligations:
    match document:
        case {
            "record": record,
            "retention_days": days,
            "notify": list(notify),
            "stream": {"hold_back_chars": held, **others},
            "limits": dict(limits),
            "review_after": review_after,
            **unknown,
        } if not others:
            return Obligations(
                record=strict.word(TRANSCRIPTS, record, "obligations.record"),
                retention_days=strict.integer(days, 1, 36_500, "obligations.retention_days"),
                hold_back_chars=strict.integer(held, 1, 4_096, "obligations.stream.hold_back_chars"),
                notify=strict.names(notify, "obligations.notify"),
                limits=tuple(_limit(name, value) for name, value in limits.items()),
                review_after=None if review_after is None else _review_after(review_after),
                unknown=tuple(
                    strict.shaped(ID, name, "obligations") for name in strict.few(list(unknown), "obligations")
                ),
            )
        case _:
            raise PolicyMalformed("obligations: not the obligations")


def _review_after(document: object) -> ReviewAfter:
    match document:
        case {"groups": list(groups), "within_s": within_s, **rest} if groups and not rest:
            return ReviewAfter(
                groups=strict.names(groups, "obligations.review_after.groups"),
                within_s=strict.integer(within_s, 1, 365 * 86_400, "obligations.review_after.within_s"),
            )
        case _:
            raise PolicyMalformed("obligations.review_after: not a review")


def _limit(name: object, value: object) -> str:
    strict.integer(value, 0, 2**53, "obligations.limits")
    return strict.shaped(ID, name, "obligations.limits")


def _headers(document: Mapping[object, object]) -> Mapping[str, str]:
    if len(document) > MAX_HEADERS:
        raise PolicyMalformed("headers: too many")
    return {
        strict.shaped(HEADER, name, "headers"): strict.shaped(HEADER_VALUE, value, "headers")
        for name, value in document.items()
    }
