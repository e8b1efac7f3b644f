"""Metrics for operations: how often a thing of a closed list happened, by OTLP over HTTP. They may be lost.

Counters have names and no attributes, so that nothing of an exchange can get into one. Not covered: durations and
sizes, which trace spans have (``otlp.py``).
"""

from typing import Final

from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader, PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource

from extproc import __version__

COUNTERS: Final = {
    "wardgate.policy.activated": "policies that came into force",
    "wardgate.policy.rejected": "changed policies that were not taken",
}
"""All there are, with what is counted."""
EVERY_MS: Final = 10_000
EXPORT_TIMEOUT_S: Final = 2
METRICS_PATH: Final = "/v1/metrics"
TRACES_PATH: Final = "/v1/traces"


class NoCounts:
    """Where no endpoint is set."""

    def add(self, name: str) -> None:
        pass

    def close(self) -> None:
        pass


class OtlpCounts:
    def __init__(self, reader: MetricReader) -> None:
        resource = Resource({"service.name": "wardgate", "service.version": __version__})
        self._provider = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
        meter = self._provider.get_meter("wardgate", __version__)
        self._counters = {name: meter.create_counter(name, description=what) for name, what in COUNTERS.items()}

    def add(self, name: str) -> None:
        """``name`` is one of :data:`COUNTERS`."""
        self._counters[name].add(1)

    def close(self) -> None:
        """Send what waits; blocks ``EXPORT_TIMEOUT_S`` at most."""
        self._provider.shutdown(timeout_millis=EXPORT_TIMEOUT_S * 1000)


def open_counts(endpoint: str | None) -> NoCounts | OtlpCounts:
    """``endpoint`` is a collector's base address, or its whole traces address, beside which metrics go."""
    if endpoint is None:
        return NoCounts()
    exporter = OTLPMetricExporter(endpoint=metrics_address(endpoint), timeout=EXPORT_TIMEOUT_S)
    return OtlpCounts(PeriodicExportingMetricReader(exporter, export_interval_millis=EVERY_MS))


def metrics_address(endpoint: str) -> str:
    return endpoint.rstrip("/").removesuffix(TRACES_PATH) + METRICS_PATH
