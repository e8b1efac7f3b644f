"""Word lists the rules look names up in. Loaded at the edge, since this package reads no files."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries are folded (:mod:`extproc.detect.fold`), lower case, without apostrophes; only cities may hold spaces."""

    first_names: frozenset[str] = field(repr=False)
    surnames: frozenset[str] = field(repr=False)
    cities: frozenset[str] = field(repr=False)
    """Cities and towns that count when something says a place comes: ``in Reading``, ``Reading, PA``."""
    large_cities: frozenset[str] = field(repr=False)
    """A part of ``cities``: those that count by themselves when written with a capital."""
