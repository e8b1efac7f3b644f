"""Counters of a closed list go out, and nothing else."""

import pytest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

from extproc.adapters.otlp_counts import COUNTERS, NoCounts, OtlpCounts, metrics_address, open_counts
from extproc.adapters.policy_ledger import ACTIVATED, REJECTED


def counted(reader: InMemoryMetricReader) -> dict[str, object]:
    data = reader.get_metrics_data()
    metrics = [one for r in data.resource_metrics for s in r.scope_metrics for one in s.metrics] if data else []
    return {
        one.name: [(point.value, dict(point.attributes or {})) for point in one.data.data_points] for one in metrics
    }


def test_what_happened_is_counted_by_its_name_alone() -> None:
    reader = InMemoryMetricReader()
    counts = OtlpCounts(reader)
    for name in (ACTIVATED, REJECTED, REJECTED):
        counts.add(name)
    assert counted(reader) == {ACTIVATED: [(1, {})], REJECTED: [(2, {})]}


def test_there_is_no_other_counter() -> None:
    assert {ACTIVATED, REJECTED} == set(COUNTERS)
    with pytest.raises(KeyError):
        OtlpCounts(InMemoryMetricReader()).add("wardgate.patients")


def test_without_an_endpoint_nothing_is_counted() -> None:
    counts = open_counts(None)
    assert isinstance(counts, NoCounts)
    counts.add(ACTIVATED)
    counts.close()


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1:1", "http://127.0.0.1:1/", "http://127.0.0.1:1/v1/traces"])
def test_metrics_go_beside_traces(endpoint: str) -> None:
    assert metrics_address(endpoint) == "http://127.0.0.1:1/v1/metrics"
