"""Trace spans for operations: one per exchange, by OTLP over HTTP. They may be dropped; the trail may not.

What a trace span may carry stands in :data:`ATTRIBUTES`, and each value is of a kind that has no room for prose: a
word, a number, a flag. A name that is not in the table, or a value that is not of its kind, is dropped and counted.
Never a message's content, never a header, never an exception's text.

What this does not cover: the caller's own trace (each trace span is a root); metrics; records, which have a shipper of
their own because a batch processor drops silently.
"""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import SpanKind, Status, StatusCode

from extproc import __version__

Value = str | int | bool

WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,127}")
"""Ids, model names, digests: no space, so no sentence."""
LARGEST_COUNT: Final = 2**63 - 1
EXPORT_TIMEOUT_S: Final = 2
"""Retries included: a collector that is gone must not hold up a drain."""
TRACES_PATH: Final = "/v1/traces"
SERVER_ERROR: Final = 500


class Kind(Enum):
    WORD = "word"
    COUNT = "count"
    FLAG = "flag"

    def takes(self, value: object) -> bool:
        match self, value:
            case (Kind.FLAG, bool()):
                return True
            case (Kind.COUNT, int()) if not isinstance(value, bool):
                return 0 <= value <= LARGEST_COUNT
            case (Kind.WORD, str()):
                return WORD.fullmatch(value) is not None
            case _:
                return False


ATTRIBUTES: Final[Mapping[str, Kind]] = {
    "gen_ai.operation.name": Kind.WORD,
    "gen_ai.provider.name": Kind.WORD,
    "gen_ai.request.model": Kind.WORD,
    "gen_ai.request.stream": Kind.FLAG,
    "gen_ai.usage.input_tokens": Kind.COUNT,
    "gen_ai.usage.output_tokens": Kind.COUNT,
    "http.response.status_code": Kind.COUNT,
    "wardgate.chain": Kind.WORD,
    "wardgate.decision_id": Kind.WORD,
    "wardgate.dialect": Kind.WORD,
    "wardgate.exchange": Kind.WORD,
    "wardgate.findings": Kind.COUNT,
    "wardgate.inspected": Kind.COUNT,
    "wardgate.masked": Kind.COUNT,
    "wardgate.outcome": Kind.WORD,
    "wardgate.policy.revision": Kind.WORD,
    "wardgate.purpose": Kind.WORD,
    "wardgate.released_bytes": Kind.COUNT,
    "wardgate.restored": Kind.COUNT,
    "wardgate.subject.type": Kind.WORD,
    "wardgate.uninspected": Kind.COUNT,
    "wardgate.verdict": Kind.WORD,
}
"""All that may leave, by name."""


class NoTelemetry:
    """The port ``Telemetry`` where no endpoint is set."""

    def exchange(self, attributes: Mapping[str, Value], start_us: int, end_us: int) -> None:
        pass

    def close(self) -> None:
        pass


class Spans:
    """The port ``Telemetry``. ``dropped`` counts attributes that the table did not let out."""

    def __init__(self, processor: SpanProcessor) -> None:
        resource = Resource({"service.name": "wardgate", "service.version": __version__})
        self._provider = TracerProvider(sampler=ALWAYS_ON, resource=resource, shutdown_on_exit=False)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("wardgate", __version__)
        self.dropped = 0

    def exchange(self, attributes: Mapping[str, Value], start_us: int, end_us: int) -> None:
        """One trace span. An empty word says nothing and is left out."""
        said = {name: value for name, value in attributes.items() if value != ""}
        allowed = {name: value for name, value in said.items() if is_allowed(name, value)}
        self.dropped += len(said) - len(allowed)
        name = allowed.get("gen_ai.operation.name", "exchange")
        span = self._tracer.start_span(
            f"wardgate {name}", kind=SpanKind.SERVER, attributes=allowed, start_time=start_us * 1000
        )
        status = allowed.get("http.response.status_code", 0)
        if isinstance(status, int) and status >= SERVER_ERROR:
            span.set_status(Status(StatusCode.ERROR))
        span.end(end_time=end_us * 1000)

    def close(self) -> None:
        """Send what waits; blocks for as long as the endpoint takes, ``EXPORT_TIMEOUT_S`` at most."""
        self._provider.shutdown()


def is_allowed(name: str, value: object) -> bool:
    kind = ATTRIBUTES.get(name)
    return kind is not None and kind.takes(value)


def open_telemetry(endpoint: str | None) -> NoTelemetry | Spans:
    """``endpoint`` is a collector's base address (``http://127.0.0.1:4318``) or its whole traces address."""
    if endpoint is None:
        return NoTelemetry()
    base = endpoint.rstrip("/")
    address = base if base.endswith(TRACES_PATH) else base + TRACES_PATH
    return Spans(BatchSpanProcessor(OTLPSpanExporter(endpoint=address, timeout=EXPORT_TIMEOUT_S)))
