"""Pairs of a key and a value, as forms and heads of letters have them: ``Next of kin: ann ex``, ``| DOB | 1/2/80 |``.

A key ends at a colon or an equals sign, or is the first of two cells; a value ends with the line, at a bar, a tab, a
semicolon, two blanks or the next key. Keys that head prose as well (``Patient:`` in a dialogue) are left to the rules.

Not covered: values on the line below their key.
"""

import re
from collections.abc import Iterator
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.structures.headers import ambiguous, entity_of, is_reference, personal, unsure, words
from extproc.detect.structures.values import fits
from extproc.detect.structures.view import View

_KEY: Final = r"([^\W\d_][\w '’()/.#&-]{0,40}+)"
_SIGN: Final = re.compile(r"[:=](?![=/])")
_BEFORE: Final = re.compile(rf"(?:(?<![^\r\n;|\t,])|(?<=  ))[ \t]{{0,8}}+[#>*•_\"'` -]{{0,6}}{_KEY}[*_\"'`]{{0,3}}\Z")
_REACH: Final = 64
"""Characters before a sign that may hold its key."""
_ROW: Final = re.compile(
    rf"(?:(?<=[\r\n])|\A)[ \t]{{0,8}}+\|?[ \t*_]{{0,4}}+{_KEY}[*_]{{0,3}} {{0,40}}+[|\t]"
    rf"(?=[^|\t\r\n]{{1,200}}+\|?[ \t]{{0,8}}+(?:[\r\n]|\Z))"
)
_CALLED: Final = re.compile(r"\w\([^)]*+\Z")
"""A call, of which this is a named argument, as :mod:`~extproc.detect.structures.assigned` reads them."""
_TYPED: Final = re.compile(r"(?:\\++[nrt])++")
_VALUE_END: Final = re.compile(r"[\r\n;|\t]|\\[nrt]|  |, ?(?=\d{1,3} ?(?:y|M\b|F\b|m\b|f\b))| - | \(")
_DEGREES: Final = re.compile(
    r"(?:,? (?:M\.?D\.?|D\.?O\.?|MBBS|Ph\.?D\.?|R\.?N\.?|NP|PA(?:-C)?|FNP(?:-[A-Z]+)?|APRN|PharmD|DDS|DMD|DPM|LCSW|MSW"
    r"|DPT|PT|OT|RD|BSN|LPN|CNM|CRNA|FACP|FACS|FRCP|FRCS|PsyD|MS|MPH)(?=[,\s.]|\Z)\.?){1,4}\Z"
)
"""Behind a name; they are no part of it."""
_BEHIND_NUMBER: Final = re.compile(r",[ ][^\d,]{3,}\Z")
"""Words behind a number, such as ``, verified``."""
_WITH_COMMAS: Final = frozenset((E.GEO, E.DATE))
_LONGEST: Final = 120
_LEAST_PERSONAL: Final = 2
"""Keys about a person that make ``Name:`` among them a person's."""

_SPEAKERS: Final = frozenset(
    """
    paciente paziente patientin patiente pacjent pacjentka medico médico doctora arzt ärztin médecin medecin provider
    physician clinician nurse enfermera enfermero infirmière pfleger consultant surgeon gp therapist interpreter
    caregiver guardian mother father spouse
    """.split()  # noqa: SIM905 - a list of literals would be a line a word
)
_LEAST_TURNS: Final = 3
"""So many of these keys are turns of a conversation, in which each speaks words and not names."""

_PROSE: Final = re.compile(
    r"[.?!]\s+\S|[?]|\b(?:i|you|the|is|was|has|had|with|and|for|to|please|reports?|denies|days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"\d{1,4}\s?[-/. ]\s?(?:\d{1,2}|[^\W\d_]{3,10}\.?)(?:\s?[-/., ]\s?\d{1,4})"
    r"|[^\W\d_]{3,10}\.? \d{1,2},? \d{2,4}|\d{8}"
)
_WITHOUT_NUMBER: Final = frozenset(
    """
    city town village birthplace birth ciudad ville stadt citta cidade woonplaats wohnort
    """.split()  # noqa: SIM905 - a list of literals would be a line a word
)
"""Of a place that these words name, no number is awaited."""
_WEAK: Final = frozenset((E.URL, E.PHOTO, E.AGE, E.IP, E.BIOMETRIC))
"""Left to the rules, which read them wherever they stand."""


def read_forms(view: View) -> list[tuple[int, int]]:
    """Notes what the pairs of ``view`` say. Their text stays text for everybody else."""
    text = view.text
    pairs = _pairs(text)
    if not any(entity_of(key) or ambiguous(key) for key, _, _ in pairs):
        return []
    somebody = sum(personal((key,)) for key, _, _ in pairs) >= _LEAST_PERSONAL
    spoken = sum(key.lower() in _SPEAKERS for key, _, _ in pairs) >= _LEAST_TURNS
    for key, start, limit in pairs:
        entity = entity_of(key) or (ambiguous(key) if somebody else None)
        if entity is E.NAME and spoken and key.lower() in _SPEAKERS:
            continue
        if entity is None or entity in _WEAK or (unsure(key) and not (somebody and entity is E.GEO)):
            continue
        start, end = _value(text, start, limit)
        if entity is E.NAME:
            end = start + len(_DEGREES.sub("", text[start:end]))
        elif entity not in _WITH_COMMAS:
            end = start + len(_BEHIND_NUMBER.sub("", text[start:end]))
        if _is_value(entity, key, text[start:end]):
            _mark(view, start, end, entity)
    return []


def _mark(view: View, start: int, end: int, entity: E) -> None:
    """A key says what a name or a place is; of a number the rules may know better, by its form or its label."""
    match entity:
        case E.NAME | E.GEO | E.DATE | E.EMAIL:
            view.mark(start, end, entity, "form_value")
        case E.OTHER_ID:
            view.notes.candidates.append(Candidate(*view.place(start, end), entity, Tier.SHAPED, "form_value"))
        case _:
            view.notes.candidates.append(Candidate(*view.place(start, end), entity, Tier.CUED, "form_value"))


def _pairs(text: str) -> list[tuple[str, int, int]]:
    """Each key, where its value begins, and where it has to end."""
    keys = list(_keys(text))
    begins = [*(start for _, start, _ in keys), len(text)][1:]
    pairs = [(key, end, following) for (key, _, end), following in zip(keys, begins, strict=True)]
    if "|" in text or "\t" in text:
        pairs += [(found[1].strip(), found.end(), len(text)) for found in _ROW.finditer(text)]
    return pairs


def _keys(text: str) -> Iterator[tuple[str, int, int]]:
    """What stands before a colon or an equals sign and looks like a key; where it begins, and where the sign ends."""
    for sign in _SIGN.finditer(text):
        key = _BEFORE.search(text, max(0, sign.start() - _REACH), sign.start())
        if key is not None and not (sign[0] == "=" and _CALLED.search(key[1])):
            yield key[1].strip(), key.start(), sign.end()


def _value(text: str, start: int, limit: int) -> tuple[int, int]:
    limit = min(limit, start + _LONGEST)
    typed = _TYPED.match(text, start, limit)
    start = typed.end() if typed else start
    while start < limit and text[start] in " *_`\"'{[":
        start += 1
    stop = _VALUE_END.search(text, start, limit)
    end = stop.start() if stop else limit
    while end > start and (text[end - 1] in " *_`\"',.}]" or _closes_before(text, start, end)):
        end -= 1
    return start, end


def _closes_before(text: str, start: int, end: int) -> bool:
    """Whether what ends at ``end`` is a parenthesis that was opened before ``start``."""
    return text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end)


def _is_value(entity: E, key: str, value: str) -> bool:
    if not fits(entity, value) or _PROSE.search(value):
        return False
    match entity:
        case E.DATE:
            return _DATED.search(value) is not None
        case E.NAME:
            return len(value.split()) <= 5 and not any(map(str.isdigit, value)) and not is_reference(value)
        case E.GEO:
            return any(map(str.isdigit, value)) or not _WITHOUT_NUMBER.isdisjoint(words(key))
        case _:
            return len(value.split()) <= 4
