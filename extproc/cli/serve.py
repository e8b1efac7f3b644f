"""``wardgate serve``."""

import asyncio
from typing import Annotated

import typer

from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import Settings, load
from extproc.errors import Misconfigured
from extproc.local import stack

Index = Annotated[int | None, typer.Option(min=0, help="Run this one process, and supervise nothing.")]
Address = Annotated[
    str | None, typer.Option(help="Where OPA answers: unix:///... or http://...; default: the settings.")
]


def serve(config: Config = DEFAULT_CONFIG, index: Index = None, policy_address: Address = None) -> None:
    """Run the sidecar alone, one process per core, for an Envoy that somebody else runs."""
    settings = load(config)
    policy = policy_address or settings.policy.address
    if settings.policy.engine == "opa" and policy is None:
        raise Misconfigured(f"{config}: policy.address: engine opa needs the address of an OPA here")
    if index is None:
        raise typer.Exit(asyncio.run(stack.serve(settings, config.resolve(), policy)))
    raise typer.Exit(_one(settings, index, policy))


def _one(settings: Settings, index: int, policy: str | None) -> int:
    from extproc.adapters.envoy.server import run  # here: the other commands should not wait for grpc's import

    return run(settings, index, policy)
