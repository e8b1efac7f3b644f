"""What a command's own OPA is given of a bundle."""

from pathlib import PurePosixPath

from extproc.authoring.opa_server import uncommented

RULE = b'package a\n\n# METADATA\n# title: A\nx := 1 # one\n\n\t# two\ny := "#"\n'
BARE = b'package a\n\n\n\nx := 1 # one\n\n\ny := "#"\n'
A, B, DATA = PurePosixPath("a.rego"), PurePosixPath("b.rego"), PurePosixPath("a/data.json")


def test_comments_are_left_out_and_lines_stay_where_they_were() -> None:
    assert uncommented({A: RULE, DATA: b"{}\n# no"}) == {A: BARE, DATA: b"{}\n# no"}


def test_a_file_with_texts_of_several_lines_stays_as_it_is() -> None:
    several = b"package b\n\nx := `\n# no comment\n`\n"
    assert uncommented({A: RULE, B: several}) == {A: BARE, B: several}


def test_a_bundle_that_reads_its_annotations_keeps_them_all() -> None:
    files = {A: RULE, B: b"package b\n\nx := rego.metadata.rule()\n"}
    assert uncommented(files) == files
