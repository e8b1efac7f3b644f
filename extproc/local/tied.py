"""Runs a command that dies when its parent does: ``python -m extproc.local.tied PARENT COMMAND...``.

The kernel kills it (``PR_SET_PDEATHSIG``), so a supervisor that was itself killed leaves no orphan. What this does not
cover: systems other than Linux, and children of the command.
"""

import ctypes
import os
import signal
import sys
from typing import Final

PR_SET_PDEATHSIG: Final = 1


def tied(parent: int, command: list[str]) -> None:
    """Becomes ``command``; returns only when the parent is already gone."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Python ignores it, and what is ignored stays so across exec
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() == parent:
        os.execvp(command[0], command)  # noqa: S606  no shell: the command is ours


if __name__ == "__main__":
    tied(int(sys.argv[1]), sys.argv[2:])
