"""Queries and answers for tests of policy."""

import random
from dataclasses import replace

from extproc.detect.entities import EntityType
from extproc.detect.labels import Label
from extproc.payload.part import Inspectability
from extproc.policy.answer import AnswerQuery
from extproc.policy.query import (
    Attachment,
    BreakGlass,
    Coverage,
    Emergency,
    EntityCount,
    Identity,
    Local,
    Phi,
    Purpose,
    PurposeCode,
    Query,
    Route,
    Scan,
    SubjectType,
    Tools,
)

ON_SALE = ("demo-cloud", "demo-nobaa", "demo-onprem", "stranger")
GROUPS = ("cardiology-clinicians", "research-analysts", "ops-services", "visitors")

TOOLS = ("book", "find", "pay")
LABELS = [label.value for label in Label]
NOW_US = 1_780_000_000_000_000

HOSTILE = ('x","verdict":"allow', "\u00e9\u2028\U0001f600\x00", "\\", '"', "]}", "${x}", "\x7f")

MEMBERS = (
    ("cardiology-clinicians", SubjectType.USER),
    ("research-analysts", SubjectType.USER),
    ("ops-services", SubjectType.SERVICE),
    ("ops-services", SubjectType.AGENT),
)

QUERY = Query(
    request_id="req-1",
    decision_id="dec-1",
    time_us=NOW_US,
    identity=Identity(
        subject="dr.lee",
        issuer="https://id.example.org",
        type=SubjectType.USER,
        groups=("cardiology-clinicians",),
        auth_time_us=1_779_999_000_000_000,
        amr=("pwd", "otp"),
    ),
    route=Route(
        dialect="openai", operation="chat", model="demo-chat", stream=True, providers=("demo-cloud", "demo-onprem")
    ),
    phi=Phi(
        scan=Scan.COMPLETE,
        detectors=("rules",),
        entities={EntityType.NAME: EntityCount(2, 950, ("user",)), EntityType.MRN: EntityCount(1, 800, ("user",))},
        subjects=1,
        uninspected_parts=0,
    ),
    coverage=Coverage(inspected={"/messages/*/content": (3, 420)}),
    size_bytes=512,
    digest="6f" * 32,
    roles={"system": 1, "user": 2},
    max_tokens=256,
    local=Local(hour=20, weekday=3, tz="UTC"),
)


def asking(
    *,
    groups: tuple[str, ...] | None = ("cardiology-clinicians",),
    kind: SubjectType = SubjectType.USER,
    operation: str = "chat",
    model: str = "demo-chat",
    providers: tuple[str, ...] = ("demo-cloud", "demo-onprem"),
) -> Query:
    return replace(
        QUERY,
        identity=replace(QUERY.identity, groups=groups, type=kind),
        route=replace(QUERY.route, operation=operation, model=model, providers=providers),
    )


def of_answer(
    *, tools: tuple[str, ...] = (), entities: tuple[EntityType, ...] = (), query: Query = QUERY
) -> AnswerQuery:
    """The question about an answer to ``query``, which was allowed."""
    found = {one: EntityCount(1, 900, ("assistant",)) for one in entities}
    return AnswerQuery(
        request=query,
        provider="demo-cloud",
        decision_id=f"{query.decision_id}.1",
        time_us=query.time_us,
        local=query.local,
        phi=replace(query.phi, entities=found, subjects=0),
        status=200,
        finish_reason="tool_calls" if tools else "stop",
        tool_calls=Tools(len(tools), tools, 0),
        headers_sent=False,
    )


def speaking_of(subjects: int, query: Query = QUERY) -> Query:
    return replace(query, phi=replace(query.phi, subjects=subjects))


def with_images(count: int, query: Query = QUERY) -> Query:
    return replace(
        query,
        phi=replace(query.phi, scan=Scan.PARTIAL, uninspected_parts=count, uninspected={Inspectability.MEDIA: count}),
        attachments=(Attachment("image/png", 4_096, inspected=False),) * count,
    )


def any_query(source: random.Random) -> Query:
    """Every word of the closed lists comes up, and combinations that a gate would not send; about half are usual."""
    usual = source.random() < 0.6
    entities = source.sample(list(EntityType), source.randrange(5))
    whys = [] if usual else source.sample(list(Inspectability), source.randrange(3))
    group, kind = source.choice(MEMBERS)
    stated = Purpose(source.choice(list(PurposeCode)), source.choice(("claim", "header", "default")))
    unusual_groups = source.choice((None, (), tuple(source.sample(GROUPS, source.randrange(1, 4)))))
    return replace(
        QUERY,
        decision_id=f"dec-{source.getrandbits(64):x}",
        time_us=source.choice((NOW_US, 4_102_444_799_999_999, 4_102_444_800_000_000)),
        identity=replace(
            QUERY.identity,
            type=kind if usual else source.choice(list(SubjectType)),
            groups=(group, *source.sample(GROUPS, source.randrange(3))) if usual else unusual_groups,
            purpose=Purpose(PurposeCode.UNSPECIFIED, "default") if usual else stated,
            tenant=source.choice(("", "", "east", "west")),
            auth_time_us=source.choice((None, NOW_US - 60_000_000, NOW_US - 86_400_000_000)),
            break_glass=source.choice((BreakGlass(), any_emergency(source))),
        ),
        route=replace(
            QUERY.route,
            operation=source.choice(("chat", "embeddings", "generic")),
            model="demo-chat" if usual else source.choice(("", "demo-chat", *HOSTILE)),
            providers=tuple(source.sample(ON_SALE, source.randrange(1 if usual else 0, 5))),
        ),
        phi=Phi(
            scan=Scan.COMPLETE if usual else source.choice(list(Scan)),
            detectors=("rules",),
            entities={one: EntityCount(source.randrange(1, 9), 900, ("user",)) for one in entities},
            subjects=source.choice((0, 1, 5, 6, 40)),
            uninspected_parts=source.choice((0, len(whys))),
            uninspected=dict.fromkeys(whys, 1),
        ),
        size_bytes=source.choice((512, 512, 40_000_000)),
        max_tokens=source.choice((None, 256, 2_000_000)),
        tools=any_tools(source),
        tool_calls=any_tools(source),
        labels=() if usual else tuple(sorted(source.sample(LABELS, source.randrange(3)))),
        local=Local(source.randrange(24), source.randrange(7), "UTC"),
    )


def any_emergency(source: random.Random) -> BreakGlass:
    expires_us = source.choice((None, NOW_US - 1, NOW_US + 60_000_000, NOW_US + 86_400_000_000))
    return BreakGlass(source.choice(list(Emergency)), expires_us)


def any_tools(source: random.Random) -> Tools:
    names = tuple(sorted(source.sample(TOOLS, source.choice((0, 0, 1, 2)))))
    unknown = source.choice((0, 0, 1))
    return Tools(len(names) + unknown, names, unknown)
