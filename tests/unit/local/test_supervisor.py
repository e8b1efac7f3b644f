"""Parts live and end together: with small real programs, because processes are what this is about."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from extproc.errors import Misconfigured
from extproc.local.part import Part
from extproc.local.polling import answers_yes
from extproc.local.supervisor import Over, Supervisor

WAITS = "import signal; print('up', flush=True); signal.pause()"
STUBBORN = (
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True)\nwhile True: signal.pause()"
)
ENDS = "import sys; sys.exit(3)"


def part(name: str, code: str, grace_s: float = 20.0) -> Part:
    return Part(name, (sys.executable, "-c", code), grace_s)


class Lines:
    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []

    def __call__(self, name: str, line: str) -> None:
        self.seen.append((name, line))

    async def has(self, name: str, line: str) -> None:
        async def shown() -> bool:
            return (name, line) in self.seen

        await asyncio.wait_for(answers_yes(shown), 30)


@pytest.fixture
def lines() -> Lines:
    return Lines()


@pytest_asyncio.fixture
async def parts(lines: Lines) -> AsyncIterator[Supervisor]:
    async with Supervisor(lines) as supervisor:
        yield supervisor


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # dead, and only its parent has not looked yet


async def test_a_parts_lines_are_shown_under_its_name_the_unended_last_one_too(parts: Supervisor, lines: Lines) -> None:
    code = "import sys; print('one\\ntwo', flush=True); sys.stderr.write('three')"
    await parts.start([part("talker", code)])
    await parts.over()
    assert lines.seen == [("talker", "one"), ("talker", "two"), ("talker", "three")]


async def test_a_part_that_ends_by_itself_ends_everything_with_a_clear_reason(parts: Supervisor, lines: Lines) -> None:
    (steady,) = await parts.start([part("steady", WAITS)])
    await lines.has("steady", "up")
    await parts.start([part("fragile", ENDS)])
    over = await parts.over()
    assert (over.code, over.reason) == (1, "fragile ended by itself (exit code 3); stopping everything")
    await parts.stop()
    assert not alive(steady.pid)


async def test_a_killed_part_is_named_with_its_signal(parts: Supervisor, lines: Lines) -> None:
    (victim,) = await parts.start([part("victim", WAITS)])
    await lines.has("victim", "up")
    os.kill(victim.pid, signal.SIGKILL)
    assert "victim ended by itself (killed by SIGKILL)" in (await parts.over()).reason


async def test_being_asked_to_end_is_no_failure(parts: Supervisor, lines: Lines) -> None:
    (one,) = await parts.start([part("one", WAITS)])
    await lines.has("one", "up")
    os.kill(os.getpid(), signal.SIGTERM)
    assert (await parts.over()).code == 0
    await parts.stop()
    assert not alive(one.pid)


async def test_asking_twice_does_not_wait_for_a_parts_grace(parts: Supervisor, lines: Lines) -> None:
    (stubborn,) = await parts.start([part("stubborn", STUBBORN, grace_s=3600)])
    await lines.has("stubborn", "up")
    for _ in range(2):
        os.kill(os.getpid(), signal.SIGINT)
        await parts.over()
        await asyncio.sleep(0)
    await asyncio.wait_for(parts.stop(), 30)
    assert not alive(stubborn.pid)


async def test_a_part_that_ignores_the_request_is_killed_after_its_grace(parts: Supervisor, lines: Lines) -> None:
    (stubborn,) = await parts.start([part("stubborn", STUBBORN, grace_s=0.01)])
    await lines.has("stubborn", "up")
    await parts.stop()
    assert not alive(stubborn.pid)


async def test_the_last_started_ends_first(lines: Lines, parts: Supervisor) -> None:
    says = (
        "import signal, sys\nsignal.signal(signal.SIGTERM, lambda *_: (print('end', flush=True), sys.exit()))\n" + WAITS
    )
    for name in ("first", "second", "third"):
        await parts.start([part(name, says)])
        await lines.has(name, "up")
    await parts.stop()
    assert [name for name, line in lines.seen if line == "end"] == ["third", "second", "first"]


async def test_a_part_can_be_restarted_without_ending_the_others(parts: Supervisor, lines: Lines) -> None:
    (old,) = await parts.start([part("one", WAITS)])
    await lines.has("one", "up")
    fresh = await parts.restart(old)
    assert not alive(old.pid)
    assert alive(fresh.pid)
    await parts.stop()
    assert not alive(fresh.pid)


async def test_work_is_cut_short_by_the_end(parts: Supervisor) -> None:
    await parts.start([part("fragile", ENDS)])
    with pytest.raises(Over, match="fragile"):
        await parts.until(asyncio.Event().wait())


async def test_works_own_failure_is_its_own(parts: Supervisor) -> None:
    async def fails() -> None:
        raise Misconfigured("a key")

    with pytest.raises(Misconfigured):
        await parts.until(fails())


async def test_what_a_part_left_running_is_ended_with_it(parts: Supervisor, lines: Lines) -> None:
    code = (
        "import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()']).pid)"
    )
    await parts.start([part("parent", code)])
    await parts.over()
    ((_, pid),) = lines.seen

    async def gone() -> bool:
        return not alive(int(pid))

    await asyncio.wait_for(answers_yes(gone), 30)


SUPERVISES = f"""
import asyncio, sys
from extproc.local.part import Part
from extproc.local.supervisor import Supervisor

async def main():
    async with Supervisor(lambda name, line: print(line, flush=True)) as parts:
        code = "import os; print(os.getpid(), flush=True)\\n" + {WAITS!r}
        await parts.start([Part("one", (sys.executable, "-c", code))])
        await parts.over()

asyncio.run(main())
"""


def test_a_killed_supervisor_leaves_no_orphan() -> None:
    with subprocess.Popen([sys.executable, "-c", SUPERVISES], stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout is not None
        child = int(supervisor.stdout.readline())
        assert alive(child)
        ends = os.pidfd_open(child)
        supervisor.kill()
    assert select.select([ends], [], [], 30)[0]  # readable once it has ended
    os.close(ends)
