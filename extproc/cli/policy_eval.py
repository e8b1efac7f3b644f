"""``wardgate policy eval``."""

import asyncio
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from extproc.authoring.asking import Engine, asking
from extproc.authoring.outcome import outcome_of
from extproc.authoring.question import CHAT, Caller, Request, Tried, answered, tried
from extproc.authoring.unpacked import directory_of
from extproc.cli.policy_options import (
    AsJson,
    BundleOption,
    Config,
    bundle_at,
    flat,
    heading,
    print_json,
    print_table,
    say,
    settings_at,
)
from extproc.cli.texts import source
from extproc.config import Settings
from extproc.detect.entities import EntityType
from extproc.errors import Misconfigured
from extproc.exchange.records import decision_body
from extproc.policy.decision import Decision

Body = Annotated[Path | None, typer.Option("--request", help="A request's body, JSON; - is standard input.")]
Input = Annotated[Path | None, typer.Option("--input", help="A query, as records hold it and OPA is asked it.")]
As = Annotated[str, typer.Option("--as", metavar="SUB,GROUP+GROUP", help="Who asks, and the groups of the token.")]
Type = Annotated[str, typer.Option("--type", help="user, service or agent.")]
Purpose = Annotated[str, typer.Option("--purpose", help="The purpose that the token claims.")]
Headers = Annotated[list[str] | None, typer.Option("--header", metavar="NAME: VALUE", help="May be repeated.")]
Path_ = Annotated[str, typer.Option("--path", help="Where the request goes.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Who decides here.")]


def evaluate(
    request: Body = None,
    query: Input = None,
    who: As = "",
    type_: Type = "user",
    purpose: Purpose = "",
    header: Headers = None,
    path: Path_ = CHAT,
    config: Config = None,
    bundle: BundleOption = None,
    engine: EngineOption = Engine.OPA,
    as_json: AsJson = False,
) -> None:
    """Show what would be decided: for a request body as the sidecar would ask it, or for a query as it stands.

    Nothing is sent and nothing is recorded. The query holds no text of the request; the masked body is what the
    provider would read. Exit code 0 for a request that would go on, 1 for one that would not, 2 if nobody can tell.
    """
    if (request is None) is (query is None):
        raise typer.BadParameter("give either --request or --input")
    settings = settings_at(config)
    with directory_of(bundle_at(bundle, settings)) as place:
        if request is not None:
            caller = _caller(who, type_, purpose)
            asked = Request(_read(request), path, dict(map(_header, header or ())))
            found = asyncio.run(_of_request(settings, place, engine, caller, asked))
        else:
            found = asyncio.run(_of_query(_query(query or Path()), place, engine))
    print_json(_document(found)) if as_json else _print(found)
    raise typer.Exit(int(found.outcome != "forwarded"))


async def _of_request(settings: Settings | None, place: Path, engine: Engine, caller: Caller, asked: Request) -> Tried:
    if settings is None:
        raise Misconfigured("--request needs settings (providers, detection): name them with --config")
    policy = settings.policy.model_copy(update={"bundle": place})
    settings = settings.model_copy(update={"policy": policy})
    async with asking(engine, place) as deciding:
        return await tried(settings, caller, asked, deciding, time.time_ns() // 1000)


async def _of_query(query: Mapping[str, Any], place: Path, engine: Engine) -> Tried:
    async with asking(engine, place) as deciding:
        decision = await answered(deciding, query, query["decision_id"])
    return Tried(query, decision, "policy_malformed" if decision is None else outcome_of(decision, query), b"")


def _caller(who: str, type_: str, purpose: str) -> Caller:
    subject, _, groups = who.partition(",")
    if not subject:
        raise typer.BadParameter("write it as SUB or SUB,GROUP+GROUP", param_hint="--as")
    return Caller(subject, tuple(one for one in groups.split("+") if one), type_, purpose)


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not name or not colon:
        raise typer.BadParameter("write it as NAME: VALUE", param_hint="--header")
    return name.strip().lower(), value.strip()


def _read(file: Path) -> bytes:
    with source(file) as stream:
        return stream.read()


def _query(file: Path) -> Mapping[str, Any]:
    """A query, or an input file of OPA's. Raises ``Misconfigured``."""
    try:
        document = json.loads(_read(file))
    except ValueError:
        raise Misconfigured(f"{file}: is not JSON") from None
    match document:
        case {"decision_id": str(), "route": {"providers": list()}, "phi": {"entities": dict()}}:
            return dict(document)
        case _:
            raise Misconfigured(f"{file}: is no query of schemas/input.json")


def _document(found: Tried) -> dict[str, object]:
    return {
        "outcome": found.outcome,
        "query": found.query,
        "decision": None if found.decision is None else decision_body(found.decision),
        "body": found.body.decode(errors="replace"),
    }


def _print(found: Tried) -> None:
    verdict = found.decision.verdict.value if found.decision else "none"
    say(f"outcome   {found.outcome}", "green" if found.outcome == "forwarded" else "red")
    say(f"verdict   {verdict}")
    if found.decision is not None:
        say(f"provider  {found.decision.provider or '(none)'}")
        heading("reasons")
        rows = [(one.effect.value, one.id, one.text, one.cite) for one in found.decision.reasons]
        print_table(("effect", "id", "text", "citation"), rows)
        if found.decision.provider:
            heading("masking")
            print_table(
                ("entity", "found", "request", "response", "restored"), _plan(found.decision, found.query or {})
            )
    if found.query is not None:
        heading("query")
        print_table(("member", "value"), [(name, flat(value)) for name, value in found.query.items()])
    if found.body:
        heading("the provider would read" if found.outcome == "forwarded" else "the caller would read")
        say(found.body.decode(errors="replace"))


def _plan(decision: Decision, query: Mapping[str, Any]) -> list[tuple[object, ...]]:
    """A row for each entity that was found or that the plan names."""
    masking = decision.masking
    counts = {name: one["count"] for name, one in query.get("phi", {}).get("entities", {}).items()}
    named = {entity.value for plan in (masking.request, masking.response) for entity in plan.by_entity}
    rows: list[tuple[object, ...]] = [
        (
            entity.value,
            counts.get(entity.value, 0),
            masking.request.operator(entity).value,
            masking.response.operator(entity).value,
            "yes" if entity in masking.restore else "",
        )
        for entity in EntityType
        if entity.value in named | counts.keys()
    ]
    return [*rows, ("(others)", 0, masking.request.default.value, masking.response.default.value, "")]
