"""``wardgate policy eval``."""

import asyncio
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from extproc.adapters.age import recipients_of
from extproc.authoring.about import About, about
from extproc.authoring.asking import Engine, asked_about, asking
from extproc.authoring.outcome import USUAL, GateSettings, outcome_of, outcome_of_answer
from extproc.authoring.question import CHAT, Caller, Request, Tried, answered, tried
from extproc.authoring.unpacked import directory_of
from extproc.cli.policy_eval_shown import document, show
from extproc.cli.policy_options import AsJson, BundleOption, Config, bundle_at, print_json, settings_at
from extproc.cli.texts import source
from extproc.config import Settings
from extproc.errors import Misconfigured
from extproc.policy.answer import PACKAGE, AnswerDecision
from extproc.policy.decision import Decision

Body = Annotated[Path | None, typer.Option("--request", help="A request's body, JSON; - is standard input.")]
Input = Annotated[Path | None, typer.Option("--input", help="A query, as records hold it and OPA is asked it.")]
Answer = Annotated[Path | None, typer.Option("--answer", help="What the provider answers: JSON, or a stream's events.")]
As = Annotated[str, typer.Option("--as", metavar="SUB,GROUP+GROUP", help="Who asks, and the groups of the token.")]
Type = Annotated[str, typer.Option("--type", help="user, service or agent.")]
Purpose = Annotated[
    str, typer.Option("--purpose", help="The purpose that the token claims: TREATMENT, PAYMENT, OPERATIONS ...")
]
Headers = Annotated[list[str] | None, typer.Option("--header", metavar="NAME: VALUE", help="May be repeated.")]
Path_ = Annotated[str, typer.Option("--path", help="Where the request goes.")]
EngineOption = Annotated[Engine, typer.Option("--engine", help="Who decides here.")]
GOOD: Final = frozenset({"forwarded", "answered"})


def evaluate(
    request: Body = None,
    query: Input = None,
    answer: Answer = None,
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
    provider would read. With --answer it is played on: what the policy is asked about the answer, and what the caller
    would read. Exit code 0 for what would go on, 1 for what would not, 2 if nobody can tell.
    """
    if (request is None) is (query is None):
        raise typer.BadParameter("give either --request or --input")
    if answer is not None and request is None:
        raise typer.BadParameter("an answer goes with its --request", param_hint="--answer")
    settings = settings_at(config)
    with directory_of(bundle_at(bundle, settings)) as place:
        if request is not None:
            caller = _caller(who, type_, purpose)
            said = b"" if answer is None else _read(answer)
            asked = Request(_read(request), path, dict(map(_header, header or ())), said)
            found = asyncio.run(_of_request(settings, place, engine, caller, asked))
        else:
            found = asyncio.run(_of_query(_query(query or Path()), place, engine, settings))
    print_json(document(found)) if as_json else show(found)
    raise typer.Exit(int(found.outcome not in GOOD))


async def _of_request(settings: Settings | None, place: Path, engine: Engine, caller: Caller, asked: Request) -> Tried:
    if settings is None:
        raise Misconfigured("--request needs settings (providers, detection): name them with --config")
    policy = settings.policy.model_copy(update={"bundle": place})
    settings = settings.model_copy(update={"policy": policy})
    async with asking(engine, place) as deciding:
        return await tried(settings, caller, asked, deciding, time.time_ns() // 1000)


async def _of_query(query: Mapping[str, Any], place: Path, engine: Engine, settings: Settings | None) -> Tried:
    if about(query) not in asked_about(place):
        raise Misconfigured(f"{place}: has no package {PACKAGE}, so it is asked about no answer")
    async with asking(engine, place) as deciding:
        asked = await answered(deciding, query)
    match asked.decision:
        case None:
            outcome = "policy_malformed"
        case Decision() as decision:
            outcome = outcome_of(decision, query, _gate(settings))
        case AnswerDecision() as decision:
            outcome = outcome_of_answer(decision.verdict)
    return Tried([asked], outcome, b"")


def _gate(settings: Settings | None) -> GateSettings:
    if settings is None:
        return USUAL
    return GateSettings(frozenset(settings.policy.without_baa), recipients_of(settings.transcripts) is not None)


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
        case {"decision_id": str(), "phase": About.ANSWER.value, "response": dict(), "request_decision": dict()}:
            return dict(document)
        case {"decision_id": str(), "route": {"providers": list()}, "phi": {"entities": dict()}, **rest} if (
            rest.get("phase") != About.ANSWER
        ):
            return dict(document)
        case _:
            raise Misconfigured(f"{file}: is no query of schemas/input.json, nor of schemas/response_input.json")
