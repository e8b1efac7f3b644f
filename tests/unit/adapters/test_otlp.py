import http.server
import threading
from collections.abc import Iterator

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from extproc.adapters.otlp import ATTRIBUTES, Kind, NoTelemetry, Spans, Value, is_allowed, open_telemetry


def traced(attributes: dict[str, Value]) -> tuple[ReadableSpan, int]:
    exporter = InMemorySpanExporter()
    spans = Spans(SimpleSpanProcessor(exporter))
    spans.exchange(attributes, 1_000_000, 1_250_000)
    (span,) = exporter.get_finished_spans()
    return span, spans.dropped


def test_an_exchange_is_one_trace_span_with_its_times() -> None:
    span, dropped = traced({"gen_ai.operation.name": "chat", "wardgate.masked": 3, "gen_ai.request.stream": True})
    assert (span.name, span.start_time, span.end_time) == ("wardgate chat", 1_000_000_000, 1_250_000_000)
    assert dict(span.attributes or {}) == {
        "gen_ai.operation.name": "chat",
        "wardgate.masked": 3,
        "gen_ai.request.stream": True,
    }
    assert (span.parent, dropped) == (None, 0)


def test_what_is_not_in_the_table_or_not_of_its_kind_is_dropped_and_counted() -> None:
    span, dropped = traced(
        {
            "gen_ai.prompt": "no",
            "wardgate.masked": "three",
            "wardgate.exchange": "Zoe Testpatient, born 1950",
            "wardgate.verdict": "allow",
            "wardgate.outcome": "",
        }
    )
    assert dict(span.attributes or {}) == {"wardgate.verdict": "allow"}
    assert dropped == 3  # an empty word is not one of them


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("gen_ai.request.model", "meta-llama/Llama-3.1:70b", True),
        ("gen_ai.request.model", "two words", False),
        ("gen_ai.request.model", "line\nbreak", False),
        ("gen_ai.request.model", "trailing\n", False),
        ("gen_ai.request.model", "é", False),
        ("gen_ai.request.model", "x" * 129, False),
        ("gen_ai.request.model", 4, False),
        ("wardgate.masked", 0, True),
        ("wardgate.masked", -1, False),
        ("wardgate.masked", True, False),
        ("wardgate.masked", 1.5, False),
        ("wardgate.masked", 2**63, False),
        ("gen_ai.request.stream", False, True),
        ("gen_ai.request.stream", 0, False),
        ("gen_ai.system", "openai", False),
        ("GEN_AI.request.model", "gpt", False),
    ],
)
def test_each_value_is_of_its_kind(name: str, value: object, *, expected: bool) -> None:
    assert is_allowed(name, value) is expected


def test_no_name_in_the_table_is_one_of_content() -> None:
    words = ("prompt", "completion", "message", "content", "text", "body", "header", "input.", "output.")
    assert not [name for name in ATTRIBUTES if any(word in name for word in words)]
    assert set(ATTRIBUTES.values()) <= set(Kind)


@pytest.mark.parametrize(
    ("status", "code"), [(200, StatusCode.UNSET), (403, StatusCode.UNSET), (503, StatusCode.ERROR)]
)
def test_our_own_failures_are_marked(status: int, code: StatusCode) -> None:
    assert traced({"http.response.status_code": status})[0].status.status_code is code


def test_without_an_endpoint_nothing_is_sent() -> None:
    telemetry = open_telemetry(None)
    assert isinstance(telemetry, NoTelemetry)
    telemetry.exchange({"wardgate.masked": 1}, 0, 1)
    telemetry.close()


class Collector(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append((self.path, body))  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def collector() -> Iterator[http.server.HTTPServer]:
    server = http.server.HTTPServer(("127.0.0.1", 0), Collector)
    server.got = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["", "/", "/v1/traces"])
def test_spans_reach_a_collector_by_http(collector: http.server.HTTPServer, path: str) -> None:
    telemetry = open_telemetry(f"http://127.0.0.1:{collector.server_port}{path}")
    telemetry.exchange({"gen_ai.operation.name": "chat", "gen_ai.prompt": "secret"}, 1, 2)
    telemetry.close()
    ((where, body),) = collector.got  # type: ignore[attr-defined]
    request = ExportTraceServiceRequest.FromString(body)
    (span,) = request.resource_spans[0].scope_spans[0].spans
    assert (where, span.name) == ("/v1/traces", "wardgate chat")
    assert [attribute.key for attribute in span.attributes] == ["gen_ai.operation.name"]
    assert b"secret" not in body


def test_a_collector_that_is_not_there_harms_nobody() -> None:
    telemetry = open_telemetry("http://127.0.0.1:1")
    telemetry.exchange({"wardgate.masked": 1}, 1, 2)
    telemetry.close()
