from collections.abc import Mapping

import pytest

from extproc.audit.chain import Chain, parse_checkpoint
from extproc.audit.fault import Fault, Kind
from extproc.audit.reader import Head, Segment
from extproc.audit.record import Entry, Event, Json
from extproc.audit.reference import Reference
from extproc.audit.texts import Texts
from extproc.audit.verify import verify, verify_chain
from tests.support.chains import NAME, OTHER_KEY, PUBLIC, STORY, TIME_US, batch_of, lines_of, received, segment

LATER = "20261123T000000Z-00000001"


def in_two_segments() -> list[Segment]:
    chain = Chain(NAME)
    first = [line for entries in STORY[:2] for line in batch_of(chain, entries)]
    second = [line for entries in STORY[2:] for line in batch_of(chain, entries)]
    return [segment(first, 0), segment(second, 3)]


def fault_of(segments: list[Segment]) -> Fault | None:
    return verify_chain(NAME, segments, PUBLIC, {}).fault


def test_a_finished_chain_is_complete() -> None:
    report = verify([(NAME, in_two_segments())], PUBLIC)
    assert report.complete
    (chain,) = report.chains
    assert (chain.head.size, chain.checkpoints, chain.exchanges, chain.open) == (8, 4, 3, 0)


def test_a_chain_that_is_being_written_has_no_fault_and_is_not_complete() -> None:
    lines = lines_of(STORY)
    report = verify([(NAME, [segment([*lines[:6], lines[6][:10]])])], PUBLIC)
    assert (report.fault, report.complete) == (None, False)
    (chain,) = report.chains
    assert (chain.head.size, chain.open, chain.unconfirmed) == (3, 2, 2)


def test_a_fault_names_file_line_and_record() -> None:
    first, second = in_two_segments()
    lines = list(second.lines)
    lines[1] = lines[1].replace(b'"d-b"', b'"d-x"')
    assert fault_of([first, segment(lines, 3)]) == Fault(Kind.LINK, NAME, "seg-3", 3, 5)


SEALED = Reference("full", "sealed-000000000002.bin", 0, 5, "ab" * 32, "hmac-sha256:" + "cd" * 32, ("age1" + "q" * 58,))


def with_transcripts() -> list[Segment]:
    """A request's record and an answer's, each with a transcript."""
    body = {"transcript": SEALED.json()}
    story = [[STORY[0][0]], [received("a"), kept(Event.REQUEST_DECIDED, body)]]
    return [segment(lines_of([*story, [kept(Event.EXCHANGE_COMPLETED, body, ends=True)]]))]


def kept(event: Event, body: Mapping[str, Json], *, ends: bool = False) -> Entry:
    return Entry(event, TIME_US, "a", body, ends, texts=Texts("full", {}))


@pytest.mark.parametrize(
    ("lies", "fault", "counts"),
    [
        ("ab" * 32, None, (2, 0)),
        (None, None, (2, 2)),
        ("cd" * 32, Fault(Kind.TRANSCRIPT, NAME, "seg-0", 4, 2), (1, 0)),
    ],
)
def test_each_transcript_is_looked_at_where_its_record_says(
    lies: str | None, fault: Fault | None, counts: tuple[int, int]
) -> None:
    asked: list[tuple[str, Reference]] = []

    def lying(chain: str, named: Reference) -> str | None:
        asked.append((chain, named))
        return lies

    (chain,) = verify([(NAME, with_transcripts())], PUBLIC, lying=lying).chains
    assert (chain.fault, (chain.transcripts, chain.missing)) == (fault, counts)
    assert set(asked) == {(NAME, SEALED)}


def test_without_anyone_to_look_transcripts_are_not_counted() -> None:
    (chain,) = verify([(NAME, with_transcripts())], PUBLIC).chains
    assert (chain.fault, chain.transcripts, chain.missing) == (None, 0, 0)


def test_a_forged_chain_is_found_at_the_checkpoint_that_signs_it() -> None:
    lines = lines_of(STORY, key=OTHER_KEY)
    assert fault_of([segment(lines)]) == Fault(Kind.SIGNATURE, NAME, "seg-0", len(lines), 7)


def test_a_missing_segment_is_found() -> None:
    first, second = in_two_segments()
    assert fault_of([second]) == Fault(Kind.SEGMENT, NAME, "seg-3", 1, 0)
    assert fault_of([first, segment(second.lines, 4)]) == Fault(Kind.SEGMENT, NAME, "seg-4", 1, 3)


def test_a_chain_goes_on_only_after_a_checkpoint() -> None:
    first, second = in_two_segments()
    cut = segment(list(first.lines)[:-1], 0)
    assert fault_of([cut, second]) == Fault(Kind.NO_CHECKPOINT, NAME, "seg-0", 3, 1)


def test_a_checkpoint_after_too_many_lines_is_not_believed() -> None:
    lines = lines_of(STORY[:1])
    fault = fault_of([segment([*lines, *[b"{}\n"] * 5000, *lines])])
    assert fault is not None
    assert (fault.kind, fault.line) == (Kind.NO_CHECKPOINT, 3)


@pytest.mark.parametrize("segments", [[], [segment([])], [segment([b"torn"])]])
def test_a_chain_without_a_record_is_a_fault(segments: list[Segment]) -> None:
    fault = fault_of(segments)
    assert fault is not None
    assert fault.kind is Kind.START


def test_nothing_follows_the_end() -> None:
    fault = fault_of([segment([*lines_of(STORY), b"more"])])
    assert fault is not None
    assert fault.kind is Kind.AFTER_END


def later_naming(head: Head) -> tuple[str, list[Segment]]:
    started = Entry(Event.CHAIN_STARTED, TIME_US, "", {"previous": [head.json()]})
    return LATER, [segment(lines_of([[started]], LATER))]


def head_of_story() -> Head:
    return verify_chain(NAME, in_two_segments(), PUBLIC, {}).head


def test_an_end_that_a_later_chain_recorded_is_there() -> None:
    report = verify([(NAME, in_two_segments()), later_naming(head_of_story())], PUBLIC)
    assert report.fault is None


def test_a_chain_cut_at_a_checkpoint_is_found_by_the_later_chain() -> None:
    cut = [segment(lines_of(STORY)[:5])]
    assert verify([(NAME, cut)], PUBLIC).fault is None  # by itself it looks like a crash
    assert verify([(NAME, cut), later_naming(head_of_story())], PUBLIC).fault == Fault(Kind.HEAD, NAME, seq=8)


def test_a_chain_that_is_gone_is_found_by_the_later_chain() -> None:
    assert verify([later_naming(head_of_story())], PUBLIC).fault == Fault(Kind.MISSING, NAME, seq=8)


def test_a_checkpoint_kept_elsewhere_finds_a_cut_and_a_rewrite_by_the_key_holder() -> None:
    last = parse_checkpoint(lines_of(STORY)[-1][:-1])
    seen = {NAME: {last.size: last.root}}
    cut, rewritten = lines_of(STORY)[:5], lines_of([*STORY[:2], STORY[2], [STORY[3][1]]])
    assert verify([(NAME, [segment(lines_of(STORY))])], PUBLIC, seen).complete
    for lines in (cut, rewritten):
        fault = verify([(NAME, [segment(lines)])], PUBLIC, seen).fault
        assert fault is not None
        assert fault.kind is Kind.SEEN


def test_a_checkpoint_of_a_chain_that_is_not_here_is_a_fault() -> None:
    seen = {LATER: {1: bytes(32)}}
    assert verify([(NAME, in_two_segments())], PUBLIC, seen).fault == Fault(Kind.SEEN, LATER)


def test_each_chain_is_reported_and_the_first_fault_told() -> None:
    report = verify([(NAME, [segment([b"no record\n"])]), (LATER, [segment([])])], PUBLIC)
    assert [chain.fault is not None for chain in report.chains] == [True, True]
    assert report.fault == report.chains[0].fault
