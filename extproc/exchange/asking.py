"""The request's phases: opening, receiving, inspecting, deciding, recording the decision."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Final

from extproc.audit.record import Event
from extproc.audit.texts import View
from extproc.detect.finding import Finding
from extproc.errors import MalformedBody
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange import records, request
from extproc.exchange.account import Account
from extproc.exchange.answering import Forwarded
from extproc.exchange.ending import (
    RECORD_DEADLINE_S,
    Commands,
    Over,
    RecordingRefusal,
    Step,
    local_reply,
    otherwise,
    refuse,
    refuse_with,
)
from extproc.exchange.gate import Endpoint
from extproc.exchange.identity import IdentityMalformed, PurposeUnknown, identity_of, stating
from extproc.exchange.phases import Phase
from extproc.exchange.refusals import worded
from extproc.exchange.restoring import Restoring
from extproc.exchange.transcript import VIEWS, kept
from extproc.mask.apply import blocked
from extproc.policy.decision import Decision, Verdict
from extproc.policy.decision_document import unmet
from extproc.policy.query import Identity, Query
from extproc.sealed import Sealed

Rows = Sequence[Sequence[Finding]]

AGREEMENT_REASONS: Final = frozenset({"provider_without_baa", "baa_expired"})
"""Reasons of the shipped policy that an allowed request can bear as warnings only. To send PHI without an agreement
takes two people: who writes the policy, and who writes the settings."""

MAX_LENGTH_DIGITS: Final = 18  # of a content-length: more is no length, and would cost a quadratic reading


class Opening:
    """Nothing is known yet. A conversation that opens with a response is about a request Envoy refused by itself."""

    phase: ClassVar[Phase] = Phase.OPENING

    def __init__(self, account: Account) -> None:
        self._account = account

    def on(self, event: e.Event) -> Step:
        match event:
            case e.RequestHead():
                return self._opened(event)
            case e.ResponseHead():
                return local_reply(self._account, event, noted=False)
            case e.Disconnected():
                return Over(), ()
            case _:
                return otherwise(self._account, self, event)

    def _opened(self, head: e.RequestHead) -> Step:
        account = self._account
        account.request_id, account.start_us = head.request_id, account.now_us
        account.endpoint = endpoint = account.gate.endpoint(head.method, head.path.partition("?")[0])
        if head.claims is None:
            return refuse(account, self.phase, "identity_missing")
        try:
            account.identity = identity = identity_of(head.claims, account.gate.issuers)
        except IdentityMalformed:
            return refuse(account, self.phase, "identity_malformed")
        try:
            account.identity = identity = stating(identity, head.headers)
        except PurposeUnknown:
            return refuse(account, self.phase, "purpose_unknown")
        if endpoint is None:
            return refuse(account, self.phase, "unknown_endpoint")
        if fault := _fault(head, account.gate.max_body_bytes):
            return refuse(account, self.phase, fault)
        deadline = c.SetDeadline(account.gate.request_deadline_s)
        return Receiving(account, head, endpoint, identity), (c.Note(account.received()), deadline)


def _fault(head: e.RequestHead, limit_bytes: int) -> str:
    """The code of what is wrong with a head, ``""`` when nothing is."""
    if head.headers.get("content-encoding", "identity").strip().lower() != "identity":
        return "content_encoding"
    if head.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return "content_type"
    length = head.headers.get("content-length", "0")
    if length.isdecimal() and (len(length) > MAX_LENGTH_DIGITS or int(length) > limit_bytes):
        return "body_too_large"
    return "malformed_body" if head.end else ""


class Receiving:
    """The body is read whole before anyone decides."""

    phase: ClassVar[Phase] = Phase.RECEIVING

    def __init__(self, account: Account, head: e.RequestHead, endpoint: Endpoint, identity: Identity) -> None:
        self._account = account
        self._head = head
        self._endpoint = endpoint
        self._identity = identity
        self._chunks: list[bytes] = []
        self._size_bytes = 0

    def on(self, event: e.Event) -> Step:
        match event:
            case e.RequestBody(data, end):
                return self._received(data, end)
            case e.RequestTrailers():
                return self._received(b"", True)
            case e.Overloaded():
                return refuse(self._account, self.phase, "overloaded")
            case _:
                return otherwise(self._account, self, event)

    def _received(self, data: bytes, end: bool) -> Step:
        account = self._account
        self._size_bytes += len(data)
        if self._size_bytes > account.gate.max_body_bytes:
            return refuse(account, self.phase, "body_too_large")
        self._chunks.append(data)
        if not end:
            return self, ()
        try:
            asked = request.read(account.gate, self._endpoint, self._head, b"".join(self._chunks))
        except MalformedBody as error:
            said = worded("malformed_body", str(error), request_id=account.request_id)
            return refuse_with(account, self.phase, said)
        account.inspected = len(asked.document.parts)
        account.uninspected = len(asked.uninspected)
        return Inspecting(account, self._head, asked, self._identity), (c.Inspect(asked.passages),)


class Inspecting:
    phase: ClassVar[Phase] = Phase.INSPECTING

    def __init__(self, account: Account, head: e.RequestHead, asked: request.Asked, identity: Identity) -> None:
        self._account = account
        self._head = head
        self._asked = asked
        self._identity = identity

    def on(self, event: e.Event) -> Step:
        match event:
            case e.Inspected(findings):
                return self._inspected(findings)
            case _:
                return otherwise(self._account, self, event)

    def _inspected(self, findings: Rows) -> Step:
        account, asked = self._account, self._asked
        count = len(asked.document.parts)
        if len(findings) != len(asked.passages):
            return refuse(account, self.phase, "detector_failed")
        if any(findings[count:]):
            return refuse(account, self.phase, "identifier_in_url")
        ids = (account.request_id, account.decision_id)
        query = request.query_of(account.gate, asked, findings[:count], self._identity, ids, account.now_us)
        account.query = query
        return Deciding(account, self._head, asked, findings[:count], query), (c.AskPolicy(query),)


class Deciding:
    phase: ClassVar[Phase] = Phase.DECIDING

    def __init__(
        self, account: Account, head: e.RequestHead, asked: request.Asked, findings: Rows, query: Query
    ) -> None:
        self._account = account
        self._head = head
        self._asked = asked
        self._findings = findings
        self._query = query

    def on(self, event: e.Event) -> Step:
        match event:
            case e.Decided(decision, revision):
                return self._decided(decision, revision)
            case e.PolicyFailed(code):
                return refuse(self._account, self.phase, code)
            case _:
                return otherwise(self._account, self, event)

    def _decided(self, decision: Decision, revision: str) -> Step:
        account = self._account
        account.decision = decision
        if code := self._no(decision):
            return self._denied(code, decision, revision)
        mint = request.mint_for(account.gate, self._asked, decision.masking, self._query, account.exchange_id)
        body, counts = request.masked_body(self._asked, self._findings, decision, mint)
        account.masked = sum(counts.values())
        forward = c.Forward(
            body,
            {**decision.headers, **request.sent_headers(self._head.headers)},
            request.kept_back_headers(self._head.headers),
            account.metadata("forwarded"),
        )
        digest = account.gate.digest(body)
        record = records.decided(self._query, decision, revision, counts, digest, "")
        level = decision.obligations.record
        texts = kept(level, {View.RECEIVED: self._asked.body, View.FORWARDED: Sealed(body)})
        entry = account.entry(Event.REQUEST_DECIDED, record, texts=texts)
        asked = replace(self._asked, body=request.UNKEPT)  # from here on it is the record's
        restoring = Restoring(decision.masking, mint, account.request_id, VIEWS[level])
        recording = RecordingDecision(account, forward, asked, decision, restoring)
        return recording, (*self._review_due(decision), c.Record(entry))

    def _review_due(self, decision: Decision) -> Commands:
        """Noted before the decision's own record, so that both are durable or the request does not go on."""
        review = decision.obligations.review_after
        if review is None:
            return ()
        body = records.review_due(decision.decision_id, decision.reasons, review, self._account.now_us)
        return (c.Note(self._account.entry(Event.REVIEW_DUE, body)),)

    def _no(self, decision: Decision) -> str:
        """Why a decision does not let the request go on, ``""`` when it does."""
        match decision.verdict:
            case Verdict.DENY:
                return "policy_denied"
            case Verdict.REQUIRE_APPROVAL:
                return "approval_required"
            case Verdict.ALLOW:
                pass
        if unmet(decision) or (VIEWS[decision.obligations.record] and not self._account.gate.seals):
            return "obligation_unmet"
        if decision.provider not in self._query.route.providers:
            return "provider_unknown"
        if _without_agreement(decision) and decision.provider not in self._account.gate.without_baa:
            return "baa_only_warned"
        if any(blocked(found, decision.masking.request) for found in self._findings):
            return "masking_blocked"
        return ""

    def _denied(self, code: str, decision: Decision, revision: str) -> Step:
        account = self._account
        record = records.decided(self._query, decision, revision, {}, "", code)
        entry = account.entry(Event.REQUEST_DECIDED, record, ends=True)
        state = RecordingRefusal(account, account.refusal(code), None)
        return state, (c.SetDeadline(RECORD_DEADLINE_S), c.Record(entry))


def _without_agreement(decision: Decision) -> bool:
    """The policy saw that the provider has no agreement in force, and was told only to warn of it."""
    return any(reason.id in AGREEMENT_REASONS for reason in decision.reasons)


class RecordingDecision:
    """The request may go on once the decision is durable: ``Forward`` is said here and nowhere else."""

    phase: ClassVar[Phase] = Phase.RECORDING_DECISION

    def __init__(
        self, account: Account, forward: c.Forward, asked: request.Asked, decision: Decision, restoring: Restoring
    ) -> None:
        self._account = account
        self._forward = forward
        self._asked = asked
        self._decision = decision
        self._restoring = restoring

    def on(self, event: e.Event) -> Step:
        match event:
            case e.Recorded():
                account = self._account
                account.forwarded = True
                deadline = c.SetDeadline(account.gate.exchange_deadline_s)
                hold_chars = self._decision.obligations.hold_back_chars
                return Forwarded(account, self._asked, self._restoring, hold_chars), (deadline, self._forward)
            case _:
                return otherwise(self._account, self, event)
