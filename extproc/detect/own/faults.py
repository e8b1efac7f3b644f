"""What is wrong with own rules by themselves: each fault with its place, why it is one, and what to do.

A fault keeps the gate from starting. What needs the product's rules to be seen (a rule that another one shadows, words
of everyday English) is :mod:`extproc.detect.own.lint`'s. Messages never quote an example: somebody may have
copied it from a chart.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.fold import fold
from extproc.detect.own import regex_faults
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.organisation import (
    MOST_MINIMUM,
    SWITCHABLE,
    Organisation,
    OwnEntity,
    OwnList,
    OwnPattern,
    OwnRule,
    OwnRules,
    is_read,
    recognizer,
)
from extproc.detect.phrases import MOST_WORDS, words_of
from extproc.detect.scan import Scanner

Where = tuple[str | int, ...]
"""A place in the file: ``("pattern", 2, "regex")`` is the key ``regex`` of the third ``[[pattern]]``."""


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Kind(StrEnum):
    """A word for each thing that can be wrong, for who reads the output of a program."""

    ALLOWS_PERSON = "allows_person"
    BELOW_MINIMUM = "below_minimum"
    BROAD = "broad"
    COMMON_WORD = "common_word"
    DUPLICATE = "duplicate"
    ENDLESS = "endless"
    EXAMPLE = "example"
    FORM = "form"
    """The file is not of the form that rules have."""
    MATCHES_ALL = "matches_all"
    MATCHES_NOTHING = "matches_nothing"
    NO_CUE = "no_cue"
    NO_WORD = "no_word"
    NOT_SWITCHABLE = "not_switchable"
    SHADOWED = "shadowed"
    SWITCHED_OFF = "switched_off"
    UNCOMPILABLE = "uncompilable"
    UNREAD = "unread"
    VALIDATOR = "validator"


@dataclass(frozen=True, slots=True)
class Remark:
    level: Level
    kind: Kind
    where: Where
    rule: str
    """``pattern badge``, ``list wards``, ``allow``, ``entity AGE``."""
    why: str
    advice: str


UNREAD_ADVICE: Final = "write it in Latin, Greek or Cyrillic letters: other scripts are read letter by letter as x"


def faults(rules: OwnRules) -> Iterator[Remark]:
    """All that is wrong, in the order of the file's tables; ``Organisation`` can be made of rules without any."""
    yield from _names(rules)
    for index, pattern in enumerate(rules.patterns):
        yield from _of_pattern(pattern, ("pattern", index), rules)
    for index, own in enumerate(rules.lists):
        yield from _of_list(own, ("list", index), rules)
    for row in rules.allowed:
        yield from _of_allowed(row)
    for entity, setting in rules.entities.items():
        yield from _of_entity(entity, setting)


def called(rule: OwnRule) -> str:
    return f"{'list' if isinstance(rule, OwnList) else 'pattern'} {rule.name}"


def allowed_at(row: Allowed) -> Where:
    return ("allow",) if row.entity is None else ("allow", "only", row.entity.value)


def _error(kind: Kind, where: Where, rule: str, why: str, advice: str) -> Remark:
    return Remark(Level.ERROR, kind, where, rule, why, advice)


def _names(rules: OwnRules) -> Iterator[Remark]:
    seen: set[str] = set()
    tables: tuple[tuple[str, Sequence[OwnRule]], ...] = (("pattern", rules.patterns), ("list", rules.lists))
    for table, rows in tables:
        for index, rule in enumerate(rows):
            if rule.name in seen:
                why = "another rule has this name, and a finding would not tell which of them found it"
                yield _error(Kind.DUPLICATE, (table, index, "name"), called(rule), why, "give it a name of its own")
            seen.add(rule.name)


def _of_pattern(rule: OwnPattern, at: Where, rules: OwnRules) -> Iterator[Remark]:
    broken = list(_of_regex(rule.regex, (*at, "regex"), called(rule)))
    yield from broken
    cues = rule.cues
    if cues is not None and not any(words_of(fold(cue).text) for cue in (*cues.before, *cues.after)):
        why = "no cue has a letter or digit that is read, so none is ever found beside a match"
        yield _error(Kind.NO_CUE, (*at, "cues"), called(rule), why, "name words that stand beside, or leave cues out")
        return
    yield from _of_score(rule, at, rules)
    if not broken:
        yield from _of_examples(rule, at)


def _of_regex(regex: str, where: Where, rule: str) -> Iterator[Remark]:
    if not is_read(regex):
        yield _error(Kind.UNREAD, where, rule, "it holds letters of a script that folding does not read", UNREAD_ADVICE)
    elif regex_faults.has_foreign_range(regex):
        why = "it has a range of letters that are read as plain ones"
        yield _error(
            Kind.UNREAD, where, rule, why, "write [a-z], which all Latin, Greek and Cyrillic letters are read as"
        )
    elif fault := regex_faults.uncompilable(regex):
        yield _error(Kind.UNCOMPILABLE, where, rule, fault.why, fault.advice)
    elif regex_faults.matches_anything(regex):
        why = "it matches any text at all"
        yield _error(Kind.MATCHES_ALL, where, rule, why, "write out what the numbers or names have in common")
    elif regex_faults.matches_nothing(regex):
        why = "it also matches no character at all, which is no identifier"
        advice = "write what has to be there with {1,9} in place of *, ? or {0,9}"
        yield _error(Kind.MATCHES_NOTHING, where, rule, why, advice)
    elif regex_faults.is_endless(regex):
        why = "a repetition has no end, so that one match could read a whole text"
        yield _error(Kind.ENDLESS, where, rule, why, "write {1,40} in place of +, and {0,40} in place of *")


def _of_score(rule: OwnRule, at: Where, rules: OwnRules) -> Iterator[Remark]:
    setting = rules.entities.get(rule.entity, OwnEntity())
    if not setting.enabled:
        why = f"{rule.entity} is switched off, so the rule never finds anything"
        yield _error(Kind.SWITCHED_OFF, (*at, "entity"), called(rule), why, "switch it on, or remove the rule")
    elif rule.score_permille < setting.minimum_permille:
        why = f"its score of {rule.score_permille} is below the {setting.minimum_permille} that {rule.entity} needs"
        advice = f"raise the rule's score, or lower minimum of [entity.{rule.entity}]"
        yield _error(Kind.BELOW_MINIMUM, (*at, "score"), called(rule), why, advice)


Finds = Callable[[str], Sequence[tuple[int, int]]]
"""Where a rule alone, whatever else is in force, finds something in a folded text."""


def finder(rule: OwnRule) -> Finds:
    if isinstance(rule, OwnPattern):
        return _pattern_finder(rule)
    alone = Organisation(OwnRules(lists=(rule,)))
    return lambda text: [(c.start, c.end) for c in alone.listed(text)]


def _pattern_finder(rule: OwnPattern) -> Finds:
    row = recognizer(rule)
    scanner = Scanner([row.pattern])

    def find(text: str) -> Sequence[tuple[int, int]]:
        return [
            (start, end)
            for start, end, _ in scanner.finditer(0, text.encode("ascii"))
            if (row.check is None or row.check(text[start:end]))
            and (row.beside is None or row.beside(text, start, end))
        ]

    return find


def _of_examples(rule: OwnRule, at: Where) -> Iterator[Remark]:
    finds = finder(rule)
    for index, hit in enumerate(rule.hits):
        if not finds(fold(hit).text):
            kind, why, advice = _unfound(rule, hit)
            yield _error(kind, (*at, "hits", index), called(rule), f"hit {index + 1} is not found: {why}", advice)
    for index, miss in enumerate(rule.misses):
        if finds(fold(miss).text):
            why = f"miss {index + 1} is found, though it should not be"
            yield _error(
                Kind.EXAMPLE, (*at, "misses", index), called(rule), why, "narrow the rule, or move the example"
            )


def _unfound(rule: OwnRule, hit: str) -> tuple[Kind, str, str]:
    """Which part of a rule stands in the way of its own hit."""
    if isinstance(rule, OwnList):
        return Kind.EXAMPLE, "it holds none of the words", "add the word, or correct the example"
    cueless = replace(rule, cues=None)
    if finder(cueless)(fold(hit).text):
        return Kind.EXAMPLE, "no cue stands near enough", "add the cue that stands there, or raise cues.within"
    shape = replace(rule, cues=None, validator=None)
    if finder(shape)(fold(hit).text):
        why = f"the validator {rule.validator} refuses it"
        return Kind.VALIDATOR, why, "use another validator, or an example with a right check digit"
    if fold(hit).text != hit:
        why = "the regex does not match the text as it is read: accents gone, MRN_123456 as MRN:123456"
        return Kind.EXAMPLE, why, "write the regex for plain letters, and [_:] where a label ends in an underscore"
    return Kind.EXAMPLE, "the regex does not match it", "correct one of the two"


def _of_list(rule: OwnList, at: Where, rules: OwnRules) -> Iterator[Remark]:
    if not rule.words:
        yield _error(Kind.NO_WORD, at, called(rule), "it has no words", "give words, or a file with one a line")
    for index, word in enumerate(rule.words):
        yield from _of_text(word, (*at, "words", index), called(rule), f"word {index + 1}")
    yield from _of_score(rule, at, rules)
    yield from _of_examples(rule, at)


def _of_text(text: str, where: Where, rule: str, which: str) -> Iterator[Remark]:
    """A word of a list, or an allowed text."""
    words = words_of(fold(text).text)
    if not is_read(text):
        yield _error(
            Kind.UNREAD, where, rule, f"{which} is of a script that folding does not keep apart", UNREAD_ADVICE
        )
    elif not words:
        yield _error(Kind.NO_WORD, where, rule, f"{which} has no letter or digit", "remove it")
    elif len(words) > MOST_WORDS:
        why = f"{which} has {len(words)} words of its own; {MOST_WORDS} are read"
        yield _error(Kind.NO_WORD, where, rule, why, "shorten it to what is always written")


def _of_allowed(row: Allowed) -> Iterator[Remark]:
    at = allowed_at(row)
    for index, text in enumerate(row.texts):
        yield from _of_text(text, (*at, "texts", index), f"allow text {index + 1}", "it")
    for index, pattern in enumerate(row.patterns):
        yield from _of_regex(pattern, (*at, "patterns", index), f"allow pattern {index + 1}")


def _of_entity(entity: EntityType, setting: OwnEntity) -> Iterator[Remark]:
    at, rule = ("entity", entity.value), f"entity {entity}"
    if not setting.enabled and entity not in SWITCHABLE:
        can = ", ".join(entity.value for entity in EntityType if entity in SWITCHABLE)
        why = f"{entity} cannot be switched off: only {can} can, since a limited data set may hold them"
        advice = "let a policy keep it where that is right, or allow the texts that are no identifiers"
        yield _error(Kind.NOT_SWITCHABLE, (*at, "enabled"), rule, why, advice)
    if setting.minimum_permille > MOST_MINIMUM:
        why = f"a minimum above {MOST_MINIMUM} would withdraw what the product's own rules find"
        advice = f"use at most {MOST_MINIMUM}, or allow the texts that are no identifiers"
        yield _error(Kind.NOT_SWITCHABLE, (*at, "minimum"), rule, why, advice)
