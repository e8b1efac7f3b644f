import asyncio
from collections.abc import Iterator
from pathlib import Path

import orjson
import pyrage
import pytest
from typer.testing import CliRunner, Result

from extproc.audit.record import Entry
from extproc.audit.texts import Row, Texts, View
from extproc.cli.audit import audit_app
from extproc.sealed import Sealed
from tests.support.chains import received
from tests.support.transcripts import ASKED, OTHER, READER, Sealing, answered, asked

MASKED = Texts("masked", {View.FORWARDED: ASKED.views[View.FORWARDED]})
STEERING = Texts("full", {View.RECEIVED: Sealed(b"Lopez"), View.MASKED: (Row("/a", Sealed("a\x1b[2Jb\nc\x9b")),)})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("trail")
    place = Sealing(root)
    entries = [
        *(received("full"), asked("full"), answered("full")),
        *(received("masked"), asked("masked", MASKED), answered("masked", None)),
        *(received("steering"), asked("steering"), answered("steering", STEERING)),
        *(received("withheld"), asked("withheld"), answered("withheld", Texts("full", {View.RECEIVED: Sealed(b"x")}))),
        *(received("bare"), asked("bare", None), answered("bare", None)),
    ]
    asyncio.run(_written(place, entries))
    (root / "reader.key").write_text(f"# public key: {READER.to_public()}\n{READER}\n")
    (root / "other.key").write_text(f"{OTHER}\n")
    return root


async def _written(place: Sealing, entries: list[Entry]) -> None:
    trail = place.open()
    for entry in entries:
        await trail.append(entry)
    await trail.close()


def run(root: Path, *arguments: str) -> Result:
    rest = ("--dir", "ROOT/audit") if "--dir" not in arguments else ()
    words = [one.replace("ROOT", str(root)) for one in ("transcript", *arguments, *rest)]
    return CliRunner().invoke(audit_app, words)


def opened(root: Path, name: str, *arguments: str) -> Result:
    return run(root, name, "--identity", "ROOT/reader.key", *arguments)


def test_what_is_shown_is_masked(root: Path) -> None:
    result = opened(root, "full")
    assert result.exit_code == 0
    assert '{"messages":[{"content":"[NAME_1] coughs"}]}' in result.output
    assert "[NAME_1] is well." in result.output
    assert "Maria" not in result.output
    assert result.output.index("request.decided") < result.output.index("exchange.completed")


def test_full_shows_everything(root: Path) -> None:
    result = opened(root, "full", "--full")
    assert result.exit_code == 0
    for words in ("Maria Lopez coughs", "[NAME_1] coughs", "as it came", "as the provider got it"):
        assert words in result.output


def test_as_json_it_is_one_object_a_record(root: Path) -> None:
    asked_, answered_ = map(orjson.loads, opened(root, "full", "--json").output.splitlines())
    assert asked_["texts"] == {"forwarded": '{"messages":[{"content":"[NAME_1] coughs"}]}'}
    assert (asked_["exchange"], asked_["event"], asked_["level"]) == ("full", "request.decided", "full")
    assert [row["at"] for row in answered_["texts"]["masked"]] == ["/choices/*/delta/content", "/id"]
    everything = [orjson.loads(line) for line in opened(root, "full", "--json", "--full").output.splitlines()]
    assert everything[0]["texts"]["received"] == '{"messages":[{"content":"Maria Lopez coughs"}]}'


def test_a_masked_transcript_has_no_more_to_show(root: Path) -> None:
    assert "[NAME_1] coughs" in opened(root, "masked").output
    result = opened(root, "masked", "--full")
    assert result.exit_code == 1
    assert "masked one" in result.output
    assert "[NAME_1]" not in result.output


def test_no_text_steers_the_terminal(root: Path) -> None:
    result = opened(root, "steering")
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\x9b" not in result.output
    assert "␛[2Jb\nc" in result.output


def test_a_withheld_answer_says_so(root: Path) -> None:
    assert "withheld" in opened(root, "withheld").output


def test_sealed_writes_the_age_files_that_the_records_name(root: Path, tmp_path: Path) -> None:
    result = run(root, "full", "--sealed", str(tmp_path / "out"))
    assert result.exit_code == 0
    files = sorted((tmp_path / "out").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    assert [str(path) for path in files] == result.output.split()
    assert b"Maria" not in files[0].read_bytes()
    plain = orjson.loads(pyrage.decrypt(files[0].read_bytes(), [READER]))
    assert plain["texts"]["received"] == '{"messages":[{"content":"Maria Lopez coughs"}]}'


def test_sealed_writes_over_nothing(root: Path, tmp_path: Path) -> None:
    (name, *_) = run(root, "full", "--sealed", str(tmp_path / "first")).output.split()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / Path(name).name).write_text("mine")
    result = run(root, "full", "--sealed", str(mine))
    assert (result.exit_code, "File exists" in result.output) == (2, True)
    assert [path.read_text() for path in mine.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("full", "--identity", "ROOT/other.key"), 1, "does not open"),
        (("bare", "--identity", "ROOT/reader.key"), 1, "no exchange"),
        (("none", "--identity", "ROOT/reader.key"), 1, "no exchange"),
        (("full", "--identity", "ROOT/none.key"), 2, "cannot be read"),
        (("full", "--identity", "ROOT/audit.key"), 2, "not a private key of age"),
        (("full",), 2, "--identity"),
        (("full", "--identity", "ROOT/reader.key", "--sealed", "ROOT/out"), 2, "without --identity"),
        (("full", "--full", "--sealed", "ROOT/out"), 2, "without --identity"),
        (("full", "--identity", "ROOT/reader.key", "--dir", "ROOT/none"), 2, "not a directory"),
    ],
)
def test_what_keeps_it_shut_is_said_in_a_sentence(
    root: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    result = run(root, *arguments)
    assert (result.exit_code, words in result.output) == (code, True)
    assert str(READER) not in result.output
    assert "Traceback" not in result.output


def test_a_verification_counts_transcripts_and_names_those_that_are_gone(root: Path) -> None:
    def said() -> str:
        words = CliRunner().invoke(audit_app, ["verify", str(root / "audit"), "--key", str(root / "audit.key.pub")])
        assert words.exit_code == 0
        return words.output

    assert "transcripts  7" in said()
    (file,) = (root / "audit").glob("*/sealed-*")
    away = file.rename(root / "away")
    try:
        assert "7, 7 missing" in said()
    finally:
        away.rename(file)


def test_a_changed_transcript_fails_the_verification(root: Path) -> None:
    (file,) = (root / "audit").glob("*/sealed-*")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + b"x")
    try:
        result = CliRunner().invoke(audit_app, ["verify", str(root / "audit")])
    finally:
        file.write_bytes(whole)
    assert result.exit_code == 1
    assert "changed or cut" in " ".join(result.output.split())
