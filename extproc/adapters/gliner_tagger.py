"""The learned tier ``gliner``: a GLiNER model in a directory that the settings name, run by ``fast-gliner``.

Such a model is asked for kinds in words. Nothing is downloaded: what is not in the directory is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from fast_gliner import FastGLiNER

from extproc.adapters.reading_windows import encodable, windows
from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Mode, Tagged
from extproc.errors import Misconfigured

ASKED: Final[Mapping[str, E]] = {
    "person": E.NAME,
    "street address": E.GEO,
    "city": E.GEO,
    "postal code": E.GEO,
    "hospital": E.GEO,
    "phone number": E.PHONE,
    "email address": E.EMAIL,
}
LEAST: Final[Mapping[Mode, float]] = {Mode.BALANCED: 0.5, Mode.STRICT: 0.3}
WINDOW_CHARS: Final = 1_000
"""Such models read some 384 words, and cut off what is beyond without a word."""
OVERLAP_CHARS: Final = 160
FILES: Final = ("tokenizer.json", "onnx/model.onnx")


class GlinerTagger:
    """A :class:`~extproc.detect.learned.Tagger`."""

    name: str = "gliner"
    costly: bool = True

    def __init__(self, model: Any) -> None:
        self._model: Final = model

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        return [list(self._tags(encodable(text), LEAST[mode])) for text in texts]

    def _tags(self, text: str, least: float) -> Iterator[Tagged]:
        reached = 0
        for window in windows(len(text), WINDOW_CHARS, OVERLAP_CHARS):
            for start, end, label, score in self._found(text[window.start : window.end]):
                start, end = window.start + start, window.start + end
                if score >= least and window.counts(start) and reached <= start < end:
                    reached = end
                    yield Tagged(start, end, ASKED[label], min(1000, round(1000 * score)))

    def _found(self, text: str) -> list[tuple[int, int, str, float]]:
        found = self._model.predict_entities(text, list(ASKED)) if text.strip() else ()
        return sorted((*_place(text, one), one["label"], float(one["score"])) for one in found)


def _place(text: str, found: Mapping[str, Any]) -> tuple[int, int]:
    """In code points, where the model counts bytes as well. A place that is neither is a failure of the tier."""
    start, end, said = found["start"], found["end"], found["text"]
    if text[start:end] == said:
        return start, end
    data = text.encode()
    if data[start:end] != said.encode():
        raise AssertionError("the model says where something is that is not there")
    return len(data[:start].decode()), len(data[:end].decode())


def load_gliner(model: str) -> GlinerTagger:
    """``model`` is a directory of :data:`FILES`. Raises ``Misconfigured``."""
    for name in FILES:
        if not Path(model, name).is_file():
            raise Misconfigured(f"detect.model: {Path(model, name)} is not a file; put a GLiNER model (ONNX) there")
    try:
        return GlinerTagger(FastGLiNER(model))
    except Exception as error:  # whatever native code makes of files that are no model
        raise Misconfigured(f"detect.model: {model}: fast-gliner cannot load it ({type(error).__name__})") from error
