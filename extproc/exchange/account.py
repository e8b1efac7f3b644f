"""What is known of one exchange so far, for its records, for Envoy's metadata and for telemetry."""

from dataclasses import dataclass, field

from extproc.audit.record import Entry, Event, Json
from extproc.audit.texts import Texts
from extproc.exchange import records
from extproc.exchange.commands import Metadata, Observe
from extproc.exchange.gate import Endpoint, Gate
from extproc.exchange.refusals import refusal
from extproc.exchange.transcript import Answering, kept
from extproc.payload.dialect import Dialect, Refusal
from extproc.payload.dialects import DIALECTS
from extproc.payload.part import AnswerFacts
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Decision, Verdict
from extproc.policy.query import Identity, Query


@dataclass(slots=True)
class Account:
    """Grows as the exchange goes on; holds no text but by ``answering``, the answer that is being read.

    ``exchange_id`` is the gate's own and names the exchange in its records. ``request_id`` is Envoy's, and stands in
    its access log: a request that Envoy retries keeps it, and is another exchange.
    """

    gate: Gate
    exchange_id: str
    decision_id: str
    request_id: str = ""
    start_us: int = 0
    now_us: int = 0
    identity: Identity | None = None
    endpoint: Endpoint | None = None
    query: Query | None = None
    decision: Decision | None = None
    masked: int = 0
    inspected: int = 0
    uninspected: int = 0
    status: int = 0
    forwarded: bool = False
    provider_failed: bool = False
    answer: AnswerFacts = field(default_factory=AnswerFacts)
    answering: Answering | None = field(default=None, repr=False)

    @property
    def dialect(self) -> Dialect:
        """In whose words the caller is answered; OpenAI's where the request named no endpoint."""
        return self.endpoint.dialect if self.endpoint else DIALECTS["openai"]

    @property
    def duration_us(self) -> int:
        return max(0, self.now_us - self.start_us) if self.start_us else 0

    @property
    def minted_decision_id(self) -> str:
        """``""`` until there is a decision to name."""
        return self.decision_id if self.decision else ""

    def refusal(self, code: str) -> Refusal:
        return refusal(code, request_id=self.request_id, decision_id=self.minted_decision_id, decision=self.decision)

    def answer_refusal(self, decision: AnswerDecision) -> Refusal:
        """The policy says no to the answer."""
        ids = {"request_id": self.request_id, "decision_id": self.minted_decision_id}
        return refusal("answer_denied", **ids, decision=decision)

    def entry(self, event: Event, body: dict[str, Json], *, ends: bool = False, texts: Texts | None = None) -> Entry:
        return Entry(event, self.now_us, self.exchange_id, body, ends, texts)

    def ending(self, event: Event, body: dict[str, Json]) -> Entry:
        """The exchange's last record, with what there is of its answer."""
        texts = None
        if self.answering is not None and self.decision is not None:
            texts = kept(self.decision.obligations.record, self.answering.views)
        return self.entry(event, body, ends=True, texts=texts)

    def received(self) -> Entry:
        body: dict[str, Json] = {
            "request_id": self.request_id,
            "actor": records.actor(self.identity),
            "route": self._route(),
        }
        return self.entry(Event.REQUEST_RECEIVED, body)

    def ended_early(self, code: str, status: int, phase: str) -> Entry:
        """The record of an exchange that the gate, or Envoy, or the caller ended."""
        body: dict[str, Json] = {
            "request_id": self.request_id,
            "actor": records.actor(self.identity),
            "route": self._route(),
            "phase": phase,
            "code": code,
            "status": status,
            "decision_id": self.minted_decision_id,
            "duration_us": self.duration_us,
        }
        return self.ending(Event.EXCHANGE_ABORTED if self.forwarded else Event.EXCHANGE_REFUSED, body)

    def metadata(self, outcome: str) -> Metadata:
        """Routes and the access log read it. ``provider`` is set only once a decision allows one."""
        allowed = self.decision is not None and self.decision.verdict is Verdict.ALLOW
        return {
            "exchange": self.exchange_id,
            "decision_id": self.minted_decision_id,
            "verdict": self.decision.verdict.value if self.decision else "",
            "provider": self.decision.provider if self.decision and allowed else "",
            "operation": self.endpoint.operation.value if self.endpoint else "",
            "inspected": self.inspected,
            "uninspected": self.uninspected,
            "masked": self.masked,
            "outcome": outcome,
        }

    def observed(self, outcome: str, status: int) -> Observe:
        """Names are OpenTelemetry's where it has one; an empty word is left out by who sends them."""
        query, decision, identity = self.query, self.decision, self.identity
        attributes: dict[str, str | int | bool] = {
            "gen_ai.operation.name": self.endpoint.operation.value if self.endpoint else "",
            "gen_ai.provider.name": decision.provider if decision else "",
            "gen_ai.request.model": query.route.model if query else "",
            "gen_ai.request.stream": query.route.stream if query else False,
            "http.response.status_code": status,
            "wardgate.decision_id": self.minted_decision_id,
            "wardgate.dialect": self.endpoint.dialect.name if self.endpoint else "",
            "wardgate.exchange": self.exchange_id,
            "wardgate.findings": query.phi.total if query else 0,
            "wardgate.inspected": self.inspected,
            "wardgate.masked": self.masked,
            "wardgate.outcome": outcome,
            "wardgate.purpose": identity.purpose.code.value if identity else "",
            "wardgate.subject.type": identity.type.value if identity else "",
            "wardgate.uninspected": self.uninspected,
            "wardgate.verdict": decision.verdict.value if decision else "",
        }
        if self.answer.input_tokens is not None:
            attributes["gen_ai.usage.input_tokens"] = self.answer.input_tokens
        if self.answer.output_tokens is not None:
            attributes["gen_ai.usage.output_tokens"] = self.answer.output_tokens
        return Observe(attributes)

    def _route(self) -> Json:
        if self.endpoint is None:
            return None
        return {"dialect": self.endpoint.dialect.name, "operation": self.endpoint.operation.value}
