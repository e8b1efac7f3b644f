"""One gate per policy engine, shared by all tests that do not break it; providers that say what each test wants."""

from collections.abc import Iterator

import pytest

from extproc.local import opa
from tests.e2e import planted
from tests.e2e.bodies import echo
from tests.e2e.provider import Providers
from tests.e2e.settings import NAMES
from tests.e2e.stack import ENGINES, Gate, supervised

LAST = "test_nothing_leaks.py"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One gate after the other, and what it wrote is searched when its other tests are over."""
    items.sort(key=lambda item: (_engine(item), item.path.name == LAST))


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
    if engine == "opa" and opa.binary() is None:
        pytest.skip("no opa of our version here: make opa")
    with supervised(providers, engine) as serving:
        yield serving
