"""``wardgate policy explain``."""

from pathlib import Path
from typing import Annotated, Any, assert_never

import typer

from extproc.authoring.about import About
from extproc.authoring.explanation import Asked, asked_again, bundle_of, found_in
from extproc.authoring.recorded import Recorded
from extproc.cli.moments import shown
from extproc.cli.policy_options import (
    AsJson,
    BundleOption,
    Config,
    flat,
    heading,
    print_json,
    print_table,
    say,
    settings_at,
)
from extproc.errors import Misconfigured

Name = Annotated[str, typer.Argument(metavar="DECISION_ID|EXCHANGE_ID|REQUEST_ID")]
Directory = Annotated[Path | None, typer.Option("--dir", help="The audit directory; default: the settings', or audit.")]
FACTS = ("identity", "purpose", "route", "local", "break_glass", "response")
LONGEST = 200


def explain(
    name: Name, directory: Directory = None, config: Config = None, bundle: BundleOption = None, as_json: AsJson = False
) -> None:
    """Show what was asked and why it was decided so, from the audit trail: of the request, and of its answer.

    Where the policy that decided is at hand (kept beside the trail, or the present one has the same digest), it is
    asked again, and the rules that held are shown. Nothing is verified: that is `wardgate audit verify`.
    """
    settings = settings_at(config)
    trail = directory or (settings.audit.directory if settings else Path("audit"))
    if not trail.is_dir():
        raise Misconfigured(f"{trail}: not a directory; --dir names the one that the settings call [audit] directory")
    present = bundle or (settings.policy.bundle if settings else None)
    told = [(one, _again(trail, one, present)) for one in found_in(trail, name)]
    if as_json:
        print_json({"exchange": told[0][0].exchange, "decisions": [_document(*one) for one in told]})
        return
    for index, one in enumerate(told):
        if index:
            say("")
        _print(*one)


def _again(trail: Path, one: Recorded, present: Path | None) -> Asked | None:
    source = bundle_of(trail, one.revision, present)
    return None if source is None else asked_again(one, source)


def _print(one: Recorded, again: Asked | None) -> None:
    say(f"decided   {shown(one.time_us)}, on the {one.about.noun}", "bold")
    say(f"exchange  {one.exchange}")
    say(f"decision  {one.query['decision_id']}")
    say(f"verdict   {one.decision['verdict']}", "green" if one.outcome == "forwarded" else "red")
    say(f"outcome   {one.outcome}")
    say(f"provider  {one.provider or '(none)'}")
    say(f"policy    {one.revision}")
    heading("reasons")
    rows = [[reason[part] for part in ("effect", "id", "text", "cite")] for reason in one.decision["reasons"]]
    print_table(("effect", "id", "text", "citation"), rows)
    heading("asked")
    print_table(("member", "value"), [*_asked(one.query)])
    heading("found")
    match one.about:
        case About.REQUEST:
            print_table(("entity", "found", "in", "request", "response", "restored"), _entities(one))
        case About.ANSWER:
            print_table(("entity", "found", "in"), _found(one))
        case _:
            assert_never(one.about)
    _print_again(again)


def _asked(query: Any) -> list[tuple[str, str]]:
    """What matters most of a query: who, for what, where to, and how it was scanned."""
    rows = [
        (f"{fact}.{name}", flat(value))
        for fact in FACTS
        if isinstance(query.get(fact), dict)
        for name, value in query[fact].items()
        if value not in ("", None, [], False)
    ]
    labels = [("labels", flat(query["labels"]))] if query.get("labels") else []
    phi = [(f"phi.{name}", flat(query["phi"][name])) for name in ("scan", "total", "subjects", "uninspected")]
    request = query.get("request")
    size = [("request.bytes", flat(request["bytes"]))] if isinstance(request, dict) and "bytes" in request else []
    return [*rows, *labels, *phi, *size]


def _found(one: Recorded) -> list[tuple[object, ...]]:
    return [(entity, said["count"], " ".join(said["roles"])) for entity, said in one.query["phi"]["entities"].items()]


def _entities(one: Recorded) -> list[tuple[object, ...]]:
    """With what the decision has done to each."""
    masking = one.decision["masking"]
    return [
        (
            *row,
            masking["request"].get(row[0], masking["request"]["default"]),
            masking["response"].get(row[0], masking["response"]["default"]),
            "yes" if row[0] in masking["restore"] else "",
        )
        for row in _found(one)
    ]


def _print_again(again: Asked | None) -> None:
    if again is None:
        heading("asked again")
        say("its policy is neither kept beside the trail nor the present one, so it was not asked again")
        return
    heading(f"rules that held, by {again.bundle}")
    rows = [
        (f"{package}.{rule}", _short(value)) for package, rules in again.rules.items() for rule, value in rules.items()
    ]
    print_table(("rule", "value"), rows)
    say("")
    if again.difference is None:
        say("asked again, it is decided the same")
    else:
        say(f"asked again, it is decided otherwise: {', '.join(sorted(again.difference.kinds))}", "red")


def _short(value: object) -> str:
    text = flat(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _document(one: Recorded, again: Asked | None) -> dict[str, object]:
    rules = None if again is None else again.rules
    same = None if again is None else again.difference is None
    return {
        "about": one.about.noun,
        "time_us": one.time_us,
        "outcome": one.outcome,
        "policy_revision": one.revision,
        "query": one.query,
        "decision": one.decision,
        "rules": rules,
        "decided_the_same_again": same,
    }
