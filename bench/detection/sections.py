"""The tables of the report in their order, and what a reader has to know before them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bench.detection import machine, report
from bench.detection.document import costed
from bench.detection.goals import goals
from bench.detection.measure import Outcome
from bench.detection.rows import SEED, Corpus
from bench.detection.tables import Table

_TERMS: Final = (
    "**Whole**: identifiers of which every letter and digit is masked, under any label, with Wilson's 95 % interval; "
    "**left**: the share of the letters and digits of all identifiers that is not masked. **Precision**: findings that "
    "touch a marked or a neutral range; **wrong** are the others. **Label**: whole identifiers that were given their "
    "Safe Harbor class. **Clean touched**: rows without identifiers in which something is masked that is not neutral. "
    "**Plain words**: masked spans of everyday and clinical words in texts without marks, of which the other spans may "
    "be right; `bench/detection/plain_words.py` says which count. **Form kept**: files that parse when masked, "
    "with the members they had; a broken one counts no leaf."
)
_TIMES: Final = (
    "Times are CPU time of a process that is bound to one core and has one thread, the same for every engine: medians "
    "over texts of which no two are alike. A KB is 1000 characters. Memory is what the process holds when it is ready, "
    "and the most it held over all texts."
)
_PUBLIC: Final = (
    "Texts that are not called generated are public data sets, synthetic or acted. They were looked at while the rules "
    "were written, so what is measured on them is better than what new texts would give."
)
_GENERATED: Final = (
    f"Generated texts are this project's own (`bench/corpora`, split `test`, seed {SEED}): the tagger was trained on "
    "other templates, names and places, but the same authors wrote both. Careless rows are written in small letters or "
    "capitals, with typos, misread characters, odd spaces and the like, some beyond what a reader would see. No "
    "figure here is about records of real patients."
)


def introduction(said: Mapping[str, str], corpora: Sequence[Corpus]) -> Iterator[str]:
    yield machine.said(said)
    yield _TERMS
    yield _TIMES
    if any(not corpus.generated for corpus in corpora):
        yield _PUBLIC
    yield _GENERATED


def tables(full: Sequence[Outcome], sampled: Sequence[Outcome]) -> Iterator[Table]:
    yield goals(full)
    yield report.marked("Identifiers found", full)
    yield report.unmarked("Texts without marks", full)
    if any(one.structured for one in full):
        yield report.structures(full)
    yield report.costs(costed(full, sampled))
    if sampled:
        yield report.marked("All engines on the same samples", sampled)
        yield report.unmarked("All engines on the same samples without marks", sampled)
    yield from report.by_class(full)
