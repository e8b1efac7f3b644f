"""Structured files: a file that does not parse any more counts as broken, and none of its leaves as masked."""

from bench.detection.engines import Answer
from bench.detection.goals import of_files
from bench.detection.scoring import Share
from bench.detection.structured import Structured
from bench.detection.tables import percent

TEXT = '{"resourceType": "Patient", "name": [{"family": "Collins"}], "gender": "female"}'
NAME = TEXT.index("Collins")


def masked(*spans: tuple[int, int]) -> Structured:
    files = Structured("FHIR R4")
    files.add(TEXT, Answer(tuple((start, end, "NAME", 900, "r", "text") for start, end in spans), 0.1))
    return files


def test_a_masked_leaf_is_counted() -> None:
    assert masked((NAME, NAME + 7)).share("identifying") == Share(1, 1)
    assert masked().share("identifying") == Share(0, 1)


def test_a_file_whose_braces_are_masked_is_broken_and_counts_no_leaf() -> None:
    files = masked((0, 20), (NAME, NAME + 7))
    assert (files.files, files.good, files.share("identifying")) == (1, 0, Share(0, 0))
    assert of_files(files, "identifying") == "1 of 1 files broken"
    assert of_files(masked(), "identifying") == percent(Share(0, 1))
