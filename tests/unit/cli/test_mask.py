"""``wardgate mask``, as somebody at a terminal sees it."""

import json

import pytest
from typer.testing import CliRunner, Result

from extproc.cli.app import app

NOTE = "Ms. Martha Collins, 93-year-old, seen on March 3, 2021.\r\nMRN: 00482913"


def run(*arguments: str, stdin: str = NOTE) -> Result:
    return CliRunner().invoke(app, ["mask", "--mode", "fast", *arguments], input=stdin.encode(), catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "Ms. [NAME_1], 90+-year-old, seen on 2021.\r\nMRN: [MRN_1]"),
        (("--operator", "tag"), "Ms. [NAME], [AGE]-year-old, seen on [DATE].\r\nMRN: [MRN]"),
        (("-o", "redact", "-e", "DATE=generalize"), "Ms. , -year-old, seen on 2021.\r\nMRN: "),
        (("-e", "date=keep", "-e", "NAME=tag"), "Ms. [NAME], 90+-year-old, seen on March 3, 2021.\r\nMRN: [MRN_1]"),
    ],
)
def test_a_text_is_written_masked_and_otherwise_as_it_was(arguments: tuple[str, ...], text: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout_bytes.decode()) == (0, text)


def test_rows_are_numbered_each_for_itself() -> None:
    rows = "".join(json.dumps({"id": name, "text": f"SSN: 219-09-99{name}"}) + "\n" for name in (97, 98))
    result = run("--jsonl", stdin=rows)
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": 97, "text": "SSN: [SSN_1]"},
        {"id": 98, "text": "SSN: [SSN_1]"},
    ]


def test_workers_write_the_same() -> None:
    rows = "".join(json.dumps({"id": n, "text": NOTE}) + "\n" for n in range(3))
    assert run("--jsonl", "--workers", "2", stdin=rows).stdout == run("--jsonl", stdin=rows).stdout != ""


def test_what_is_no_row_is_never_written() -> None:
    result = run("--jsonl", stdin='{"id": 1, "text": "a", "note": "219-09-9999"}\n{"id": 2, "note": "219-09-9999"}\n')
    assert (result.exit_code, result.stdout) == (2, '{"id":1,"text":"a"}\n')


@pytest.mark.parametrize("named", ["DATE", "PET=keep", "DATE=block", "=keep"])
def test_an_entity_or_operator_that_is_none_is_refused(named: str) -> None:
    result = run("--entity", named)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "KIND=OPERATOR" in result.stderr
