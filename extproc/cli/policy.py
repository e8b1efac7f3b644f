"""``wardgate policy``: for who writes the policy."""

from collections.abc import Mapping
from typing import ClassVar

import typer

from extproc.cli.lazy import LazyGroup


class Commands(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "check": "extproc.cli.policy_check:check",
        "test": "extproc.cli.policy_tests:run_tests",
        "eval": "extproc.cli.policy_eval:evaluate",
        "replay": "extproc.cli.policy_replay:replay",
        "explain": "extproc.cli.policy_explain:explain",
        "push": "extproc.cli.policy_manage:push",
        "status": "extproc.cli.policy_manage:status",
        "profile": "extproc.cli.policy_profile:profile",
    }


policy_app = typer.Typer(cls=Commands, no_args_is_help=True)


@policy_app.callback()
def policy() -> None:
    """Check, test, try, replay and explain the policy."""
