"""Presidio as it comes, with its default recognizers, behind the pipe of ``serving``.

``python -m bench.detection.serve_presidio [MODEL]``: its default configuration with another spaCy model. With no model
it has its patterns, checksums and context words and no named entities, over a blank pipeline that splits words. A
finding that lies inside another one is dropped, as its anonymizer does.
"""

import sys
from importlib.metadata import version
from pathlib import Path

import presidio_analyzer
import spacy
import tldextract
import yaml
from presidio_analyzer import AnalyzerEngine, RecognizerResult
from presidio_analyzer.nlp_engine import NlpEngine, NlpEngineProvider, SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc

from bench.detection.serving import Find, Found, serve

DEFAULT = Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml"


@Language.component("lemmas_as_written")
def lemmas_as_written(doc: Doc) -> Doc:
    """A blank pipeline has no lemmas, and Presidio looks for its context words among them."""
    for token in doc:
        token.lemma_ = token.text.lower()
    return doc


class Blank(SpacyNlpEngine):
    def load(self) -> None:
        pipeline = spacy.blank("en")
        pipeline.add_pipe("lemmas_as_written")
        self.nlp = {"en": pipeline}


def load() -> tuple[Find, dict[str, str]]:
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())  # the package's list, not one from the network
    versions = {name: version(name) for name in ("presidio-analyzer", "spacy")}
    if model := "".join(sys.argv[1:2]):
        versions[model] = version(model)
    analyzer = AnalyzerEngine(nlp_engine=_reader(model), supported_languages=["en"])
    return lambda text: shown(analyzer.analyze(text, language="en")), versions


def _reader(model: str) -> NlpEngine:
    if model:
        settings = yaml.safe_load(DEFAULT.read_text("utf-8"))
        settings["models"][0]["model_name"] = model
        return NlpEngineProvider(nlp_configuration=settings).create_engine()
    blank = Blank()
    blank.load()
    return blank


def shown(results: list[RecognizerResult]) -> list[Found]:
    kept: list[RecognizerResult] = []
    for one in sorted(results, key=lambda one: (one.start - one.end, -one.score)):
        if not any(other.start <= one.start and one.end <= other.end for other in kept):
            kept.append(one)
    return [[one.start, one.end, one.entity_type, round(one.score * 1000), "presidio", "text"] for one in kept]


if __name__ == "__main__":
    serve(load)
