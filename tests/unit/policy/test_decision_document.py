"""What is a decision, what is not, and what this build cannot do."""

import pytest

from extproc.detect.entities import EntityType
from extproc.errors import PolicyMalformed
from extproc.mask.plan import Operator, Scheme
from extproc.policy.decision import ReviewAfter, Transcript, Verdict
from extproc.policy.decision_document import parse_decision, unmet
from tests.support.answers import Answer, allowed, asked, denied, spoiled, without

MEMBERS = [
    *allowed(),
    *(f"{name}.{member}" for name in ("masking", "obligations") for member in allowed()[name]),  # type: ignore[attr-defined]
    "obligations.stream.hold_back_chars",
]

REASON = {"id": "a", "effect": "warn", "text": "t", "cite": "c"}

SPOILT: list[tuple[str, object]] = [
    ("schema", "wardgate.decision/v2"),
    ("decision_id", "dec-2"),
    ("decision_id", 1),
    ("verdict", "ALLOW"),
    ("verdict", "permit"),
    ("verdict", True),
    ("verdict", ["allow"]),
    ("verdict", None),
    ("reasons", {}),
    ("reasons", [REASON] * 65),
    ("reasons", [{**REASON, "more": 1}]),
    ("reasons", [{**REASON, "id": "A"}]),
    ("reasons", [{**REASON, "id": "a\n"}]),
    ("reasons", [{**REASON, "effect": "maybe"}]),
    ("reasons", [{**REASON, "text": "x" * 513}]),
    ("reasons", [{**REASON, "text": "a\x1b[2J"}]),
    ("reasons", [{**REASON, "cite": "\ud800"}]),
    ("reasons", [{**REASON, "effect": "deny"}]),
    ("reasons", [{**REASON, "effect": "require_approval"}]),
    ("provider", ""),
    ("provider", None),
    ("provider", "Demo Cloud"),
    ("provider", "demo-cloud\n"),
    ("masking", None),
    ("masking.more", 1),
    ("masking.default", "surogate"),
    ("masking.default", {}),
    ("masking.request", [["SSN", "redact"]]),
    ("masking.request", {"NAMES": "redact"}),
    ("masking.request", {"NAME": "REDACT"}),
    ("masking.request", {"NAME": ["redact"]}),
    ("masking.response", {"NAME": None}),
    ("masking.restore", "NAME"),
    ("masking.restore", ["NAME", "all"]),
    ("masking.restore_tools", [""]),
    ("masking.restore_tools", ["x" * 129]),
    ("masking.scheme", "numbers"),
    ("masking.scheme", "tag"),  # and yet restores
    ("masking.index", "notes"),  # and yet numbered
    ("approval", {"groups": ["privacy-office"], "min_approvals": 1, "ttl_s": 3600, "self_approval": False}),
    ("obligations.record", "everything"),
    ("obligations.retention_days", 0),
    ("obligations.retention_days", 36_501),
    ("obligations.retention_days", 2192.0),
    ("obligations.retention_days", True),
    ("obligations.retention_days", "2192"),
    ("obligations.notify", [7]),
    ("obligations.stream.more", 1),
    ("obligations.stream.hold_back_chars", 0),
    ("obligations.stream.hold_back_chars", 4_097),
    ("obligations.limits", {"tokens": 1.5}),
    ("obligations.limits", {"Tokens": 1}),
    ("obligations.Water mark", True),
    ("obligations.review_after", False),
    ("obligations.review_after", {}),
    ("obligations.review_after", {"groups": ["privacy-office"]}),
    ("obligations.review_after", {"groups": [], "within_s": 60}),
    ("obligations.review_after", {"groups": ["privacy-office"], "within_s": 0}),
    ("obligations.review_after", {"groups": ["privacy-office"], "within_s": 31_536_001}),
    ("obligations.review_after", {"groups": ["privacy-office"], "within_s": 60, "more": 1}),
    ("headers", {"authorization": "Bearer x"}),
    ("headers", {"x-envoy-retry-on": "5xx"}),
    ("headers", {"x-forwarded-for": "192.0.2.1"}),
    ("headers", {"x-wardgate-exchange": "1"}),
    ("headers", {"x-Purpose": "1"}),
    ("headers", {"x-purpose": "a\r\nx-evil: 1"}),
    ("headers", {"x-purpose": 1}),
    ("headers", {f"x-{n}": "" for n in range(17)}),
]


def test_an_allow_is_read_whole() -> None:
    decision = parse_decision(allowed(), "dec-1")
    assert decision.verdict is Verdict.ALLOW
    assert decision.provider == "demo-onprem"
    assert decision.masking.request.operator(EntityType.SSN) is Operator.REDACT
    assert decision.masking.request.operator(EntityType.NAME) is Operator.SURROGATE
    assert decision.masking.response.operator(EntityType.NAME) is Operator.KEEP
    assert decision.masking.restore == {EntityType.NAME, EntityType.DATE}
    assert decision.masking.restore_tools == {"find_patient"}
    assert decision.obligations.record is Transcript.METADATA
    assert decision.obligations.hold_back_chars == 64
    assert [reason.id for reason in decision.reasons] == ["for_treatment"]
    assert unmet(decision) == ()


def test_a_denial_needs_no_provider() -> None:
    assert parse_decision(denied(), "dec-1").verdict is Verdict.DENY


def test_an_approval_says_what_it_takes() -> None:
    decision = parse_decision(asked(), "dec-1")
    assert decision.verdict is Verdict.REQUIRE_APPROVAL
    assert decision.approval is not None
    assert decision.approval.groups == ("privacy-office",)
    assert not decision.approval.self_approval


def test_a_warning_goes_with_any_verdict() -> None:
    assert parse_decision(spoiled(allowed(), "reasons", [REASON]), "dec-1").verdict is Verdict.ALLOW


def test_a_review_afterwards_is_read_and_can_be_met() -> None:
    owed = {"groups": ["privacy-office"], "within_s": 86_400}
    decision = parse_decision(spoiled(allowed(), "obligations.review_after", owed), "dec-1")
    assert decision.obligations.review_after == ReviewAfter(("privacy-office",), 86_400)
    assert unmet(decision) == ()


def test_a_keyed_scheme_has_its_index() -> None:
    keyed = spoiled(spoiled(allowed(), "masking.restore", []), "masking.scheme", "keyed")
    with pytest.raises(PolicyMalformed):
        parse_decision(keyed, "dec-1")
    decision = parse_decision(spoiled(keyed, "masking.index", "notes-2026"), "dec-1")
    assert (decision.masking.scheme, decision.masking.index) == (Scheme.KEYED, "notes-2026")


def test_a_header_of_the_policys_own_is_read() -> None:
    assert parse_decision(spoiled(allowed(), "headers", {"x-purpose": "TREATMENT"}), "dec-1").headers == {
        "x-purpose": "TREATMENT"
    }


@pytest.mark.parametrize("path", MEMBERS)
def test_a_member_that_is_missing_is_malformed(path: str) -> None:
    with pytest.raises(PolicyMalformed):
        parse_decision(without(allowed(), path), "dec-1")


@pytest.mark.parametrize(("path", "value"), SPOILT)
def test_a_member_that_is_not_what_it_should_be_is_malformed(path: str, value: object) -> None:
    with pytest.raises(PolicyMalformed):
        parse_decision(spoiled(allowed(), path, value), "dec-1")


@pytest.mark.parametrize("answer", [None, {}, [], "allow", True, {"result": True}, {**allowed(), "more": 1}])
def test_what_is_no_document_is_malformed(answer: object) -> None:
    with pytest.raises(PolicyMalformed):
        parse_decision(answer, "dec-1")


@pytest.mark.parametrize(
    "answer",
    [
        spoiled(denied(), "reasons", []),
        spoiled(denied(), "approval", {"groups": ["g"], "min_approvals": 1, "ttl_s": 1, "self_approval": False}),
        spoiled(asked(), "reasons", []),
        spoiled(asked(), "reasons", [*denied()["reasons"], *asked()["reasons"]]),  # type: ignore[misc]
        spoiled(asked(), "provider", ""),
        spoiled(asked(), "approval", None),
        spoiled(asked(), "approval.groups", []),
        spoiled(asked(), "approval.groups", [""]),
        spoiled(asked(), "approval.min_approvals", 0),
        spoiled(asked(), "approval.min_approvals", True),
        spoiled(asked(), "approval.ttl_s", 604_801),
        spoiled(asked(), "approval.self_approval", 0),
        spoiled(asked(), "approval.more", 1),
        without(asked(), "approval.groups"),
    ],
)
def test_a_verdict_that_its_own_members_contradict_is_malformed(answer: Answer) -> None:
    with pytest.raises(PolicyMalformed):
        parse_decision(answer, "dec-1")


def test_a_denial_that_was_turned_into_an_allow_is_malformed() -> None:
    with pytest.raises(PolicyMalformed):
        parse_decision({**denied(), "verdict": "allow", "provider": "demo-onprem"}, "dec-1")


def test_the_message_quotes_nothing_of_the_answer() -> None:
    for path, _ in SPOILT:
        with pytest.raises(PolicyMalformed) as caught:
            parse_decision(spoiled(allowed(), path.split(".")[0], {"Jane Roe": "Jane Roe"}), "dec-1")
        assert "Jane Roe" not in str(caught.value)
        assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("path", "value", "names"),
    [
        ("obligations.record", "full", ()),  # where the settings say to whom it is sealed: ``exchange/asking``
        ("obligations.record", "masked", ()),
        ("obligations.notify", ["privacy@example.org"], ("notify",)),
        ("obligations.limits", {"tokens_per_day": 100_000}, ("limits",)),
        ("obligations.watermark", {"any": "thing"}, ("watermark",)),
        ("headers", {"x-purpose": "TREATMENT"}, ()),
    ],
)
def test_an_obligation_this_build_cannot_meet_is_named(path: str, value: object, names: tuple[str, ...]) -> None:
    assert unmet(parse_decision(spoiled(allowed(), path, value), "dec-1")) == names


def test_several_unmet_obligations_are_all_named() -> None:
    answer = spoiled(spoiled(allowed(), "obligations.notify", ["privacy@example.org"]), "obligations.stamp", True)
    assert unmet(parse_decision(answer, "dec-1")) == ("notify", "stamp")
