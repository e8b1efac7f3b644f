"""``wardgate audit tail | show | verify | transcript``: for auditors, who need no settings and no running gate."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

from extproc.adapters.audit_key import load_public_key
from extproc.adapters.chain_lock import is_locked
from extproc.adapters.segments import OnLine, chain_directories, segment_files, segments
from extproc.adapters.trail_reader import Follower, latest, of_exchange, seen_checkpoints
from extproc.adapters.transcript_reader import digest_of
from extproc.audit.canonical import OPTIONS
from extproc.audit.chain import VERSION, Record
from extproc.audit.verify import verify
from extproc.cli.audit_transcript import transcript
from extproc.cli.audit_words import plain_line, report_lines, whole_record
from extproc.errors import Misconfigured

FOLLOW_S: Final = 0.25
LONG_BYTES: Final = 16 * 2**20
"""From here on a verification shows its progress: it reads some 50 MB a second."""

audit_app = typer.Typer(no_args_is_help=True, help="Read and verify the audit trail.")
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Directory = Annotated[Path, typer.Option("--dir", help="The audit directory.")]
AsJson = Annotated[bool, typer.Option("--json", help="Records as they are, one a line.")]
DEFAULT: Final = Path("audit")


@audit_app.command()
def tail(
    directory: Directory = DEFAULT,
    lines: Annotated[int, typer.Option("--lines", "-n", min=0, help="How many of the latest records.")] = 20,
    follow: Annotated[
        bool, typer.Option("--follow", "-f", help="Go on with what is added, until interrupted.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The latest records of all chains, in the order of their times."""
    with _told():
        follower = Follower(_existing(directory))
        shown = latest(directory, lines)
        _print(shown, as_json)
        twice = {(record.chain, record.seq) for record in shown}  # what came in between
        while follow:
            time.sleep(FOLLOW_S)
            _print((record for record in follower.added() if (record.chain, record.seq) not in twice), as_json)


@audit_app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="EXCHANGE_ID|DECISION_ID|REQUEST_ID")],
    directory: Directory = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Everything recorded of one exchange."""
    with _told():
        found = of_exchange(_existing(directory), name)
    if not found:
        err.print("no exchange, decision or request has this id here", style="red")
        raise typer.Exit(1)
    if as_json:
        _print(found, as_json)
    else:
        for record in found:
            out.print(whole_record(record), markup=False)


@audit_app.command("verify")
def verify_command(
    place: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The audit directory.")] = None,
    directory: Directory = DEFAULT,
    key: Annotated[list[Path] | None, typer.Option(help="Public key file of the gate; again for an older key.")] = None,
    seen: Annotated[Path | None, typer.Option(help="Checkpoint lines that were kept elsewhere.")] = None,
    closed: Annotated[bool, typer.Option("--closed", help="A chain without its end is a fault.")] = False,
) -> None:
    """Verify every chain, and the transcripts that are here: exit code 0 if nothing is wrong, 1 otherwise."""
    root = place or directory
    with _told():
        keys = [load_public_key(path) for path in key or []]
        if seen and not keys:
            raise Misconfigured("--seen needs --key: a checkpoint is worth what its signature is")
        kept = seen_checkpoints(seen, keys) if seen else {}
        found = chain_directories(_existing(root))
        if not found:
            raise Misconfigured(f"{root}: holds no chain, so there is nothing to verify")
        with _progress(root) as on_line:
            chains = [(path.name, segments(path, on_line)) for path in found]
            report = verify(chains, keys, kept, partial(digest_of, root))
    written = {chain.head.chain for chain in report.chains if is_locked(root / chain.head.chain)}
    for line in report_lines(report, written, signed=bool(keys)):
        out.print(line)
    raise typer.Exit(1 if report.fault or (closed and not report.complete) else 0)


audit_app.command()(transcript)


def _print(records: Iterable[Record], as_json: bool) -> None:
    for record in records:
        if as_json:
            out.out(orjson.dumps({"v": VERSION, **asdict(record)}, option=OPTIONS).decode())
        else:
            out.print(plain_line(record), markup=False)


def _existing(directory: Path) -> Path:
    if not directory.is_dir():
        raise Misconfigured(
            f"{directory}: not a directory; --dir names the one that the settings call [audit] directory"
        )
    return directory


@contextmanager
def _progress(root: Path) -> Iterator[OnLine]:
    """A bar on standard error where there is much to read and somebody watches."""
    total = sum(path.stat().st_size for chain in chain_directories(root) for path in segment_files(chain))
    if total < LONG_BYTES or not err.is_terminal:
        yield len
        return
    with Progress(BarColumn(), DownloadColumn(), TimeRemainingColumn(), console=err, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda line: bar.advance(task, len(line))


@contextmanager
def _told() -> Iterator[None]:
    """What the user can mend ends the command with a sentence and exit code 2; an interrupt ends it quietly."""
    try:
        yield
    except (Misconfigured, OSError) as error:
        err.print(str(error), style="red", markup=False)
        raise typer.Exit(2) from error
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
