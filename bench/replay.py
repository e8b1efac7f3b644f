"""How long ``wardgate policy replay`` takes: a trail of synthetic exchanges, made with the gate's own writer, is timed.

    python bench/replay.py DIRECTORY [--exchanges 100000] [--bundle NEW]

The trail in DIRECTORY is kept, so that another run times the replay alone. Decisions recorded are those of OPA for the
shipped policy; NEW is the shipped policy with a provider's agreement ended, unless it is given.
"""

import argparse
import asyncio
import json
import os
import random
import resource
import shutil
import sys
import time
import uuid
from dataclasses import replace
from pathlib import Path

import orjson

sys.path.insert(0, str(Path(__file__).parents[1]))

from extproc.adapters.audit_key import generate_key
from extproc.adapters.bundle import bundle_revision
from extproc.adapters.trail import SegmentTrail
from extproc.audit.record import Entry, Event
from extproc.authoring.about import About
from extproc.authoring.asking import Asked, Engine, asked_about, asking
from extproc.authoring.outcome import outcome_of
from extproc.authoring.query_shape import shapes_of
from extproc.authoring.recorded import Period, decisions
from extproc.authoring.replay import replayed
from extproc.detect.entities import EntityType
from extproc.exchange.records import actor, answer_decided, decided
from extproc.policy.answer import answer_query_document, parse_answer_decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query import Query
from extproc.policy.query_document import query_document
from tests.support.chains import StillClock
from tests.support.queries import any_query, of_answer

SHIPPED = Path(__file__).parents[1] / "opa"
BATCH = 500
ASKED_ABOUT = 4
"""Of as many exchanges that go on, one has a question about its answer."""


async def write(root: Path, exchanges: int) -> None:
    generate_key(root / "audit.key")
    revision = bundle_revision(SHIPPED)
    trail = SegmentTrail.open(root / "audit", root / "audit.key", fsync=False, revision=revision, clock=StillClock())
    source = random.Random(20_261_122)
    async with asking(Engine.OPA, SHIPPED) as engine:
        for start in range(0, exchanges, BATCH):
            queries = [_query(source) for _ in range(min(BATCH, exchanges - start))]
            answers = await engine.ask(About.REQUEST, [orjson.dumps(query_document(one)) for one in queries])
            exchanged = (_exchange(trail, engine, *pair, revision) for pair in zip(queries, answers, strict=True))
            await asyncio.gather(*exchanged)
    await trail.close()


def _query(source: random.Random) -> Query:
    return replace(any_query(source), digest=f"hmac-sha256:{source.getrandbits(256):064x}", request_id=_id(source))


def _id(source: random.Random) -> str:
    return str(uuid.UUID(int=source.getrandbits(128), version=4))


async def _exchange(trail: SegmentTrail, engine: Asked, query: Query, answer: object, revision: str) -> None:
    decision = parse_decision(answer, query.decision_id)
    outcome = outcome_of(decision, query_document(query))
    went = outcome == "forwarded"
    received = {"request_id": query.request_id, "actor": actor(query.identity), "route": {"operation": "chat"}}
    exchange, time_us = query.request_id, query.time_us
    body = decided(query, decision, revision, {}, query.digest if went else "", "" if went else outcome)
    trail.note(Entry(Event.REQUEST_RECEIVED, time_us, exchange, received))
    await trail.append(Entry(Event.REQUEST_DECIDED, time_us, exchange, body, ends=not went))
    if went and int(exchange[:2], 16) % ASKED_ABOUT == 0:
        await _about_its_answer(trail, engine, replace(query, decision_id=decision.decision_id), decision.provider)
    if went:
        await trail.append(Entry(Event.EXCHANGE_COMPLETED, time_us, exchange, {"status": 200}, ends=True))


async def _about_its_answer(trail: SegmentTrail, engine: Asked, query: Query, provider: str) -> None:
    asked = replace(of_answer(tools=("find",), entities=(EntityType.DATE,), query=query), provider=provider)
    [answer] = await engine.ask(About.ANSWER, [orjson.dumps(answer_query_document(asked))])
    body = answer_decided(asked, parse_answer_decision(answer, asked.decision_id))
    await trail.append(Entry(Event.RESPONSE_DECIDED, query.time_us, query.request_id, body))


def changed(place: Path) -> Path:
    """The shipped policy, in which the agreement with the cloud has ended."""
    shutil.copytree(SHIPPED, place)
    file = place / "wardgate" / "providers" / "data.json"
    data = json.loads(file.read_text())
    data["known"]["demo-cloud"]["baa"]["expires_us"] = 1
    file.write_text(json.dumps(data))
    return place


async def measure(root: Path, bundle: Path) -> None:
    began, ours, opas = time.monotonic(), time.process_time(), _children_s()
    async with asking(Engine.OPA, bundle) as engine:
        replay = await replayed(engine, asked_about(bundle), decisions(root / "audit", Period()), shapes_of(bundle))
    took = time.monotonic() - began
    for name, one in {"requests": replay.requests, "answers": replay.answers}.items():
        print(f"{name}: asked {one.asked}, changed {len(one.changed)}, not asked {one.not_asked.total()},", end=" ")
        print(f"not arising {one.not_arising}; {dict(one.by_change().most_common(8))}")
    print(f"{took:.1f} s, {replay.asked / took:.0f} decisions/s on {os.cpu_count()} cores; CPU:", end=" ")
    print(f"ours {time.process_time() - ours:.1f} s, OPA {_children_s() - opas:.1f} s")


def _children_s() -> float:
    """CPU seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--exchanges", type=int, default=100_000)
    parser.add_argument("--bundle", type=Path)
    given = parser.parse_args()
    given.directory.mkdir(parents=True, exist_ok=True)
    if not (given.directory / "audit").is_dir():
        asyncio.run(write(given.directory, given.exchanges))
    new = given.directory / "new"
    asyncio.run(measure(given.directory, given.bundle or (new if new.is_dir() else changed(new))))


if __name__ == "__main__":
    main()
