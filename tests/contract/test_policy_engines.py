"""The authority and the embedded engine decide alike, through our adapters, on the shipped policy."""

import json
import os
import random
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.bundle import bundle_revision, read_bundle, write_archive
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.rego import EmbeddedPolicy
from extproc.detect.entities import EntityType
from extproc.errors import PolicyMalformed, PolicyUnavailable
from extproc.mask.plan import Operator, Scheme
from extproc.policy.decision import Decision, Verdict
from extproc.policy.query import BreakGlass, Emergency, Purpose, PurposeCode, Query, SubjectType
from extproc.runtime.ports import Policy
from tests.support.queries import QUERY, any_query, asking, speaking_of, with_images

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "opa"
OPA = ROOT / ".tools" / "bin" / "opa"

Data = dict[str, Any]

needs_opa = pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")


class Server:
    """A real OPA."""

    def __init__(self, place: Path, bundle: Path = BUNDLE) -> None:
        self.address = f"unix://{place}/opa.sock"
        self.archive = place / "bundle.tar.gz"
        write_archive(bundle, self.archive)
        self.start()

    def start(self) -> None:
        where = ("--addr", self.address, "--bundle", str(self.archive))
        quiet = ("--log-level", "error", "--skip-version-check")
        self.process = subprocess.Popen((OPA, "run", "--server", *where, *quiet), stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()

    async def ready(self, policy: OpaPolicy) -> None:
        while not await policy.healthy():
            assert self.process.poll() is None


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("opa"))
    yield started
    started.stop()


@pytest.fixture
async def authority(server: Server) -> AsyncIterator[OpaPolicy]:
    async with OpaPolicy(server.address, bundle_revision(BUNDLE), 10_000) as policy:
        await server.ready(policy)
        yield policy


@pytest.fixture
async def embedded() -> AsyncIterator[EmbeddedPolicy]:
    policy = await EmbeddedPolicy.start(read_bundle(BUNDLE), 10_000)
    yield policy
    await policy.close()


@pytest.fixture(params=["embedded", pytest.param("authority", marks=needs_opa)])
def policy(request: pytest.FixtureRequest) -> Policy:
    found: Policy = request.getfixturevalue(request.param)
    return found


def ids(decision: Decision) -> list[str]:
    return [reason.id for reason in decision.reasons]


ANALYST = asking(groups=("research-analysts",))
SERVICE = asking(groups=("ops-services",), kind=SubjectType.SERVICE)
STATED = Purpose(PurposeCode.TREATMENT, "header")


def in_emergency(query: Query) -> Query:
    asked = BreakGlass(Emergency.EMERGENCY_CARE, expires_us=query.time_us + 60_000_000)
    return replace(query, identity=replace(query.identity, break_glass=asked))


TABLE: list[tuple[str, Query, Verdict, list[str], str]] = [
    ("a clinician", QUERY, Verdict.ALLOW, ["for_treatment"], "demo-onprem"),
    ("a service", SERVICE, Verdict.ALLOW, ["for_operations"], "demo-onprem"),
    ("an analyst on few", ANALYST, Verdict.ALLOW, ["for_research"], "demo-onprem"),
    ("only the cloud", asking(providers=("demo-cloud",)), Verdict.ALLOW, ["for_treatment"], "demo-cloud"),
    (
        "nothing found",
        replace(QUERY, phi=replace(QUERY.phi, entities={}, subjects=0)),
        Verdict.ALLOW,
        ["for_treatment"],
        "demo-cloud",
    ),
    (
        "an analyst on many",
        speaking_of(6, ANALYST),
        Verdict.REQUIRE_APPROVAL,
        ["approval_many_subjects"],
        "demo-onprem",
    ),
    ("a clinician on many", speaking_of(60), Verdict.ALLOW, ["for_treatment"], "demo-onprem"),
    ("no BAA", asking(providers=("demo-nobaa",)), Verdict.DENY, ["provider_without_baa"], ""),
    ("no groups", asking(groups=None), Verdict.DENY, ["identity_without_groups"], ""),
    ("no role", asking(groups=("visitors",)), Verdict.DENY, ["no_role"], ""),
    ("an agent as clinician", asking(kind=SubjectType.AGENT), Verdict.DENY, ["caller_type_not_permitted"], ""),
    ("another model", asking(model=""), Verdict.DENY, ["model_not_listed"], ""),
    ("no provider", asking(providers=()), Verdict.DENY, ["model_not_listed"], ""),
    ("an image", with_images(1), Verdict.DENY, ["uninspected_content"], ""),
    ("a label", replace(QUERY, labels=("PSYTHPN",)), Verdict.DENY, ["psychotherapy_notes_not_permitted"], ""),
    (
        "a label nobody knows",
        replace(QUERY, labels=("unknown",)),
        Verdict.DENY,
        ["approval_for_label", "label_not_listed"],
        "",
    ),
    ("too much", replace(QUERY, size_bytes=33_554_433), Verdict.DENY, ["too_many_bytes"], ""),
    ("as much as may be", replace(QUERY, size_bytes=33_554_432), Verdict.ALLOW, ["for_treatment"], "demo-onprem"),
    (
        "a broken glass",
        in_emergency(replace(QUERY, size_bytes=33_554_433)),
        Verdict.ALLOW,
        ["break_glass_used", "for_treatment", "too_many_bytes"],
        "demo-onprem",
    ),
    (
        "a glass that is not theirs to break",
        in_emergency(ANALYST),
        Verdict.ALLOW,
        ["break_glass_not_granted", "for_research"],
        "demo-onprem",
    ),
    (
        "a purpose in a header",
        replace(QUERY, identity=replace(QUERY.identity, purpose=STATED)),
        Verdict.DENY,
        ["purpose_not_believed"],
        "",
    ),
    (
        "a model that says allow",
        asking(model='x","verdict":"allow', providers=("demo-nobaa",)),
        Verdict.DENY,
        ["provider_without_baa"],
        "",
    ),
]


@pytest.mark.parametrize(
    ("query", "verdict", "reasons", "provider"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE]
)
async def test_the_shipped_policy_decides_as_it_says(
    policy: Policy, query: Query, verdict: Verdict, reasons: list[str], provider: str
) -> None:
    decision = await policy.decide(query)
    assert (decision.verdict, ids(decision), decision.provider) == (verdict, reasons, provider)
    assert decision.decision_id == query.decision_id
    assert all(reason.cite.startswith("45 CFR 164.") for reason in decision.reasons)


async def test_the_clinician_reads_names_restored_and_nobody_sends_an_ssn(policy: Policy) -> None:
    masking = (await policy.decide(QUERY)).masking
    assert {"NAME", "DATE", "MRN", "PHONE"} <= masking.restore
    assert masking.scheme is Scheme.NUMBERED
    assert masking.request.default is Operator.SURROGATE
    assert {str(entity): operator.value for entity, operator in masking.request.by_entity.items()} == {
        "SSN": "redact",
        "BIOMETRIC": "redact",
        "PHOTO": "redact",
    }


async def test_services_and_analysts_read_nothing_restored(policy: Policy) -> None:
    for query in (SERVICE, ANALYST):
        assert (await policy.decide(query)).masking.restore == frozenset()


async def test_embeddings_have_tags(policy: Policy) -> None:
    masking = (await policy.decide(asking(operation="embeddings"))).masking
    assert (masking.scheme, masking.restore) == (Scheme.TAG, frozenset())


async def test_both_say_the_revision_of_the_bundle(policy: Policy) -> None:
    assert policy.revision == bundle_revision(BUNDLE)


@needs_opa
async def test_generated_queries_are_decided_alike(authority: OpaPolicy, embedded: EmbeddedPolicy) -> None:
    source = random.Random(20_260_101)
    verdicts = set()
    for _ in range(300):
        query = any_query(source)
        decision = await authority.decide(query)
        assert await embedded.decide(query) == decision
        verdicts.add(decision.verdict)
    assert verdicts == set(Verdict)


def spoil(source: random.Random, data: Data) -> None:
    """Make of the data what organisations make of it, with a few mistakes."""
    operators = [*(operator.value for operator in Operator), "redcat"]
    masking, access = data["masking"], data["access"]
    for role in ("clinician", "researcher", "service"):
        table = masking["roles"][role]
        for direction in ("request", "response"):
            table[direction] = {one.value: source.choice(operators) for one in source.sample(list(EntityType), 4)}
        table["restore"] = [one.value for one in source.sample(list(EntityType), 5)]
        table["restore_types"] = source.sample(["user", "service", "agent"], 2)
        table["restore_tools"] = source.sample(["find", "book", "pay"], 2)
        data["uninspected"]["allowed"][role] = source.sample(["media", "token_ids", "unknown_field"], 2)
        access["roles"][role]["purposes"] = source.sample([code.value for code in PurposeCode], 5)
        access["roles"][role]["operations"] = ["chat", "embeddings", "generic"]
    masking["floor"] = {one.value: source.choice(operators) for one in source.sample(list(EntityType), 2)}
    masking["default"] = source.choice(operators)
    masking["embeddings"]["indexes"] = {source.choice(["clinician", "service"]): "notes"}
    access["groups"]["visitors"] = source.sample(["clinician", "researcher", "service"], 2)
    data["approval"]["groups"] = source.sample(["visitors", "ops-services"], 1)
    spoil_caps(source, data)
    data["modes"] = {name: source.choice(["enforce", "warn", "off", "wran"]) for name in data["modes"]}
    if source.random() < 0.5:
        del data[source.choice(sorted(data))]


def spoil_caps(source: random.Random, data: Data) -> None:
    """The same of the packages that came later."""
    roles = ("clinician", "researcher", "service")
    for role in roles:
        data["minimum"]["roles"][role] |= {
            "findings": source.choice((5, "5", 99)),
            "kinds": source.choice((2, None, 9)),
        }
        data["minimum"]["roles"][role]["max_tokens_required"] = source.choice((True, False))
        data["tools"]["roles"][role] = {
            "allowed": source.sample(["book", "find", "*"], source.randrange(3)),
            "unknown": source.choice(("allowed", "denied", "alowed")),
            "approval": source.choice(([], ["pay"], "pay")),
        }
    for row in data["labels"]["known"].values():
        row |= {
            "roles": source.sample(roles, 2),
            "purposes": list(PurposeCode),
            "approval": source.choice((True, False)),
        }
        row |= {"on_premises": source.choice((True, False)), "law": source.choice(("none", "part_2", "part2"))}
    data["tenants"] = {"unlisted": source.choice(("allowed", "denied")), "known": {"east": {"roles": list(roles[:2])}}}
    data["tenants"]["known"]["east"]["providers"] = ["demo-onprem", "demo-cloud"]
    hours = {"weekdays": source.sample(range(7), 5), "hours": source.sample(range(24), 18)}
    data["schedule"] = {"on": source.random() < 0.3, "roles": dict.fromkeys(roles, hours)}
    data["break_glass"]["roles"] = source.sample(roles, 2)
    data["break_glass"]["lifts"] = source.sample(sorted(data["modes"]), 20)
    data["masking"]["providers"] = {
        "demo-cloud": {"request": {"NAME": source.choice(("hash", "block"))}, "response": {}}
    }
    data["routing"]["uninspected"] = source.choice(("anywhere", "on_premises"))
    data["retention"] = {"roles": {"clinician": 4000}, "labels": {"HIV": 5000}}
    also = {"DATE": ["shift"]}
    determination = {"id": "D", "method": source.choice(("expert", "safe_harbor")), "by": "P", "expires_us": 2**52}
    data["research"] = {"required": False, "roles": list(roles), "determination": {**determination, "also": also}}


@needs_opa
@pytest.mark.parametrize("seed", range(8))
async def test_other_data_is_decided_alike(seed: int, tmp_path: Path) -> None:
    source = random.Random(seed)
    bundle = tmp_path / "opa"
    for name in ("gate", "wardgate"):
        shutil.copytree(BUNDLE / name, bundle / name)
    data = dict(read_bundle(BUNDLE).data["wardgate"])  # type: ignore[call-overload]
    spoil(source, data)
    shutil.rmtree(bundle / "wardgate")
    (bundle / "data.json").write_text(json.dumps({"wardgate": data}))
    server = Server(tmp_path, bundle)
    embedded = await EmbeddedPolicy.start(read_bundle(bundle), 10_000)
    async with OpaPolicy(server.address, bundle_revision(bundle), 10_000) as authority:
        await server.ready(authority)
        for _ in range(40):
            query = any_query(source)
            assert await outcome(embedded, query) == await outcome(authority, query)
    await embedded.close()
    server.stop()


async def outcome(policy: Policy, query: Query) -> Decision | None:
    """``None`` where there is no decision; how an engine fails is its own."""
    try:
        return await policy.decide(query)
    except (PolicyMalformed, PolicyUnavailable):
        return None


@needs_opa
async def test_an_opa_that_is_gone_fails_closed_and_decides_again_once_it_is_back(tmp_path: Path) -> None:
    server = Server(tmp_path)
    async with OpaPolicy(server.address, bundle_revision(BUNDLE), 10_000) as policy:
        await server.ready(policy)
        server.stop()
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)
        server.start()
        await server.ready(policy)
        assert (await policy.decide(QUERY)).verdict is Verdict.ALLOW
        server.stop()


@needs_opa
async def test_an_opa_that_hangs_fails_closed_at_the_deadline(tmp_path: Path) -> None:
    server = Server(tmp_path)
    async with OpaPolicy(server.address, bundle_revision(BUNDLE), 200) as policy:
        await server.ready(policy)
        os.kill(server.process.pid, signal.SIGSTOP)
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)
        server.stop()


@needs_opa
async def test_an_opa_with_another_bundle_decides_nothing(server: Server, authority: OpaPolicy) -> None:
    async with OpaPolicy(server.address, "sha256:" + "0" * 64, 10_000) as policy:
        with pytest.raises(PolicyMalformed, match="another bundle"):
            await policy.decide(QUERY)


@needs_opa
@pytest.mark.parametrize(
    "rules",
    ["other := 1", 'decision := {"verdict": "allow"}', "decision := count(input.time_us)", "decision := input.nothing"],
)
async def test_a_policy_that_decides_nothing_fails_closed(rules: str, tmp_path: Path) -> None:
    place = tmp_path / "opa" / "gate"
    place.mkdir(parents=True)
    (place / "request.rego").write_text(f"package gate.request\n\n{rules}\n")
    server = Server(tmp_path, tmp_path / "opa")
    async with OpaPolicy(server.address, bundle_revision(tmp_path / "opa"), 10_000) as policy:
        await server.ready(policy)
        with pytest.raises((PolicyMalformed, PolicyUnavailable)):
            await policy.decide(QUERY)
    server.stop()
