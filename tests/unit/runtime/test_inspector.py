"""Who reads a text, by its length and by who is free."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Known, Passage, Span
from extproc.detect.selftest import PASSAGES, PLANTED
from extproc.errors import DetectorFailed
from extproc.runtime.inspector import MEDIUM_CHARS, SplitInspector, ThreadReader
from extproc.sealed import Sealed

INLINE = 100


class Knowing:
    """A detector that finds what is planted, but for ``blind``."""

    names = ("knowing",)

    def __init__(self, *blind: E) -> None:
        self._blind = blind

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        return tuple(tuple(self._found(passage)) for passage in passages)

    def _found(self, passage: Passage) -> list[Finding]:
        text = passage.text.reveal()
        return [
            Finding(Span(text.index(value), text.index(value) + len(value)), entity, 900, "knowing")
            for entity, planted, value in PLANTED
            if planted == text and entity not in self._blind
        ]


class Raising:
    names = ("raising",)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        raise ValueError("the chart of a patient")


class FakeReader:
    ready = True
    width = 2

    def __init__(self, detector: Knowing | None = None, *, clogged: bool = False) -> None:
        self._detector = detector or Knowing()
        self.clogged = clogged
        self.asked = 0
        self.closed = False

    async def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Sequence[Sequence[Finding]]:
        self.asked += 1
        return self._detector.find(passages, known)

    async def close(self) -> None:
        self.closed = True


def text(chars: int) -> list[Passage]:
    return [Passage(Sealed("x" * (chars - chars // 2))), Passage(Sealed("x" * (chars // 2)))]


@pytest.mark.parametrize(
    ("chars", "clogged", "here", "there"),
    [
        (INLINE, False, 0, 0),
        (INLINE, True, 0, 0),
        (INLINE + 1, False, 0, 1),
        (INLINE + 1, True, 1, 0),
        (MEDIUM_CHARS, True, 1, 0),
        (MEDIUM_CHARS + 1, True, 0, 1),
    ],
)
async def test_a_text_is_read_where_its_length_and_the_queue_say(
    chars: int, clogged: bool, here: int, there: int
) -> None:
    thread, workers = FakeReader(), FakeReader(clogged=clogged)
    inspector = SplitInspector(Knowing(), thread, workers, INLINE)
    assert inspector.at_once(text(chars)) is (here + there == 0)
    assert await inspector.inspect(text(chars)) == ((), ())
    assert (thread.asked, workers.asked) == (here, there)


@pytest.mark.parametrize("chars", [INLINE, INLINE + 1])
async def test_what_a_detector_raises_is_named_by_its_type_alone(chars: int) -> None:
    with ThreadPoolExecutor(1) as threads:
        thread = ThreadReader(Raising(), threads)
        with pytest.raises(DetectorFailed) as failed:
            await SplitInspector(Raising(), thread, thread, INLINE).inspect(text(chars))
    assert str(failed.value) == "ValueError"
    assert failed.value.__cause__ is None


async def test_the_self_test_asks_all_who_read() -> None:
    thread, workers = FakeReader(Knowing(E.SSN)), FakeReader(Knowing(E.NAME))
    assert await SplitInspector(Knowing(), thread, workers, INLINE).missed() == (E.NAME, E.SSN)
    assert (thread.asked, workers.asked) == (1, 2)


async def test_nobody_misses_what_is_switched_off() -> None:
    reader = FakeReader(Knowing(E.DATE, E.AGE))
    assert await SplitInspector(Knowing(), reader, reader, INLINE, off=(E.DATE,)).missed() == (E.AGE,)


async def test_a_thread_reads_as_the_detector_does() -> None:
    with ThreadPoolExecutor(1) as threads:
        assert await ThreadReader(Knowing(), threads).find(PASSAGES) == Knowing().find(PASSAGES)


async def test_closing_it_closes_both() -> None:
    thread, workers = FakeReader(), FakeReader()
    await SplitInspector(Knowing(), thread, workers, INLINE).close()
    assert thread.closed
    assert workers.closed
