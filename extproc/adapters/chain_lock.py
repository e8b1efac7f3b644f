"""One writer a chain: the lock that a process holds for as long as it lives, however it dies."""

import fcntl
import os
from pathlib import Path

from extproc.adapters.disk import FILE_MODE

LOCK_NAME = "lock"


def lock(chain: Path) -> int | None:
    """The descriptor that holds the lock of the chain in directory ``chain``, or ``None`` where another has it.

    Closing the descriptor gives the lock back. Raises ``OSError``.
    """
    descriptor = os.open(chain / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def is_locked(chain: Path) -> bool:
    """Whether some process writes the chain now; for readers, who make no file and need no right to write."""
    try:
        descriptor = os.open(chain / LOCK_NAME, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
