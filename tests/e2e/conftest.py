"""One gate per policy engine, shared by all tests that do not break it; providers that say what each test wants."""

from collections.abc import Generator, Iterator

import pytest

from tests.e2e import planted
from tests.e2e.bodies import echo
from tests.e2e.by_hand import ByHand
from tests.e2e.provider import Providers
from tests.e2e.settings import NAMES
from tests.e2e.stack import ENGINES, Gate, supervised

LAST = "test_nothing_leaks.py"
TOLD_LINES = 20


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One gate after the other, and what it wrote is searched when its other tests are over."""
    items.sort(key=lambda item: (_engine(item), item.path.name == LAST))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failure shows the end of what each part of its gate wrote: it may not be seen twice."""
    report = yield
    if report.failed:
        gates = [one for one in getattr(item, "funcargs", {}).values() if isinstance(one, Gate | ByHand)]
        errors = [path for one in gates for path in sorted(one.place.rglob("*.err"))]
        for path in errors:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            report.sections.append((path.name, "\n".join(lines[-TOLD_LINES:])))
    return report


def _engine(item: pytest.Item) -> str:
    call = getattr(item, "callspec", None)
    return str(call.params.get("gate", "")) if call else ""


@pytest.fixture(scope="session")
def providers() -> Iterator[Providers]:
    with Providers(NAMES) as running:
        yield running
        leaked = planted.found(running.everything, (*planted.ALL, planted.REFUSED))
        assert not leaked, f"a provider received {leaked}"


@pytest.fixture(autouse=True)
def _silence(providers: Providers) -> None:
    """Each test begins with providers that echo and have heard nothing."""
    providers.begin(echo)


@pytest.fixture(scope="session", params=ENGINES)
def gate(request: pytest.FixtureRequest, providers: Providers) -> Iterator[Gate]:
    engine: str = request.param
    with supervised(providers, engine) as serving:
        yield serving
