"""``wardgate audit transcript``: what was said in an exchange, opened with a reader's private key."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer

from extproc.adapters.age import load_identities
from extproc.adapters.transcript_reader import Unreadable, opened, sealed, transcripts_of
from extproc.audit.chain import Record
from extproc.audit.reference import Reference
from extproc.audit.texts import Said, View
from extproc.audit.transcript import Opened, document
from extproc.cli.audit_words import moment
from extproc.cli.marked import shown
from extproc.cli.texts import write_text
from extproc.errors import Misconfigured
from extproc.sealed import Sealed

MASKED_VIEWS: Final = frozenset({View.FORWARDED, View.MASKED})
"""What the plans left to read; a full transcript has more."""
TITLES: Final[Mapping[View, str]] = {
    View.RECEIVED: "as it came",
    View.FORWARDED: "as the provider got it",
    View.MASKED: "masked",
    View.RELEASED: "as the caller got it",
}

Found = list[tuple[Record, Reference]]


def transcript(
    name: Annotated[str, typer.Argument(metavar="EXCHANGE_ID|DECISION_ID|REQUEST_ID")],
    identity: Annotated[Path | None, typer.Option(help="A reader's private key, as age-keygen writes it.")] = None,
    directory: Annotated[Path, typer.Option("--dir", help="The audit directory.")] = Path("audit"),
    full: Annotated[bool, typer.Option("--full", help="Unmasked too, where the transcript has it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each record.")] = False,
    unopened: Annotated[
        Path | None,
        typer.Option("--sealed", help="Write the age files into this directory, for age -d; never over a file."),
    ] = None,
) -> None:
    """What was said in an exchange: masked, or with --full as it was. Needs neither the settings nor a gate.

    All is checked against the records before it is shown; whether these are whole, wardgate audit verify says. That
    somebody read it is recorded nowhere.
    """
    try:
        if unopened is not None and (identity is not None or full or as_json):
            raise Misconfigured("--sealed writes what is not opened: it goes without --identity, --full and --json")
        found = _found(directory, name)
        if unopened is not None:
            _write(directory, found, unopened)
        elif identity is not None:
            _show(directory, found, identity, full=full, as_json=as_json)
        else:
            raise Misconfigured("--identity names the private key that opens it; --sealed DIR needs none")
    except (Misconfigured, OSError) as error:
        typer.secho(str(error), err=True, fg="red")
        raise typer.Exit(2) from None
    except Unreadable as error:
        typer.secho(str(error), err=True, fg="red")
        raise typer.Exit(1) from None


def _found(directory: Path, name: str) -> Found:
    if not directory.is_dir():
        raise Misconfigured(f"{directory}: not a directory; --dir names the settings' [audit] directory")
    found = list(transcripts_of(directory, name))
    if not found:
        raise Unreadable("no exchange, decision or request of this id has a transcript here")
    return found


def _write(directory: Path, found: Found, place: Path) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for record, reference in found:
        file = place / f"{record.exchange}-{record.seq}-{record.event.value}.age"
        data = sealed(directory, record, reference)
        with file.open("xb") as new:
            new.write(data)
        typer.echo(file)


def _show(directory: Path, found: Found, identity: Path, *, full: bool, as_json: bool) -> None:
    if full and any(reference.level != "full" for _, reference in found):
        raise Unreadable("its transcript is a masked one: there is no more in it than is shown without --full")
    keys = load_identities(identity)
    for record, reference in found:
        one = opened(directory, record, reference, keys)
        views = {view: said for view, said in one.texts.views.items() if full or view in MASKED_VIEWS}
        if as_json:
            write_text(orjson.dumps(document(one, views)).decode() + "\n")
        else:
            write_text("\n".join(_lines(record, one, views)) + "\n\n")


def _lines(record: Record, one: Opened, views: Mapping[View, Said]) -> Iterator[str]:
    """For a person at a terminal, whom no text can steer."""
    yield f"{moment(record)}  {record.event.value}  {record.exchange}  ({one.texts.level})"
    if not views:
        yield "nothing of it was masked before it was withheld; --full shows what came"
    for view, said in views.items():
        yield f"--- {TITLES[view]}"
        if isinstance(said, Sealed):
            yield shown(said.reveal().decode(), lines=True)
            continue
        for row in said:
            yield f"{shown(row.at, lines=False)}:"
            yield shown(row.text.reveal(), lines=True)
