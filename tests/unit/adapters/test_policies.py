"""Which engine is taken."""

from pathlib import Path

import pytest

from extproc.adapters.bundle import bundle_revision
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.policies import open_policy
from extproc.adapters.rego import EmbeddedPolicy
from extproc.errors import Misconfigured
from tests.unit.adapters.test_opa import saying, served

BUNDLE = Path(__file__).parents[3] / "opa"


async def test_embedded_is_embedded_even_where_an_address_is_given(tmp_path: Path) -> None:
    policy, taken = await open_policy("embedded", f"unix://{tmp_path}/opa.sock", BUNDLE, 100)
    assert (type(policy), taken) == (EmbeddedPolicy, "embedded")
    await policy.close()


async def test_opa_is_opa_even_where_it_does_not_answer_yet(tmp_path: Path) -> None:
    policy, taken = await open_policy("opa", f"unix://{tmp_path}/opa.sock", BUNDLE, 100)
    assert (type(policy), taken) == (OpaPolicy, "opa")
    assert policy.revision == bundle_revision(BUNDLE)
    await policy.close()


async def test_opa_needs_an_address() -> None:
    with pytest.raises(Misconfigured, match=r"policy\.address"):
        await open_policy("opa", None, BUNDLE, 100)


async def test_auto_takes_an_opa_that_answers(tmp_path: Path) -> None:
    async with served(saying(b"{}"), tmp_path):
        policy, taken = await open_policy("auto", f"unix://{tmp_path}/opa.sock", BUNDLE, 100)
        assert (type(policy), taken) == (OpaPolicy, "opa")
        await policy.close()


async def test_auto_embeds_where_opa_is_not_well(tmp_path: Path) -> None:
    async with served(saying(b"{}", 500), tmp_path):
        policy, taken = await open_policy("auto", f"unix://{tmp_path}/opa.sock", BUNDLE, 100)
        assert (type(policy), taken) == (EmbeddedPolicy, "embedded")
        await policy.close()


async def test_auto_embeds_where_there_is_no_opa() -> None:
    policy, taken = await open_policy("auto", None, BUNDLE, 100)
    assert (type(policy), taken) == (EmbeddedPolicy, "embedded")
    await policy.close()


@pytest.mark.parametrize("engine", ["opa", "embedded", "auto"])
async def test_a_bundle_without_policy_stops_the_start(engine: str, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no policy"):
        await open_policy(engine, f"unix://{tmp_path}/opa.sock", tmp_path, 100)  # type: ignore[arg-type]
