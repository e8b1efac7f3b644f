"""``wardgate token``."""

import json
from typing import Annotated

import typer

from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import load
from extproc.local import identity

Subject = Annotated[str, typer.Option("--sub", help="Who: the token's subject.")]
Groups = Annotated[list[str] | None, typer.Option("--group", help="A group; may be repeated.")]
Claims = Annotated[
    list[str] | None, typer.Option("--claim", help="NAME=VALUE, the value as JSON or text; may be repeated.")
]
Type = Annotated[str, typer.Option("--type", help="user, service or agent.")]
Life = Annotated[int, typer.Option("--life", min=1, help="How long it is good, in seconds.")]


def token(
    sub: Subject,
    config: Config = DEFAULT_CONFIG,
    group: Groups = None,
    claim: Claims = None,
    type_: Type = "user",
    life: Life = identity.TOKEN_LIFE_S,
) -> None:
    """Mint a token of the settings' local issuer (a stand-in) and print it."""
    one = identity.stand_in(load(config).identity)
    claims = {one.claims.type: type_, **dict(_claim(text) for text in claim or ())}
    typer.echo(identity.minted(one, subject=sub, groups=group or (), claims=claims, life_s=life))


def _claim(text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise typer.BadParameter("write it as NAME=VALUE", param_hint="--claim")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
