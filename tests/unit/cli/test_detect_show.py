"""``wardgate detect``, as somebody at a terminal sees it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extproc.cli.app import app
from extproc.errors import Misconfigured

NOTE = "The patient, Martha Collins, was seen on March 3, 2021. MRN: 00482913\n"
RULES = """
[[pattern]]
name = "locker"
entity = "OTHER_ID"
regex = 'L[0-9]{3}'
score = 950
hits = ["L123"]
[entity.AGE]
enabled = false
"""


def run(*arguments: object, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(app, ["detect", *map(str, arguments)], input=stdin, catch_exceptions=False)


def row(name: object, text: str) -> str:
    return json.dumps({"id": name, "text": text}) + "\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "detect.toml"
    path.write_text(RULES)
    return path


def test_a_file_is_shown_with_marks_and_a_table(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NOTE)
    result = run("--mode", "fast", tmp_path / "note.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "The patient, [NAME: Martha Collins], was seen on [DATE: March 3, 2021]. MRN: [MRN: "
    )
    assert "\nNAME    A      " in result.stdout
    assert "  13     27   Martha Collins\n" in result.stdout


@pytest.mark.parametrize("arguments", [("show",), ("-",), ("show", "-"), ()])
def test_show_needs_no_name_and_standard_input_no_file(arguments: tuple[str, ...]) -> None:
    assert "[NAME: Martha Collins]" in run(*arguments, "-m", "fast", stdin=NOTE).stdout


def test_rows_are_answered_in_order_with_offsets_classes_and_whole_scores() -> None:
    result = run(
        "-m", "fast", "--jsonl", stdin=row("a", "MRN: 00482913") + row(2, "well") + row("c", "é SSN: 219-09-9999")
    )
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert first == {
        "id": "a",
        "spans": [
            {"start": 5, "end": 13, "entity": "MRN", "class": "H"}
            | {k: first["spans"][0][k] for k in ("score", "recognizer")}
        ],
    }
    assert type(first["spans"][0]["score"]) is int
    assert second == {"id": 2, "spans": []}
    assert (third["spans"][0]["start"], third["spans"][0]["class"]) == (7, "G")


def test_rows_are_documents_of_their_own() -> None:
    result = run("-m", "fast", "--jsonl", stdin=row(1, "Dr. Anna Zorblat came.") + row(2, "the zorblat plan"))
    assert json.loads(result.stdout.splitlines()[1])["spans"] == []


def test_a_bad_row_is_told_with_its_line_and_the_others_are_answered() -> None:
    result = run("-m", "fast", "--jsonl", stdin=row(1, "a") + "219-09-9999\n" + row(3, "b"))
    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
    assert result.stderr.startswith("wardgate: line 2: not an object with")
    assert "219" not in result.stderr


def test_workers_answer_the_same(rules: Path) -> None:
    rows = row(1, "93-year-old, L123") + row(2, NOTE)
    arguments = ("-m", "fast", "--jsonl", "--rules", rules)
    assert run(*arguments, "--workers", 2, stdin=rows).stdout == run(*arguments, stdin=rows).stdout != ""


def test_own_rules_are_in_force(rules: Path) -> None:
    shown = run("-m", "fast", "--rules", rules, stdin="93-year-old with L123").stdout
    assert shown.startswith("93-year-old with [OTHER_ID: L123]\n")
    assert "own:locker" in shown


def test_own_rules_with_a_fault_stop_the_command(rules: Path) -> None:
    rules.write_text(RULES.replace("L123", "K123"))
    for arguments in (("-m", "fast"), ()):
        with pytest.raises(Misconfigured, match=r"detect\.toml:7: pattern locker: hit 1"):
            run(*arguments, "--rules", rules, stdin=NOTE)


@pytest.mark.parametrize(("content", "says"), [(None, "cannot be read"), (b"\xff\xfe", "is not a text in UTF-8")])
def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / "note.txt").write_bytes(content)
    with pytest.raises(Misconfigured, match=says):
        run("-m", "fast", tmp_path / "note.txt")


def test_line_ends_and_offsets_are_the_files(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(b"a\r\nSSN: 219-09-9999")
    assert "  8      19   219-09-9999" in run("-m", "fast", tmp_path / "note.txt").stdout


def test_a_row_is_answered_before_the_next_is_written() -> None:
    command = [sys.executable, "-m", "extproc.cli.app", "detect", "--jsonl", "--mode", "fast"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("first", "second"):
            process.stdin.write(row(name, "MRN: 00482913").encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
        assert (process.stdout.read(), process.wait()) == (b"", 0)


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "extproc.cli.app", "detect", "--jsonl", "--mode", "fast"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(row(1, "a").encode())
        process.stdin.close()
        assert (process.stderr.read(), process.wait()) == (b"", 1)
