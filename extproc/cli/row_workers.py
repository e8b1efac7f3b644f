"""Rows read by one process or several, their answers in the order of the rows.

A thread reads and hands out; the caller's thread takes the answers, so an answer does not wait for further input.
Each worker opens a detector of its own. A bounded number of batches is under way.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from io import BufferedIOBase, BufferedReader, FileIO
from multiprocessing import active_children, get_context
from pathlib import Path
from queue import Queue
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from typing import Final

import typer

from extproc.cli.rows import Answer, Answered, Line, answered, batches, one_by_one, write
from extproc.cli.texts import source
from extproc.errors import DetectorFailed

_AHEAD: Final = 4
"""Batches under way for each worker."""

Opening = Callable[[], Answer]
"""Makes what answers, in a worker; crosses to it as a pickle."""

_Handed = tuple[int, "Future[Answered]"]

_open: list[Answer] = []
"""What answers in this process, once it is a worker."""


def stream(file: Path | None, answer: Answer, opening: Opening, workers: int) -> None:
    """Answer the rows of a file on standard output, here or in ``workers`` that make the same of ``opening``.

    Ends the command with exit code 2 if a line had no answer.
    """
    with source(file) as rows:
        answers = one_by_one(rows, answer) if workers == 1 else in_workers(rows, opening, workers)
        good = write(answers, sys.stdout.buffer, lambda said: typer.echo(f"wardgate: {said}", err=True))
    if not good:
        raise typer.Exit(2)


def in_workers(rows: BufferedIOBase, opening: Opening, workers: int) -> Iterator[tuple[int, Answered]]:
    """Raises ``DetectorFailed`` when a worker dies."""
    handed: Queue[_Handed | None] = Queue(maxsize=_AHEAD * workers)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (opening,))
    others = set(active_children())
    all_answered = False
    try:
        Thread(target=_hand_out, args=(rows, pool, handed), daemon=True).start()
        while (one := handed.get()) is not None:
            number, future = one
            yield number, future.result()
        all_answered = True
    except BrokenProcessPool:
        raise DetectorFailed("a worker ended") from None
    finally:
        # Nobody waits for what is still read. But a pool that is not waited for may be gone when the end of the
        # interpreter wakes it, which then writes a traceback.
        for child in () if all_answered else set(active_children()) - others:
            child.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


def _hand_out(rows: BufferedIOBase, pool: ProcessPoolExecutor, handed: "Queue[_Handed | None]") -> None:
    number = 1
    raw = getattr(rows, "raw", None)
    # Its own buffer: the interpreter cannot end while a thread waits within that of standard input.
    own = BufferedReader(raw) if isinstance(raw, FileIO) else rows
    try:
        with suppress(RuntimeError):  # the pool is shut: nobody takes answers any more
            for lines in batches(own):
                handed.put((number, pool.submit(_answer, lines)))
                number += len(lines)
    except OSError as error:
        failed: Future[Answered] = Future()
        failed.set_exception(error)
        handed.put((number, failed))
    finally:
        if own is not rows:
            own.detach()
    handed.put(None)


def _begin(opening: Opening) -> None:
    signal(SIGINT, SIG_IGN)  # a terminal's Ctrl-C is the command's to handle; the pool ends with it
    _open.append(opening())


def _answer(lines: list[Line]) -> Answered:
    return answered(_open[0], lines)
