"""From the settings' section ``detect`` to a detector."""

from pathlib import Path

from extproc.adapters.detect_rules import load_organisation
from extproc.adapters.gazetteers import load_gazetteer
from extproc.adapters.taggers import tagger_of
from extproc.config import Detect
from extproc.detect.engine import Engine
from extproc.detect.learned import Mode
from extproc.detect.own.organisation import NO_RULES, Organisation
from extproc.detect.rules import Rules


def detector_of(detect: Detect) -> Engine:
    """Raises ``Misconfigured`` for a tier that cannot load or rules that have faults, with what to do."""
    own = organisation_of(detect.rules)
    return Engine(Rules(load_gazetteer(), own.recognizers), tagger_of(detect), Mode(detect.mode), own)


def organisation_of(rules: Path | None) -> Organisation:
    """Raises ``Misconfigured``."""
    return NO_RULES if rules is None else load_organisation(rules)
