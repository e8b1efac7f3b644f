"""The learned tier ``spacy``: a pipeline that the settings name, of which the named entities count.

It says no probabilities, so ``strict`` believes it no sooner than ``balanced`` does.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import spacy

from extproc.adapters.model_labels import entities_of
from extproc.adapters.reading_windows import encodable, windows
from extproc.detect.entities import EntityType
from extproc.detect.learned import Mode, Tagged
from extproc.errors import Misconfigured

SCORE_PERMILLE: Final = 600
WINDOW_CHARS: Final = 10_000
"""A pipeline's memory grows with what it reads at once."""
OVERLAP_CHARS: Final = 400
UNUSED: Final = ("parser", "lemmatizer", "textcat")
NAMING: Final = frozenset({"ner", "beam_ner", "entity_ruler", "span_ruler", "future_entity_ruler"})
"""Parts of a pipeline whose labels are those of its entities."""


class SpacyTagger:
    """A :class:`~extproc.detect.learned.Tagger`."""

    name: str = "spacy"
    costly: bool = True

    def __init__(self, pipeline: Any, entities: Mapping[str, EntityType]) -> None:
        self._pipeline: Final = pipeline
        self._entities: Final = entities

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        return [list(self._tags(encodable(text))) for text in texts]

    def _tags(self, text: str) -> Iterator[Tagged]:
        reached = 0
        for window in windows(len(text), WINDOW_CHARS, OVERLAP_CHARS):
            for found in self._pipeline(text[window.start : window.end]).ents:
                start, end = window.start + found.start_char, window.start + found.end_char
                entity = self._entities.get(found.label_)
                if entity is not None and window.counts(start) and reached <= start < end:
                    reached = end
                    yield Tagged(start, end, entity, SCORE_PERMILLE)


def load_spacy(model: str) -> SpacyTagger:
    """``model`` is an installed package, or a directory. Raises ``Misconfigured``."""
    try:
        pipeline = spacy.load(Path(model) if "/" in model else model, exclude=UNUSED)
    except (OSError, ValueError, ImportError) as error:
        raise Misconfigured(f"detect.model: spaCy cannot load {model}; install that package, or name one") from error
    labels = {
        label
        for name in pipeline.pipe_names
        if pipeline.get_pipe_meta(name).factory in NAMING
        for label in pipeline.pipe_labels.get(name, ())
    }
    return SpacyTagger(pipeline, entities_of(sorted(labels)))
