import pytest

from extproc.audit.chain import Chain
from extproc.audit.fault import Broken, Kind
from extproc.audit.reader import Segment
from extproc.audit.recover import examine
from tests.support.chains import NAME, OTHER_KEY, PUBLIC, STORY, batch_of, lines_of, segment, split

OPEN = lines_of(STORY[:3])


def refusal(*segments: Segment) -> Kind:
    with pytest.raises(Broken) as caught:
        examine(NAME, segments, PUBLIC)
    return caught.value.kind


def test_a_chain_that_is_whole_is_kept_whole() -> None:
    remains = examine(NAME, [segment(OPEN)], PUBLIC)
    assert (remains.file, remains.keep_bytes, remains.closed) == ("seg-0", sum(map(len, OPEN)), False)
    assert remains.chain.size == 6


def test_what_follows_the_last_whole_batch_is_cut() -> None:
    remains = examine(NAME, [segment([*OPEN[:7], OPEN[7][:5]])], PUBLIC)
    assert remains.keep_bytes == sum(map(len, OPEN[:5]))
    assert remains.chain.open == {"a": 1, "b": 2}


def test_a_last_batch_with_a_hole_is_cut_though_its_checkpoint_reached_the_disk() -> None:
    text = b"".join(OPEN)
    start = sum(map(len, OPEN[:5]))
    holed = text[: start + 10] + bytes(100) + text[start + 110 :]
    assert examine(NAME, [segment(split(holed))], PUBLIC).keep_bytes == start


def test_an_empty_segment_after_a_rotation_is_gone_on_in() -> None:
    remains = examine(NAME, [segment(OPEN), segment([], 6)], PUBLIC)
    assert (remains.file, remains.keep_bytes) == ("seg-6", 0)


def test_a_continued_chain_is_the_chain_that_a_living_writer_would_have_written() -> None:
    remains = examine(NAME, [segment([*OPEN, b"torn"])], PUBLIC)
    living = Chain(NAME)
    for entries in STORY[:3]:
        batch_of(living, entries)
    assert batch_of(remains.chain, STORY[3]) == batch_of(living, STORY[3])


@pytest.mark.parametrize(
    ("segments", "kind"),
    [
        ([segment(lines_of(STORY[:3], key=OTHER_KEY))], Kind.SIGNATURE),
        ([segment([*OPEN[:2], OPEN[2][:-9] + b"\n", *OPEN[3:]])], Kind.NO_CHECKPOINT),
        ([segment([*OPEN[:5], OPEN[5].replace(b'"d-a"', b'"d-x"'), *OPEN[6:]])], Kind.LINK),
        ([segment([*OPEN[:7], OPEN[7].replace(b"200", b"500"), OPEN[8]])], Kind.ROOT),
        ([segment(OPEN[:3]), segment(OPEN[3:], 1)], Kind.SEGMENT),
        ([segment(OPEN, 1)], Kind.SEGMENT),
        ([segment([])], Kind.START),
        ([segment([*lines_of(STORY), b"more"])], Kind.AFTER_END),
    ],
)
def test_what_no_crash_can_make_is_not_repaired(segments: list[Segment], kind: Kind) -> None:
    assert refusal(*segments) is kind
