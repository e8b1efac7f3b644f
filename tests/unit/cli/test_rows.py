"""Rows of JSON in and out."""

import io
import json

import pytest

from extproc.cli.rows import MOST_BYTES, NO_ROW, TOO_LONG, Answered, answered, batches, one_by_one, write


class Dribble(io.BytesIO):
    """Gives a bit at each read, as a pipe does."""

    def __init__(self, *bits: bytes) -> None:
        super().__init__()
        self._bits = list(bits)

    def read1(self, size: int | None = -1, /) -> bytes:
        return self._bits.pop(0) if self._bits else b""


def length(text: str) -> dict[str, object]:
    return {"n": len(text)}


@pytest.mark.parametrize(
    ("bits", "lines"),
    [
        ([], []),
        ([b"a\n"], [[b"a"]]),
        ([b"a\nb", b"c\n"], [[b"a"], [b"bc"]]),
        ([b"a", b"b", b"c\nd"], [[b"abc"], [b"d"]]),
        ([b"a\nb\n", b"c"], [[b"a", b"b"], [b"c"]]),
        ([b"a\r\n\nb\n"], [[b"a\r", b"", b"b"]]),
    ],
)
def test_a_batch_is_the_lines_that_one_read_completes(bits: list[bytes], lines: list[list[bytes]]) -> None:
    assert list(batches(Dribble(*bits))) == lines


@pytest.mark.parametrize(
    ("line", "row"),
    [
        (b'{"id":"a","text":"abc"}', {"id": "a", "n": 3}),
        (b'{"id":7,"text":"","more":[1]}\r', {"id": 7, "n": 0}),
        (b'{"id":"a","text":"\\ud800"}', {"id": "a", "n": 1}),
        (b'{"id":"\\udfff","text":"a"}', {"id": "\udfff", "n": 1}),
        ('{"id":"é","text":"😀"}'.encode(), {"id": "é", "n": 1}),
    ],
)
def test_a_row_is_answered_under_its_id(line: bytes, row: dict[str, object]) -> None:
    out, bad = answered(length, [line])
    assert (json.loads(out), out.count(b"\n"), bad) == (row, 1, ())


@pytest.mark.parametrize(
    "line",
    [
        b"nope",
        b"[]",
        b'{"id":"a"}',
        b'{"text":"a"}',
        b'{"id":null,"text":"a"}',
        b'{"id":"a","text":1}',
        b"\xff",
        b'{"id":1.5,"text":"a"}',
        b'{"id":true,"text":"a"}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_is_no_row_has_no_answer(line: bytes) -> None:
    assert answered(length, [line]) == (b"", ((0, NO_ROW),))


def test_of_many_bad_lines_the_first_are_told_and_the_others_counted() -> None:
    told = list[str]()
    assert not write(one_by_one(Dribble(b"nope\n" * 15, b"nope\n" * 15), length), io.BytesIO(), told.append)
    assert (len(told), told[-2], told[-1]) == (21, f"line 20: {NO_ROW}", "10 more lines without an answer")


def test_a_line_that_is_too_long_is_told_and_never_held() -> None:
    head, bit = b'{"id":"a","text":"', b"a" * 1_000_000
    longest = head + b"a" * (MOST_BYTES - len(head) - 2) + b'"}'
    source = Dribble(longest + b"\n" + head, *[bit] * 8, b'"}\n{"id":1,"text":"b"}\n' + head, *[bit] * 5)
    sink, told = io.BytesIO(), list[str]()
    assert not write(one_by_one(source, length), sink, told.append)
    assert [json.loads(line)["id"] for line in sink.getvalue().splitlines()] == ["a", 1]
    assert told == [f"line 2: {TOO_LONG}", f"line 4: {TOO_LONG}"]


def test_blank_lines_are_neither_rows_nor_bad() -> None:
    assert answered(length, [b"", b" \r"]) == (b"", ())


def test_bad_lines_are_told_by_number_over_all_batches_and_the_others_go_on() -> None:
    source = Dribble(b'{"id":1,"text":"a"}\nnope\n', b'\nnope\n{"id":2,"text":"219-09-9999"}')
    sink, told = io.BytesIO(), list[str]()
    assert not write(one_by_one(source, length), sink, told.append)
    assert [json.loads(line)["id"] for line in sink.getvalue().splitlines()] == [1, 2]
    assert [one.split(":")[0] for one in told] == ["line 2", "line 4"]
    assert "219" not in "".join(told)


def test_each_batch_is_flushed_before_the_next_is_read() -> None:
    class Flushes(io.BytesIO):
        count = 0

        def flush(self) -> None:
            self.count += 1

    sink = Flushes()
    assert write([(1, Answered(b"a\n", ())), (2, Answered(b"", ())), (3, Answered(b"b\n", ()))], sink, print)
    assert sink.count == 2
