"""Training texts keep their marks through filling, replacing and careless writing, and become one class a token."""

from random import Random

import pytest

from bench.corpora.lists import Split, of_split
from bench.corpora.row import Mark, Row
from bench.tagger import write
from bench.tagger.encode import ROWS, encoded
from bench.tagger.generated import Generated, as_example
from bench.tagger.noise import noisy, transcribed
from bench.tagger.tables import table
from bench.tagger.write import GEO, IGNORED, NAME, Example, Writer, changed, joined, renamed
from extproc.detect.compact.features import MOST
from extproc.detect.compact.network import GAP
from extproc.detect.entities import EntityType


class Somebody:
    def name(self) -> str:
        return "Zoë Quux-Nyström"

    def given(self) -> str:
        return "Zoë"

    def family(self) -> str:
        return "Nyström"

    def initials(self) -> str:
        return "Z.N."


class Somewhere:
    def __getattr__(self, slot: str) -> object:
        return lambda: f"Elmville 9 {slot}"


class Anything:
    def slot(self, name: str) -> str:
        return f"({name})"

    def common(self) -> str:
        return "thing"

    def proper(self) -> str:
        return "Zolmivan"

    def __getattr__(self, slot: str) -> object:
        return lambda *_: f"({slot})"


KINDS = {"painter": "person", "harbour": "place"}


def writer(seed: int = 3) -> Writer:
    return Writer(Random(seed), Somebody(), Somewhere(), Anything(), KINDS)  # type: ignore[arg-type]


def marked(example: Example) -> list[tuple[str, int]]:
    return [(example.text[start:end], kind) for start, end, kind in example.marks]


def test_what_fills_a_slot_is_marked_as_the_slot_says() -> None:
    one = writer()
    seen = {(text, kind) for _ in range(400) for text, kind in marked(one.filled())}
    assert ("Zoë Quux-Nyström", NAME) in seen
    assert ("Elmville 9 city", GEO) in seen
    assert not any("(" in text for text, _ in seen)


def test_no_slot_and_no_doubled_brace_is_left() -> None:
    one = writer()
    text = "".join(one.filled().text for _ in range(2000))
    assert "{name" not in text
    assert "{{" not in text


def test_a_pronoun_gives_way_to_a_name_and_a_capital_inside_does_not_count() -> None:
    told = {writer(seed).told("when he met Grandma Moses") for seed in range(20)}
    assert {tuple(marked(example)) for example in told} <= {
        (("Grandma Moses", IGNORED),),
        (("Zoë Quux-Nyström", NAME), ("Grandma Moses", IGNORED)),
        (("Zoë", NAME), ("Grandma Moses", IGNORED)),
    }
    assert len(told) == 3


def test_nouns_for_people_and_places_give_way_with_their_article() -> None:
    texts = {writer(seed).told("the painter left the harbour in a boat").text for seed in range(40)}
    assert "the painter left Elmville 9 city in a boat" in texts
    assert any(text.startswith("Zoë") and text.endswith("in a boat") for text in texts)


def test_replacing_words_leaves_marks_as_they_were() -> None:
    example = joined([("some plain words about ", 0), ("zoe quux", NAME), (" and nothing else", 0)])
    loosened = [writer(seed).loosened(example) for seed in range(40)]
    assert {tuple(marked(one)) for one in loosened} == {(("zoe quux", NAME),)}
    assert any("thing" in one.text for one in loosened)


def test_a_word_gives_way_to_one_written_alike_and_the_first_of_a_sentence_never_to_a_drug() -> None:
    example = joined([("Start some Heparin, then REASSESS", 0)])
    one = writer()
    words = {tuple(one.loosened(example).text.split()) for _ in range(300)}
    assert {word for text in words for word in text} == {
        *("Start", "some", "Heparin,", "then", "REASSESS"),
        *("thing", "Zolmivan,", "ZOLMIVAN"),
    }
    assert {text[0] for text in words} == {"Start"}


def test_a_row_has_its_names_and_whole_addresses_marked_and_no_other_identifier() -> None:
    text = "Zoe Quux, 555-0142, 12 Elm Lane, Elmville, Ohio; once in Ohio"
    marks = ((0, 8, "NAME"), (10, 18, "PHONE"), (20, 31, "GEO"), (33, 41, "GEO"))
    row = Row("1", text, tuple(Mark(a, b, EntityType(kind)) for a, b, kind in marks), ((43, 47), (57, 61)))
    assert marked(as_example(row)) == [("Zoe Quux", NAME), ("12 Elm Lane, Elmville", GEO), ("Ohio", IGNORED)]


def test_a_name_gives_way_to_another_in_the_case_in_which_it_stands() -> None:
    example = joined(
        [("ask ", 0), ("ola brandt", NAME), (" and ", 0), ("OLA BRANDT", NAME), (" of ", 0), ("Elmville", GEO)]
    )
    texts = marked(renamed(example, Somebody(), Random(1)))  # type: ignore[arg-type]
    assert texts == [("zoë quux-nyström", NAME), ("ZOË QUUX-NYSTRÖM", NAME), ("Elmville", GEO)]


def test_generated_rows_are_of_every_kind_and_half_of_them_renamed() -> None:
    supply = Generated(Random(5), 5, Somebody())  # type: ignore[arg-type]
    texts = [supply.row() for _ in range(200)]
    renamed_share = sum("Zoë" in text.text or "Nyström" in text.text for text in texts) / sum(
        any(kind == NAME for *_, kind in text.marks) for text in texts
    )
    assert 0.2 < renamed_share < 0.8
    assert any(not text.marks for text in texts)


@pytest.mark.parametrize("seed", range(60))
def test_careless_writing_moves_marks_with_their_text(seed: int) -> None:
    example = joined([("Ask ", 0), ("Zoe Quux", NAME), (", or write to ", 0), ("12 Elm Lane", GEO), (".", 0)])
    texts = [text for text, _ in marked(noisy(example, Random(seed)))]
    assert [text[0].lower() for text in texts] == ["z", "1"] or len(texts) == 2
    assert all(abs(len(new) - len(old)) <= 1 for new, old in zip(texts, ("Zoe Quux", "12 Elm Lane"), strict=True))


def test_a_stop_behind_a_name_is_spaced_like_any_other() -> None:
    example = joined([("So, ", 0), ("Zoe", NAME), (", how are you? It's ", 0), ("Zoe", NAME), (".", 0)])
    texts = {transcribed(example, Random(seed)).text for seed in range(300)}
    assert "so , zoe , how are you ? it's zoe ." in texts
    assert "so zoe how are you it's zoe" in texts
    assert "So, Zoe, how are you? It's Zoe." in texts


def test_a_slot_in_capitals_is_filled_in_capitals_and_marked() -> None:
    example = writer().written("{LAST} {first}, case of {initials}\\n{Drug} of {k}")
    assert marked(example) == [("NYSTRÖM", NAME), ("Zoë", NAME), ("Z.N.", NAME)]
    assert example.text == "NYSTRÖM Zoë, case of Z.N.\n(Drug) of (k)"


def test_a_change_is_told_what_is_marked() -> None:
    example = joined([("say ", 0), ("Zoe", NAME), (" now", 0)])
    assert changed(example, lambda text, inside: text.upper() if inside else text).text == "say ZOE now"


def test_every_token_has_the_class_of_its_mark_and_gaps_count_for_nothing() -> None:
    example = joined([("Ask ", 0), ("Zoe Quux", NAME), (", 12\n", 0), ("Elm 9", GEO)])
    corpus = encoded([example, example])
    one = [0, NAME, NAME, 0, 0, 0, GEO, GEO, *[IGNORED] * GAP]
    assert corpus.classes.tolist() == one * 2
    assert (corpus.stream < 0).tolist() == [kind == IGNORED for kind in one * 2]
    assert corpus.rows.shape == (8, MOST)
    assert corpus.rows.max() == ROWS
    assert corpus.words.tolist() == [True, True, True, False, False, False, True, False]


def test_only_training_templates_of_the_shared_corpora_are_read() -> None:
    shared = [line for path in write._CORPORA.glob("*.txt") for line in path.read_text("utf-8").splitlines()]
    for_testing = {line for line in of_split(shared, Split.TEST) if line and not line.startswith("# ")}
    own = set((write._HERE / "templates.txt").read_text("utf-8").splitlines())
    read = {line.replace("\n", "\\n").replace("\t", "\\t") for line in write._lines()}
    assert for_testing
    assert not read & (for_testing - own)


def test_a_table_is_read_over_all_its_lines() -> None:
    assert {"{n} {w} Street", "{w}gatan {m}"} <= set(table("street forms"))
    assert "" not in table("suffixes of streets")
    with pytest.raises(KeyError):
        table("no such heading")
