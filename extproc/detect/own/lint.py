"""What own rules are worth beside the product's: rules that can never have the last word, or would mask plain text.

Found by trying: each rule's hits are read by the whole engine, a clean paragraph by each rule, planted identifiers by
each allowance. Not covered: what a learned tier adds, and rules that only meet in texts nobody gave as an example.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extproc.detect.entities import SAFE_HARBOR_CLASS
from extproc.detect.fold import fold
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.lexicon import COMMON
from extproc.detect.own import allowance_lint, shadows
from extproc.detect.own.faults import Kind, Level, Remark, Where, called, faults, finder
from extproc.detect.own.organisation import (
    SWITCHABLE,
    OwnList,
    OwnPattern,
    OwnRule,
    OwnRules,
)
from extproc.detect.phrases import words_of
from extproc.detect.rules import Rules

CLEAN: Final = """\
The patient was seen in clinic for follow-up of hypertension and type 2 diabetes. She denies chest pain, shortness of
breath or fever. Blood pressure was 128/76, heart rate 72, temperature 98.6 F, oxygen saturation 97% on room air.
Weight 81.5 kg, BMI 27.4. Lungs are clear, the abdomen is soft. Labs: Na 138, K 4.2, creatinine 0.9 mg/dL, A1c 7.1%,
WBC 6.8, Hgb 13.2, platelets 240. ECG shows sinus rhythm at 70 bpm, QTc 420 ms. Continue metformin 1000 mg twice a
day, lisinopril 20 mg daily and atorvastatin 40 mg at night; start with 5 mg if she feels dizzy. ICD-10 codes E11.9 and
I10, CPT 99214. Repeat labs in 3 months, and return to the ward or call the office if symptoms get worse. Discussed
diet, exercise and smoking cessation for 25 minutes.
"""
"""Plain clinical text without one identifier."""

_MOST_CLEAN_SPANS: Final = 2
"""From here on a rule does not find identifiers but words or numbers."""
_SHOWN: Final = 5


def lint(rules: OwnRules, gazetteer: Gazetteer) -> Iterator[Remark]:
    """Faults, and then what is wrong with the rules that have none."""
    found = list(faults(rules))
    yield from found
    faulty = {remark.where for remark in found if remark.level is Level.ERROR}
    sound = _without({where[:2] for where in faulty}, rules)
    product = Rules(gazetteer)
    placed = [(at, rule) for at, rule in _placed(rules) if rule in sound.patterns or rule in sound.lists]
    yield from shadows.remarks(placed, sound, gazetteer, product)
    for at, rule in placed:
        yield from _broad(rule, at)
        if isinstance(rule, OwnList):
            yield from _words(rule, at, product.lexicon)
    yield from allowance_lint.remarks(rules.allowed, product, faulty)
    yield from _off(rules)


def unsafe(rules: OwnRules, gazetteer: Gazetteer) -> Iterator[Remark]:
    """What no gate may start with, of rules without faults: allowances that would let a person's identifiers pass, and
    rules that would mask plain text. A rule that changes nothing is no danger: the product may have learned it since.
    """
    for at, rule in _placed(rules):
        yield from (remark for remark in _broad(rule, at) if remark.level is Level.ERROR)
    if rules.allowed:
        told = allowance_lint.remarks(rules.allowed, Rules(gazetteer), ())
        yield from (remark for remark in told if remark.level is Level.ERROR)


def _placed(rules: OwnRules) -> Iterator[tuple[Where, OwnRule]]:
    yield from ((("pattern", index), pattern) for index, pattern in enumerate(rules.patterns))
    yield from ((("list", index), own) for index, own in enumerate(rules.lists))


def _without(broken: set[Where], rules: OwnRules) -> OwnRules:
    """The rules that have no error; allowances and settings of kinds all go when one of them has."""
    tables = {where[0] for where in broken}
    return replace(
        rules,
        patterns=tuple(p for i, p in enumerate(rules.patterns) if ("pattern", i) not in broken),
        lists=tuple(own for i, own in enumerate(rules.lists) if ("list", i) not in broken),
        allowed=() if "allow" in tables else rules.allowed,
        entities={} if "entity" in tables else rules.entities,
    )


def _broad(rule: OwnRule, at: Where) -> Iterator[Remark]:
    spans = finder(rule)(fold(CLEAN).text)
    if not spans:
        return
    words = f"it finds {len(spans)} identifiers in a plain clinical paragraph that has none"
    level = Level.WARNING if isinstance(rule, OwnList) or len(spans) <= _MOST_CLEAN_SPANS else Level.ERROR
    advice = (
        "narrow it with cues, a validator or a fixed prefix" if isinstance(rule, OwnPattern) else "use longer words"
    )
    yield Remark(level, Kind.BROAD, at, called(rule), words, advice)


def _words(rule: OwnList, at: Where, lexicon: Mapping[str, int]) -> Iterator[Remark]:
    folded = [words_of(fold(word).text.lower()) for word in rule.words]
    common = [words[0] for words in folded if len(words) == 1 and lexicon.get(words[0], 0) & COMMON]
    if common:
        why = f"everyday words will be masked wherever they stand: {_some(common)}"
        advice = 'remove them, write them with a second word, or set case = "exact"'
        yield Remark(Level.WARNING, Kind.COMMON_WORD, (*at, "words"), called(rule), why, advice)
    first = {words: index for index, words in reversed(list(enumerate(folded, 1)))}
    again = [str(index) for index, words in enumerate(folded, 1) if first[words] < index]
    if again:
        why = f"words stand there again, in other letters or the same: number {_some(again)}"
        yield Remark(Level.WARNING, Kind.DUPLICATE, (*at, "words"), called(rule), why, "keep one of each")


def _some(words: Sequence[str]) -> str:
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more


def _off(rules: OwnRules) -> Iterator[Remark]:
    for entity in rules.off:
        if entity in SWITCHABLE:
            what = f"{entity}, class {SAFE_HARBOR_CLASS[entity]} of the Safe Harbor list, is NOT looked for"
            why = f"{what}: what leaves is not de-identified by 45 CFR 164.514(b)"
            advice = f"keep it so for limited data sets only; records name the detector rules-{'-'.join(rules.off)}"
            at = ("entity", entity.value)
            yield Remark(Level.WARNING, Kind.SWITCHED_OFF, at, f"entity {entity}", why, advice)
