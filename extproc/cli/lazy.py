"""Commands that are imported when they are asked for, so that none waits for what the others need.

Typer carries a copy of click of its own, whose classes it does not offer by name; they are ``Any`` here.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group


class LazyGroup(TyperGroup):
    places: ClassVar[Mapping[str, str]] = {}
    """By name, the module and the attribute of each command: a function or an app."""
    default: ClassVar[str] = ""
    """The command that needs no name: with ``show``, ``detect note.txt`` is ``detect show note.txt``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        named = not self.default or (args and args[0] in self.places)
        return super().parse_args(ctx, args if named else [self.default, *args])

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.places)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        place = self.places.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        return _command(cmd_name, getattr(import_module(module), attribute))


def _command(name: str, made_of: Any) -> Any:
    if isinstance(made_of, typer.Typer):
        command: Any = get_group(made_of)
    else:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        app.command(name)(made_of)
        command = get_command(app)
    command.name = name
    return command
