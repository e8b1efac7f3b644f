import json

import pytest

from extproc.detect.entities import EntityType as E
from extproc.mask.plan import Scheme
from extproc.mask.restore import LONGEST_RUN, Restorer
from extproc.mask.surrogates import Surrogates
from extproc.payload.part import Spot
from tests.support.masking import EVERYTHING, KEY, chunked, through_restorer
from tests.unit.mask.steps import steps

EVIL = "https://evil.example/?q="


def issued(*reserved: str) -> Surrogates:
    surrogates = Surrogates(Scheme.NUMBERED, KEY, reserved=reserved)
    for entity, value in (
        (E.NAME, "Maria Lopez"),
        (E.MRN, "MRN-000123"),
        (E.DATE, "03/14/2024"),
        (E.EMAIL, "m.lopez@example.org"),
        (E.URL, EVIL),
    ):
        surrogates.issue(entity, value)
    return surrogates


def restored(text: str, spot: Spot = Spot.PROSE, entities: frozenset[E] = EVERYTHING) -> str:
    return through_restorer(Restorer(issued(), entities, spot), [text])


HONEST = [
    ("[NAME_1] is stable.", "Maria Lopez is stable."),
    (
        "**[NAME_1]**, _[NAME_1]_, ~~[NAME_1]~~, `[NAME_1]`",
        "**Maria Lopez**, _Maria Lopez_, ~~Maria Lopez~~, `Maria Lopez`",
    ),
    ("**Patient:** [NAME_1]", "**Patient:** Maria Lopez"),
    ("- [NAME_1]\n1. [NAME_1]", "- Maria Lopez\n1. Maria Lopez"),
    ("- [x] [NAME_1]", "- [x] Maria Lopez"),
    ("| [NAME_1] | [MRN_1] |", "| Maria Lopez | MRN-000123 |"),
    ("|[NAME_1]|[MRN_1]|", "|Maria Lopez|MRN-000123|"),
    ("> [NAME_1] said", "> Maria Lopez said"),
    (">[NAME_1] said", ">Maria Lopez said"),
    ('"[NAME_1]"', '"Maria Lopez"'),
    ("'[NAME_1]' ‘[NAME_1]’ “[NAME_1]”", "'Maria Lopez' ‘Maria Lopez’ “Maria Lopez”"),
    ("« [NAME_1] »", "« Maria Lopez »"),
    ("[NAME_1]'s and [NAME_1]’s chart", "Maria Lopez's and Maria Lopez’s chart"),
    ("([NAME_1])", "(Maria Lopez)"),
    ("(as told by [NAME_1]).", "(as told by Maria Lopez)."),
    ("# [NAME_1]\n## Summary for [NAME_1]:", "# Maria Lopez\n## Summary for Maria Lopez:"),
    ("[NAME_1]: I have a headache", "Maria Lopez: I have a headache"),
    ("[NAME_1] ([MRN_1]), seen [DATE_1].", "Maria Lopez (MRN-000123), seen 03/14/2024."),
    ("Dear [NAME_1],\r\n\r\nyou", "Dear Maria Lopez,\r\n\r\nyou"),
    (
        "Is it [NAME_1]? No! [NAME_1]; [NAME_1]… [NAME_1]...",
        "Is it Maria Lopez? No! Maria Lopez; Maria Lopez… Maria Lopez...",
    ),
    ("[NAME_1]—the patient", "Maria Lopez—the patient"),
    ("[NAME_1]-[MRN_1] and [DATE_1]-[DATE_1]", "Maria Lopez-MRN-000123 and 03/14/2024-03/14/2024"),
    ("Dr. [NAME_1]", "Dr. Maria Lopez"),
    ("if a < b then [NAME_1]", "if a < b then Maria Lopez"),
    ("BP <120 for [NAME_1]", "BP <120 for Maria Lopez"),
    (
        "[the portal](https://ward.example) for [NAME_1]",
        "[the portal](https://ward.example) for Maria Lopez",
    ),
    (
        '[p](https://ward.example "the portal"), [NAME_1]',
        '[p](https://ward.example "the portal"), Maria Lopez',
    ),
    ("![scan](https://ward.example/1.png) [NAME_1]", "![scan](https://ward.example/1.png) Maria Lopez"),
    ("See https://ward.example for [NAME_1].", "See https://ward.example for Maria Lopez."),
    ("See <https://ward.example> for [NAME_1].", "See <https://ward.example> for Maria Lopez."),
    ('"Use https://ward.example," said [NAME_1].', '"Use https://ward.example," said Maria Lopez.'),
    ("[1]: see above\n\n[NAME_1]", "[1]: see above\n\nMaria Lopez"),
    ("<b>[NAME_1]</b><br>[NAME_1]<br />", "<b>Maria Lopez</b><br>Maria Lopez<br />"),
    ('<td class="a b">[NAME_1]</td>', '<td class="a b">Maria Lopez</td>'),
    (
        '<a href="https://ward.example">it</a> for [NAME_1]',
        '<a href="https://ward.example">it</a> for Maria Lopez',
    ),
    ("<style>b { }</style> [NAME_1]", "<style>b { }</style> Maria Lopez"),
    ("Mail [EMAIL_1] or see [URL_1].", f"Mail m.lopez@example.org or see {EVIL}."),
    ("```\n[NAME_1]\n```", "```\nMaria Lopez\n```"),
    ('{"name":"[NAME_1]","mrn": "[MRN_1]"}', '{"name":"Maria Lopez","mrn": "MRN-000123"}'),
    ("3/4 and/or [NAME_1], 5'4\" tall", "3/4 and/or Maria Lopez, 5'4\" tall"),
    ("患者：[NAME_1]。今天", "患者：Maria Lopez。今天"),
    ("[[NAME_1]]", "[Maria Lopez]"),
    ("[Name_1] [NAME 1] [name-1] ［NAME_1］", "Maria Lopez Maria Lopez Maria Lopez Maria Lopez"),
    (r"\[NAME_1\] \[NAME\_1\] [NAME\_1]", "Maria Lopez Maria Lopez Maria Lopez"),
]


@pytest.mark.parametrize(("text", "meant"), HONEST)
def test_honest_prose_reads_as_if_nothing_had_been_masked(text: str, meant: str) -> None:
    assert restored(text) == meant


@pytest.mark.parametrize(
    "text",
    ["[NAME_2]", "[NAME_10]", "[NAME_01]", "[NAME]", "[PHONE_1]", "NAME_1", "(NAME_1)", "[NAME\u200b_1]", "[NAME_1"],
)
def test_what_was_not_issued_stays(text: str) -> None:
    assert restored(f"a {text} b") == f"a {text} b"


def test_a_callers_own_lookalike_stays() -> None:
    surrogates = issued("I wrote [NAME_1] myself")
    assert (
        through_restorer(Restorer(surrogates, EVERYTHING, Spot.PROSE), ["[NAME_1] [NAME_2]"]) == "[NAME_1] Maria Lopez"
    )


def test_an_answers_own_surrogates_stay() -> None:
    surrogates = issued()
    assert surrogates.cover(E.NAME, "Aisha Okafor") == "[NAME_2]"
    assert through_restorer(Restorer(surrogates, EVERYTHING, Spot.PROSE), ["[NAME_2]"]) == "[NAME_2]"


def test_only_entities_the_caller_may_read_are_restored() -> None:
    assert restored("[NAME_1] [MRN_1]", entities=frozenset({E.MRN})) == "[NAME_1] MRN-000123"
    assert restored("[NAME_1] [MRN_1]", entities=frozenset()) == "[NAME_1] [MRN_1]"


def test_what_was_restored_is_counted() -> None:
    restorer = Restorer(issued(), EVERYTHING, Spot.PROSE)
    through_restorer(restorer, ["[NAME_1] [NAME_1] [MRN_1] x/[NAME_1]"])
    assert restorer.restored == {E.NAME: 2, E.MRN: 1}


def test_a_restored_value_is_not_read_again() -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY)
    surrogates.issue(E.NAME, "[NAME_2]")
    surrogates.issue(E.NAME, "Maria")
    assert through_restorer(Restorer(surrogates, EVERYTHING, Spot.PROSE), ["[NAME_1] [NAME_2]"]) == "[NAME_2] Maria"


def test_the_first_and_the_tenth_are_not_swapped() -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY)
    for number in range(1, 12):
        surrogates.issue(E.PHONE, f"555-01{number:02}")
    out = through_restorer(Restorer(surrogates, EVERYTHING, Spot.PROSE), ["[PHONE_10] [PHONE_1] [PHONE_11]"])
    assert out == "555-0110 555-0101 555-0111"


def test_a_name_its_forms_and_the_tenth_are_not_swapped() -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY)
    for value in ("Maria Lopez", "Lopez", *(f"Wei{number} Zhang" for number in range(2, 11)), "Maria"):
        surrogates.issue(E.NAME, value)
    text = "[NAME_1] [NAME_1_2] [NAME_10] [NAME_1_3] [NAME_12] [NAME_1_20] [NAME_10_2] [name 1 2] \\[NAME\\_1\\_3\\]"
    meant = "Maria Lopez Lopez Wei10 Zhang Maria [NAME_12] [NAME_1_20] [NAME_10_2] Lopez Maria"
    for sizes in ([10**6], [1]):
        assert through_restorer(Restorer(surrogates, EVERYTHING, Spot.PROSE), chunked(text, sizes)) == meant


@pytest.mark.parametrize("text", ["[NAME_1]", " see [MRN_1] "])
def test_structure_is_never_restored(text: str) -> None:
    assert restored(text, Spot.STRUCTURE) == text


def test_a_tools_argument_is_restored_by_the_rules_for_links_too() -> None:
    assert restored("[NAME_1]", Spot.TOOL_ARGUMENT) == "Maria Lopez"
    assert restored(f"{EVIL}[NAME_1]", Spot.TOOL_ARGUMENT) == f"{EVIL}[NAME_1]"


def test_text_in_json_is_escaped_and_stays_json() -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY)
    surrogates.issue(E.NAME, 'Robert "Bob" \\ Smith')
    out = through_restorer(Restorer(surrogates, EVERYTHING, Spot.JSON_PROSE), ['{"a": "Hi\\n[NAME_1] is \\"ok\\""}'])
    assert json.loads(out) == {"a": 'Hi\nRobert "Bob" \\ Smith is "ok"'}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r'"x \\[NAME_1\\]"', "x Maria Lopez"),
        (r'"x \\[NAME\\_1] \\"', "x Maria Lopez \\"),
        (r'"x \u005bNAME_1]"', "x Maria Lopez"),
        (r'"x \\\\[NAME_1]"', r"x \\[NAME_1]"),
        (r'"x\\[NAME_1]"', "xMaria Lopez"),
    ],
)
def test_an_escape_in_json_is_replaced_whole(text: str, meant: str) -> None:
    assert json.loads(restored(text, Spot.JSON_PROSE)) == meant


def test_a_surrogate_with_escapes_and_blanks_is_restored_at_every_cut() -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY)
    surrogates.issue(E.HEALTH_PLAN, "000-12")
    text = r'"see [HEALTH\\_PLAN 1\\] now"'
    for cut in range(len(text)):
        restorer = Restorer(surrogates, EVERYTHING, Spot.JSON_PROSE)
        assert through_restorer(restorer, [text[:cut], text[cut:]]) == '"see 000-12 now"'


@pytest.mark.parametrize(
    "text",
    [
        r'{"a": "![]\u0028\u003c//evil.example/?q= [NAME_1]\u003e)"}',
        r'{"a": "\u0068ttps:\/\/evil.example\/[NAME_1]"}',
        r'{"a": "\u003cimg src=x [NAME_1]\u003e"}',
        r'{"a": "![](x\n[NAME_1])"}',
    ],
)
def test_an_escape_in_json_hides_no_link(text: str) -> None:
    assert restored(text, Spot.JSON_PROSE) == text


def test_our_own_replacements_are_context_and_never_restored() -> None:
    restorer = Restorer(issued(), EVERYTHING, Spot.PROSE)
    out = [
        restorer.keep("[NAME_1]"),
        restorer.push(" [NAME_"),
        restorer.keep("1"),
        restorer.push("] [x]"),
        restorer.keep(""),
    ]
    out += [restorer.push("(a "), restorer.keep("[MRN_1]"), restorer.push(" [NAME_1]) [NAME_1]"), restorer.finish()]
    assert "".join(out) == "[NAME_1] [NAME_1] [x](a [MRN_1] [NAME_1]) Maria Lopez"


def test_a_surrogate_waits_for_the_end_of_its_run() -> None:
    restorer = Restorer(issued(), EVERYTHING, Spot.PROSE)
    assert restorer.push("hello [NAME_1]") == "hello "
    assert restorer.push(".") == ""
    assert restorer.push(" ") == "Maria Lopez. "
    assert restorer.push("[NAME 1") == ""
    assert restorer.push("] ") == "Maria Lopez "


@pytest.mark.parametrize("sizes", [[10**6], [1], [999]])
def test_a_run_that_does_not_end_keeps_its_surrogates_and_is_not_held_for_ever(sizes: list[int]) -> None:
    text = "x" * LONGEST_RUN + "[NAME_1] [NAME_1]"
    restorer = Restorer(issued(), EVERYTHING, Spot.PROSE)
    assert through_restorer(restorer, chunked(text, sizes)) == "x" * LONGEST_RUN + "[NAME_1] Maria Lopez"


def test_characters_that_mean_something_here_are_ordinary_text() -> None:
    text = "\ue000 \ue001[NAME_1] \ue000[NAME_1] [NAME_1]"
    assert restored(text) == text[:-8] + "Maria Lopez"


def test_a_value_that_opens_an_address_makes_what_follows_unsafe() -> None:
    assert restored('"[URL_1] [NAME_1]"') == f'"{EVIL} [NAME_1]"'


def test_a_run_through_the_blanks_of_many_tags_keeps_its_surrogates_past_a_bound() -> None:
    out = restored("x<br >[MRN_1]" * 400 + " [MRN_1]")
    assert out.startswith("x<br >MRN-000123x<br >MRN-000123")
    assert out.endswith("x<br >[MRN_1] MRN-000123")


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("", "x<br >[MRN_1]"),
        ("", "x<b >[MRN_1]"),
        ("<a " * 7, "[MRN_1] "),
        ('<a "' * 7, "[MRN_1]>x "),
        ("", '"([ [MRN_1] '),
        ("[x](a " * 7, "[MRN_1] "),
        ("<!--" * 7, "[MRN_1]-- "),
    ],
)
def test_twice_the_text_is_twice_the_work(before: str, again: str) -> None:
    def work(count: int) -> int:
        return steps(lambda: restored(before + again * count))

    assert work(200) < 2.2 * work(100)


@pytest.mark.parametrize("before", ["<a " * 7, "<!--" * 7])
def test_a_run_within_a_tag_that_does_not_end_is_not_read_twice(before: str) -> None:
    def work(text: str) -> int:
        return steps(lambda: restored(before + text * 50))

    assert work("[MRN_1] ") < 1.15 * work("[MRM_1] ")
