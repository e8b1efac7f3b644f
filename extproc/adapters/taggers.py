"""Which learned tagger the settings name, loaded and tried.

Each tier is imported when it is named, since all but the compact one are extras. A tier that cannot be loaded, or that
finds no name where anybody would, stops the start; nothing takes its place.
"""

from typing import Final, assert_never

from extproc.adapters.remembering import Remembering
from extproc.config import Detect
from extproc.detect.entities import EntityType
from extproc.detect.learned import Mode, Tagger
from extproc.errors import Misconfigured

TRIAL: Final = (
    "My name is Emily Johnson and I was born here.",
    "Yesterday Dr. Robert Williams called Sarah Miller about the results.",
    "Michael Brown, Jennifer Davis and James Wilson were at the clinic.",
)
"""A tagger has to find a name in one of them. They tell a model of names from one of something else, no more."""


def tagger_of(detect: Detect) -> Tagger | None:
    """``None`` for the mode that asks none. Raises ``Misconfigured`` with what to install or to set."""
    try:
        tagger = _loaded(detect)
    except ModuleNotFoundError as error:
        raise Misconfigured(f"detect.learned: {error.name} is not installed; {_remedy(detect.learned)}") from None
    if tagger is None:
        return None
    if not any(tag.entity is EntityType.NAME for tags in tagger.tag(TRIAL, Mode.STRICT) for tag in tags):
        raise Misconfigured(
            f"detect.learned: {tagger.name} finds no name in plain sentences; is its model one of names?"
        )
    return Remembering(tagger) if tagger.costly else tagger


def _loaded(detect: Detect) -> Tagger | None:
    match detect.learned:
        case "none":
            return None
        case "compact":
            from extproc.adapters.compact import load_compact

            return load_compact()
        case "rampart":
            from extproc.adapters.rampart import load_rampart

            return load_rampart(detect.model)
        case "spacy":
            from extproc.adapters.spacy_tagger import load_spacy

            return load_spacy(detect.model or "")
        case "gliner":
            from extproc.adapters.gliner_tagger import load_gliner

            return load_gliner(detect.model or "")
        case _:
            assert_never(detect.learned)


def _remedy(learned: str) -> str:
    return "install wardgate again" if learned == "compact" else f"install the extra: pip install 'wardgate[{learned}]'"
