"""How an answer is cut, into events or into bytes, never changes what the caller reads."""

import itertools

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.detect.entities import EntityType
from extproc.exchange.restoring import Restoring
from extproc.exchange.streamed import Streamed
from extproc.mask.apply import Mint
from extproc.mask.plan import Scheme
from extproc.payload.dialect import Operation
from extproc.payload.dialects import DIALECTS
from extproc.payload.part import Facts
from extproc.sealed import Sealed
from tests.support.exchanges import DETECTOR, MASKING, NAME, REQUEST_ID, SSN

BITS = st.sampled_from(
    [
        NAME,
        SSN,
        "[NAME_1]",
        "[",
        "]",
        " ",
        "a",
        "Maria",
        " Lopez",
        "219-09",
        "-9999",
        "é",
        "😀",
        "\n",
        "](https://evil/",
        ")",
    ]
)
TEXTS = st.lists(BITS, max_size=30).map("".join)


def cut(text: str | bytes, places: list[int]) -> list[str] | list[bytes]:
    edges = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(edges)]  # type: ignore[return-value]


def wire(deltas: list[str]) -> bytes:
    events = [{"choices": [{"index": 0, "delta": {"content": delta}}]} for delta in deltas]
    events.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    return b"".join(b"data: " + orjson.dumps(event) + b"\n\n" for event in events) + b"data: [DONE]\n\n"


def read_by_the_caller(chunks: list[bytes]) -> str:
    """The whole content that the caller's SDK puts together."""
    mint = Mint(Scheme.NUMBERED, b"k" * 32, "")
    assert mint.surrogates.issue(EntityType.NAME, "Wen Zhao") == "[NAME_1]"
    stream = DIALECTS["openai"].stream(Operation.CHAT, Facts(model=Sealed("m"), stream=True))
    assert stream is not None
    streamed = Streamed(stream, Restoring(MASKING, mint, REQUEST_ID), 64)
    out = b""
    for chunk in chunks:
        streamed.push(chunk)
        out += drained(streamed)
    streamed.finish()
    out += drained(streamed) + streamed.take_all()
    assert out.endswith(b"data: [DONE]\n\n")
    events = [orjson.loads(line[6:]) for line in out.split(b"\n\n") if line.startswith(b"data: {")]
    return "".join(choice["delta"].get("content") or "" for event in events for choice in event["choices"])


def drained(streamed: Streamed) -> bytes:
    while passages := streamed.due():
        streamed.inspected(DETECTOR.find(passages))
    return streamed.take()


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 500), max_size=12), st.lists(st.integers(0, 5000), max_size=12))
def test_any_cut_reads_the_same(text: str, delta_cuts: list[int], byte_cuts: list[int]) -> None:
    whole = read_by_the_caller([wire([text])])
    deltas = cut(text, delta_cuts)
    assert read_by_the_caller([wire(deltas)]) == whole  # type: ignore[arg-type]
    assert read_by_the_caller(cut(wire(deltas), byte_cuts)) == whole  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 500), max_size=12))
def test_no_identifier_is_released_whole(text: str, delta_cuts: list[int]) -> None:
    read = read_by_the_caller([wire(cut(text, delta_cuts))])  # type: ignore[arg-type]
    assert NAME not in read
    assert SSN not in read
