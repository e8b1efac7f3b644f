"""``wardgate bundle``."""

from pathlib import Path
from typing import Annotated

import typer

from extproc.adapters.bundle import write_archive, write_signed
from extproc.adapters.policies import trust_of
from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import load
from extproc.errors import Misconfigured

Output = Annotated[Path, typer.Option("--output", "-o", help="Where to write the archive.")]
SigningKey = Annotated[Path | None, typer.Option(help="Private key, PEM: sign it, as policy.signing_algorithm says.")]
Issuer = Annotated[str, typer.Option(help="Who signs: a name for the records.")]


def bundle(
    config: Config = DEFAULT_CONFIG,
    output: Output = Path("bundle.tar.gz"),
    signing_key: SigningKey = None,
    issuer: Issuer = "",
) -> None:
    """Write the policy as an archive, signed where a key is given, and print its revision."""
    policy = load(config).policy
    if signing_key is None:
        typer.echo(write_archive(policy.bundle, output))
        return
    try:
        key = signing_key.read_bytes()
    except OSError as error:
        raise Misconfigured(f"{signing_key}: cannot be read ({error.strerror})") from error
    typer.echo(write_signed(policy.bundle, output, key, trust_of(policy), issuer))
