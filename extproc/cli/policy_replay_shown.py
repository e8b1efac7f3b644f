"""What came of a replay, as text and as one object."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from extproc.authoring.about import About
from extproc.authoring.changes import Changed, Changes
from extproc.authoring.replay import Replay
from extproc.cli.moments import shown
from extproc.cli.policy_options import heading, print_table, say
from extproc.policy.answer import PACKAGE

MOST: Final = 20
"""Rows of a table, unless all are asked for with --json."""
NAMES: Final[Mapping[About, str]] = {About.REQUEST: "requests", About.ANSWER: "answers"}


def show(found: Replay, revision: str, listed: bool) -> None:
    say(f"policy    {revision}")
    for about, name in NAMES.items():
        changes = found.of(about)
        say(f"{name:8}  {_summary(changes, silent=about not in found.asks)}", "yellow" if changes.changed else "")
    if found.whole and not found.asked:
        say("nothing   was decided in that time, as far as this trail says", "red")
    if found.unread:
        say(f"unread    {len(found.unread)} lines of the trail", "red")
        for one in found.unread[:MOST]:
            say(f"  {one}")
    for about, name in NAMES.items():
        _show_changes(name, found.of(about))
    if listed and found.changed:
        heading("decisions")
        print_table(("time", "exchange", "decision", "about", "change", "rules"), map(_row, found.changed))


def _summary(changes: Changes, *, silent: bool) -> str:
    words = [f"{changes.asked} asked", f"{changes.unchanged} unchanged", f"{len(changes.changed)} changed"]
    if silent:
        words[0] = f"{changes.asked} go on unasked (no package {PACKAGE})"
    if changes.not_arising:
        words.append(f"{changes.not_arising} would not arise: the request or the answer is stopped before")
    if changes.not_asked:
        words.append(f"{changes.not_asked.total()} not asked")
    return ", ".join(words)


def _show_changes(name: str, changes: Changes) -> None:
    _counts(f"{name} not asked, since the policy's schema refuses the recorded query", changes.not_asked)
    _counts(f"{name} by change", changes.by_change())
    _counts(f"{name} by group of the caller", changes.by_group())
    _counts(f"{name} by rule (+ it speaks now, - it spoke before)", changes.by_rule())
    _counts(f"{name} by provider", changes.by_provider())
    _counts(f"{name} by masking", changes.by_masking())


def _counts(title: str, counts: Counter[str]) -> None:
    if counts:
        heading(title)
        print_table(
            ("decisions", ""), [(count, name) for name, count in sorted(counts.items(), key=_most_first)[:MOST]]
        )
        if len(counts) > MOST:
            say(f"and {len(counts) - MOST} more; --json has all")


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _row(one: Changed) -> tuple[str, ...]:
    rules = " ".join((*(f"+{name}" for name in one.difference.gained), *(f"-{name}" for name in one.difference.lost)))
    return shown(one.time_us), one.exchange, one.decision_id, one.about.noun, one.change, rules


def document(found: Replay, revision: str) -> dict[str, object]:
    return {
        "revision": revision,
        **{name: _counted(found.of(about)) for about, name in NAMES.items()},
        "asked_about_answers": About.ANSWER in found.asks,
        "unread": [f"{one.file}:{one.line}" for one in found.unread],
        "decisions": [_decision(one) for one in found.changed],
    }


def _counted(changes: Changes) -> dict[str, object]:
    return {
        "asked": changes.asked,
        "unchanged": changes.unchanged,
        "changed": len(changes.changed),
        "not_arising": changes.not_arising,
        "not_asked": dict(changes.not_asked),
        "by_change": dict(changes.by_change()),
        "by_group": dict(changes.by_group()),
        "by_rule": dict(changes.by_rule()),
        "by_provider": dict(changes.by_provider()),
        "by_masking": dict(changes.by_masking()),
    }


def _decision(one: Changed) -> dict[str, object]:
    d = one.difference
    return {
        "about": one.about.noun,
        "exchange": one.exchange,
        "decision_id": one.decision_id,
        "time_us": one.time_us,
        "groups": one.groups,
        "kinds": sorted(d.kinds),
        "before": d.before,
        "after": d.after,
        "provider_before": d.providers[0],
        "provider_after": d.providers[1],
        "masking": d.masking,
        "rules_gained": d.gained,
        "rules_lost": d.lost,
    }
