"""``detect.toml`` on disk."""

from pathlib import Path

import pytest

from extproc.adapters.detect_rules import RulesRefused, Told, load_organisation, read_rules, told_of
from extproc.adapters.detectors import organisation_of
from extproc.detect.entities import EntityType as E
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.faults import Kind
from extproc.detect.own.organisation import Case, Cues, OwnEntity, OwnList, OwnPattern
from extproc.errors import Misconfigured

WHOLE = r"""
[[pattern]]
name = "badge"
entity = "OTHER_ID"
regex = '\bQ([0-9]{5})\b'
validator = "luhn"
cues = { before = ["cupboard"], after = ["is mine"], within = 30 }
score = 870
case = "exact"
hits = ["cupboard Q12344"]
misses = ["Q12344"]

[[list]]
name = "wards"
entity = "GEO"
words = ["Sunrise Ward"]
file = "wards.txt"

[allow]
texts = ["555-555-0199"]

[allow.only.GEO]
patterns = ['Building [0-9]']

[entity.AGE]
enabled = false

[entity.NAME]
minimum = 600
"""

PATTERN = """
[[pattern]]
name = "locker"
entity = "OTHER_ID"
regex = 'L[0-9]{3}'
hits = ["L123"]
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "wards.txt").write_text("# the wards\n\nHarbour Ward \nZürich Suite\r\n", encoding="utf-8")
    return tmp_path / "detect.toml"


def written(place: Path, text: str) -> Path:
    place.write_text(text, encoding="utf-8")
    return place


def refusal(place: Path, text: str) -> str:
    with pytest.raises(Misconfigured) as refused:
        load_organisation(written(place, text))
    return str(refused.value).replace(f"{place.parent}/", "")


def test_every_key_is_read(place: Path) -> None:
    rules = read_rules(written(place, WHOLE)).rules
    cues = Cues(("cupboard",), ("is mine",), 30)
    assert rules.patterns == (
        OwnPattern(
            "badge", E.OTHER_ID, r"\bQ([0-9]{5})\b", 870, "luhn", cues, Case.EXACT, ("cupboard Q12344",), ("Q12344",)
        ),
    )
    assert rules.lists == (OwnList("wards", E.GEO, ("Sunrise Ward", "Harbour Ward", "Zürich Suite"), 700),)
    assert rules.allowed == (Allowed(("555-555-0199",)), Allowed((), ("Building [0-9]",), E.GEO))
    assert rules.entities == {E.AGE: OwnEntity(enabled=False), E.NAME: OwnEntity(600)}


def test_good_rules_make_an_organisation(place: Path) -> None:
    own = load_organisation(written(place, WHOLE))
    assert [row.name for row in own.recognizers] == ["own:badge"]
    assert organisation_of(place).rules == own.rules


@pytest.mark.parametrize(
    ("more", "score"),
    [("", 700), ('cues = { before = ["L"] }', 850), ('validator = "luhn"', 950), ("score = 1", 1)],
)
def test_the_score_is_by_the_evidence_unless_it_is_given(place: Path, more: str, score: int) -> None:
    assert read_rules(written(place, PATTERN + more)).rules.patterns[0].score_permille == score


def test_the_digest_tells_one_content_from_another(place: Path) -> None:
    first = load_organisation(written(place, WHOLE)).rules.digest
    assert load_organisation(place).rules.digest == first
    assert len(first) == 8
    (place.parent / "wards.txt").write_text("Harbour Ward")
    second = load_organisation(place).rules.digest
    third = load_organisation(written(place, WHOLE + "\n")).rules.digest
    assert len({first, second, third}) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PATTERN + "colour = 1", "detect.toml:7: pattern.0.colour: there is no such key"),
        ("[[patern]]", "detect.toml:1: patern: there is no such key"),
        (PATTERN.replace("OTHER_ID", "BADGE"), "detect.toml:4: pattern.0.entity: Input should be 'NAME', "),
        (PATTERN.replace("locker", "Locker 7"), "detect.toml:3: pattern.0.name: String should match"),
        (
            PATTERN + 'validator = "crc32"',
            "detect.toml:7: pattern.0.validator: Value error, there is no such validator",
        ),
        (PATTERN.replace('hits = ["L123"]', ""), "detect.toml:2: pattern.0.hits: Field required"),
        (PATTERN.replace('["L123"]', "[]"), "detect.toml:6: pattern.0.hits: "),
        (PATTERN + "score = 1001", "detect.toml:7: pattern.0.score: "),
        (PATTERN + "cues = { within = 900 }", "detect.toml:7: pattern.0.cues.within: "),
        ("[entity.PET]\nenabled = false", "detect.toml:1: entity.PET: Input should be 'NAME', "),
        ("[allow]\nnames = []", "detect.toml:2: allow.names: there is no such key"),
        (
            "[[list]]\nname='a'\nentity='GEO'\nfile='none.txt'",
            "detect.toml:4: list.0.file: none.txt cannot be read (No",
        ),
        (PATTERN + "score = true", "detect.toml:7: pattern.0.score: Input should be a valid integer"),
        (PATTERN + "score = 700.0", "detect.toml:7: pattern.0.score: Input should be a valid integer"),
        (PATTERN + 'score = "700"', "detect.toml:7: pattern.0.score: Input should be a valid integer"),
        (PATTERN + "cues = { before = ['a'], within = true }", "detect.toml:7: pattern.0.cues.within: Input should"),
        (PATTERN + "cues = { before = [], after = ['a'] }", "detect.toml:7: pattern.0.cues.before: Tuple should have"),
        (PATTERN + "cues = { before = ['a'], near = 1 }", "detect.toml:7: pattern.0.cues.near: there is no such key"),
        (PATTERN + "misses = []", "detect.toml:7: pattern.0.misses: Tuple should have at least 1 item"),
        (PATTERN + 'case = "exactly"', "detect.toml:7: pattern.0.case: Input should be 'any' or 'exact'"),
        ("[[list]]\nname='a'\nentity='GEO'\nwords=[]", "detect.toml:4: list.0.words: Tuple should have"),
        ("[[list]]\nname='a'\nentity='GEO'\nwords=[1]", "detect.toml:4: list.0.words.0: Input should be a valid str"),
        ("[entity.AGE]\nenabled = 1", "detect.toml:2: entity.AGE.enabled: Input should be a valid boolean"),
        ("[entity.AGE]\nminimum = 5.0", "detect.toml:2: entity.AGE.minimum: Input should be a valid integer"),
        ("[entity.AGE]\nmode = 'fast'", "detect.toml:2: entity.AGE.mode: there is no such key"),
        ("[entity.AGE]", "detect.toml:1: entity.AGE: Value error, the table is empty"),
        ("[allow]\ntexts = []", "detect.toml:2: allow.texts: Tuple should have"),
        ("[allow.only.GEO]\nwords = ['a']", "detect.toml:2: allow.only.GEO.words: there is no such key"),
        ("[allow.only.GEO]", "detect.toml:1: allow.only.GEO: Value error, the table is empty"),
        ("[[list]\n", "detect.toml:1: file: not valid TOML: "),
        (PATTERN.replace("L[0-9]{3}", "[0-9]*"), "detect.toml:5: pattern locker: it also matches no character"),
        (PATTERN.replace("L123", "K123"), "detect.toml:6: pattern locker: hit 1 is not found"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_key(place: Path, text: str, says: str) -> None:
    assert refusal(place, text).startswith(says)


def test_all_faults_are_told_at_once_and_no_value_is_quoted(place: Path) -> None:
    text = PATTERN.replace("L123", "219-09-9999") + PATTERN.replace("locker", "other").replace("L123", "219-09-9999")
    refused = refusal(place, text)
    assert refused.count("\n") == 1
    assert "219" not in refused


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="cannot be read"):
        load_organisation(tmp_path / "detect.toml")


def test_a_word_file_in_another_encoding_is_refused(place: Path) -> None:
    (place.parent / "wards.txt").write_bytes(b"Z\xfcrich")
    assert refusal(place, WHOLE).startswith("detect.toml:17: list.0.file: it is not a text in UTF-8")


def test_all_that_is_to_be_said_comes_in_the_order_of_the_lines(place: Path) -> None:
    told = told_of(written(place, WHOLE + PATTERN.replace("'L[0-9]{3}'", "'[0-9]{1,9}'")))
    assert [(one.line, one.kind) for one in told] == [
        (25, Kind.SWITCHED_OFF),
        (31, Kind.BROAD),
    ]


def test_what_has_not_the_form_is_told_too(place: Path) -> None:
    assert told_of(written(place, "x = 1")) == (
        Told(place, 1, told_of(place)[0].level, Kind.FORM, "x", "there is no such key"),
    )


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        ('[allow]\npatterns = ["[0-9]{3}-[0-9]{2}-[0-9]{4}"]\n', Kind.ALLOWS_PERSON),
        ("[allow.only.PHONE]\npatterns = ['\\+?[0-9 -]{9,16}']\n", Kind.ALLOWS_PERSON),
        ('[[pattern]]\nname = "any"\nentity = "OTHER_ID"\nregex = "[a-z]{2,9}"\nhits = ["kestrel"]\n', Kind.BROAD),
    ],
)
def test_no_gate_starts_with_rules_that_open_a_hole_or_mask_everything(tmp_path: Path, rules: str, kind: Kind) -> None:
    file = tmp_path / "detect.toml"
    file.write_text(rules, encoding="utf-8")
    with pytest.raises(RulesRefused) as refused:
        load_organisation(file)
    assert [told.kind for told in refused.value.told] == [kind]


def test_a_rule_that_changes_nothing_does_not_stop_a_gate(tmp_path: Path) -> None:
    file = tmp_path / "detect.toml"
    rule = (
        "[[pattern]]\nname = 'mail'\nentity = 'EMAIL'\nregex = '[a-z]{2,9}@example[.]org'\nhits = ['mc@example.org']\n"
    )
    file.write_text(rule, encoding="utf-8")
    assert load_organisation(file).rules.patterns
