"""A detector of plain patterns, and the ways tests drive the streaming side of the mask."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Span
from extproc.mask.apply import Mint
from extproc.mask.channel import MaskedChannel
from extproc.mask.holdback import HoldBack
from extproc.mask.plan import Operator, Plan, Scheme
from extproc.mask.restore import Restorer

KEY: Final = b"only-for-tests-" * 3
EVERYTHING: Final = frozenset(EntityType)
SURROGATES: Final = Plan(Operator.SURROGATE)

_PATTERNS: Final = re.compile(
    r"(?P<SSN>\b\d{3}-\d\d-\d{4}\b)"
    r"|(?P<EMAIL>\b[\w.]+@[\w.]+\.(?:org|example)\b)"
    r"|(?P<NAME>\b(?:Maria|Juan|Wei|Aisha)(?: (?:Lopez|Okafor|Zhang))?\b|\b(?:Lopez|Okafor|Zhang)\b)"
    r"|(?P<DATE>\b\d{4}-\d\d-\d\d\b)"
)


def find(text: str) -> tuple[Finding, ...]:
    """What the patterns find; like any detector, it knows the text it is given and nothing else."""
    return tuple(
        Finding(Span(*match.span()), EntityType(str(match.lastgroup)), 900, "fake")
        for match in _PATTERNS.finditer(text)
    )


def at(entity: EntityType, start: int, end: int) -> Finding:
    return Finding(Span(start, end), entity, 900, "fake")


def mint(*reserved: str, scheme: Scheme = Scheme.NUMBERED) -> Mint:
    return Mint(scheme, KEY, reserved=reserved, exchange="a", this_year=2026)


def chunked(text: str, sizes: Sequence[int]) -> Iterable[str]:
    """``text`` in chunks of these sizes, over and over."""
    start, turn = 0, 0
    while start < len(text):
        size = sizes[turn % len(sizes)]
        yield text[start : start + size]
        start, turn = start + size, turn + 1


def through_window(window: HoldBack, chunks: Iterable[str], mint: Mint) -> str:
    """All that the window releases, each finding replaced by its surrogate."""

    def write(finding: Finding, value: str) -> str:
        return mint.cover(Operator.SURROGATE, finding.entity, value)

    out = []
    for chunk in [*chunks, None]:
        window.finish() if chunk is None else window.push(chunk)
        while (due := window.due()) is not None:
            out.append(window.scanned(find(due), write))
    assert window.done
    return "".join(out)


def through_channel(channel: MaskedChannel, chunks: Iterable[str]) -> str:
    out = []
    for chunk in [*chunks, None]:
        channel.finish() if chunk is None else channel.push(chunk)
        while (due := channel.due()) is not None:
            out.append(channel.scanned(find(due)))
    assert channel.done
    return "".join(out)


def through_restorer(restorer: Restorer, chunks: Iterable[str]) -> str:
    return "".join([*(restorer.push(chunk) for chunk in chunks), restorer.finish()])
