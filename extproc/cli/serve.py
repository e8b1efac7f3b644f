"""``wardgate serve``."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from extproc.adapters.policies import LocalOpa
from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import Settings, load
from extproc.errors import Misconfigured
from extproc.local import stack

Index = Annotated[int | None, typer.Option(min=0, help="Run this one process, and supervise nothing.")]
Address = Annotated[
    str | None, typer.Option(help="Where OPA answers: unix:///... or http://...; default: the settings.")
]
Archive = Annotated[
    Path | None, typer.Option(help="Where OPA watches for its bundle; default: the settings.", dir_okay=False)
]


def serve(
    config: Config = DEFAULT_CONFIG, index: Index = None, policy_address: Address = None, policy_archive: Archive = None
) -> None:
    """Run the sidecar alone, one process per core, for an Envoy that somebody else runs."""
    settings = load(config)
    policy = policy_address or settings.policy.address
    if settings.policy.engine == "opa" and policy is None:
        raise Misconfigured(f"{config}: policy.address: engine opa needs the address of an OPA here")
    if index is None:
        raise typer.Exit(asyncio.run(stack.serve(settings, config.resolve(), LocalOpa(policy, policy_archive))))
    raise typer.Exit(_one(settings, index, LocalOpa(policy, policy_archive)))


def _one(settings: Settings, index: int, opa: LocalOpa) -> int:
    from extproc.adapters.envoy.server import run  # here: the other commands should not wait for grpc's import

    return run(settings, index, opa)
