"""``wardgate policy push | status``: an OPA with its management API."""

import time
from pathlib import Path
from typing import Annotated

import typer

from extproc.adapters.bundle import bundle_revision
from extproc.authoring import managing
from extproc.authoring.agreements import agreements_of
from extproc.authoring.remark import Remark
from extproc.cli.policy_options import AsJson, Config, bundle_at, print_json, say, settings_at
from extproc.config import Settings
from extproc.errors import Misconfigured

Place = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The policy; default: the settings'.")]
Address = Annotated[str | None, typer.Option(help="unix:///path or http://host:port; default: the settings'.")]


def push(directory: Place = None, address: Address = None, config: Config = None) -> None:
    """Give a policy to an OPA through its management API, to try it there.

    An OPA that runs on bundles, as a gate's does, takes nothing by this way, and a gate accepts no decision of an OPA
    without a bundle.
    """
    settings = settings_at(config)
    where = _address(address, settings)
    bundle = bundle_at(directory, settings)
    pushed = managing.push(where, bundle)
    say(f"{where}: has {len(pushed.policies)} modules and the data of {bundle}")
    for name in pushed.left:
        say(f"left there from before: {name}", "yellow")


def status(address: Address = None, config: Config = None, as_json: AsJson = False) -> None:
    """Show an OPA's health, its bundles and whether it decides by the settings' policy. Exit code 1 if it does not.

    Agreements with providers that end soon are named too, where settings say which policy is meant.
    """
    settings = settings_at(config)
    where = _address(address, settings)
    found = managing.status_of(where)
    configured = bundle_revision(settings.policy.bundle) if settings else ""
    agrees = set(found.bundles.values()) == {configured} if configured else None
    if as_json:
        ending = [one.text for one in _ending(settings)]
        said = {"healthy": found.healthy, "bundles": dict(found.bundles), "policies": found.policies, "ending": ending}
        print_json({"address": where, **said, "configured": configured, "agrees": agrees})
    else:
        _print(where, found, configured, agrees)
        for one in _ending(settings):
            say(f"agreements  {one.text}", "yellow")
    raise typer.Exit(int(not found.healthy or agrees is False))


def _print(where: str, found: managing.Status, configured: str, agrees: bool | None) -> None:
    say(f"opa         {where}")
    say(f"health      {'good' if found.healthy else 'not good'}", "" if found.healthy else "red")
    for name, revision in found.bundles.items():
        say(f"bundle      {name}: {revision or 'no revision'}")
    if not found.bundles:
        say("bundle      none, so a gate accepts no decision of it")
    say(f"modules     {len(found.policies)}")
    if agrees is not None:
        say(f"configured  {configured}")
        say(f"agrees      {'yes' if agrees else 'no'}", "green" if agrees else "red")


def _ending(settings: Settings | None) -> list[Remark]:
    """Agreements of the settings' policy that end soon, or did."""
    return agreements_of(settings.policy.bundle, time.time_ns() // 1000) if settings else []


def _address(address: str | None, settings: Settings | None) -> str:
    found = address or (settings.policy.address if settings else None)
    if not found:
        raise Misconfigured("no OPA is named: give --address, or [policy] address in the settings")
    return found
