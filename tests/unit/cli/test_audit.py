import json
import os
import re
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extproc.adapters import trail_reader
from extproc.adapters.audit_key import public_pem
from extproc.adapters.chain_lock import lock
from extproc.adapters.segments import segment_name
from extproc.audit.chain import Record, is_checkpoint
from extproc.cli import audit
from extproc.cli.audit import audit_app
from tests.support.chains import KEY, NAME, OTHER_KEY, STORY, lines_of

LINES = lines_of(STORY)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "audit" / NAME).mkdir(parents=True)
    (tmp_path / "key.pub").write_bytes(public_pem(KEY.public_key()))
    (tmp_path / "other.pub").write_bytes(public_pem(OTHER_KEY.public_key()))
    (tmp_path / "kept").write_bytes(LINES[-1])
    put(tmp_path, LINES)
    return tmp_path


def put(root: Path, lines: list[bytes]) -> None:
    (root / "audit" / NAME / segment_name(0)).write_bytes(b"".join(lines))


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(audit_app, [one.replace("ROOT", str(root)) for one in arguments])


def verified(root: Path, *arguments: str) -> tuple[int, str]:
    result = run(root, "verify", "ROOT/audit", *arguments)
    return result.exit_code, re.sub(r"\s+", " ", result.output)


def test_a_finished_chain_verifies_with_its_counts(root: Path) -> None:
    code, output = verified(root, "--key", "ROOT/key.pub")
    assert code == 0
    for words in ("chains 1", "records 8", "exchanges 3, 0 open", "checkpoints 4", "signatures verified", "no fault"):
        assert words in output


def test_without_a_key_it_is_said_that_signatures_were_not_verified(root: Path) -> None:
    code, output = verified(root)
    assert (code, "signatures not verified" in output) == (0, True)


def test_a_changed_record_is_told_with_its_place(root: Path) -> None:
    put(root, [*LINES[:6], LINES[6].replace(b'"d-b"', b'"d-x"'), *LINES[7:]])
    code, output = verified(root, "--key", "ROOT/key.pub")
    assert code == 1
    assert f"fault {NAME}/seg-000000000000.jsonl:8, record 5: the record does not hold the hash" in output
    assert "no fault" not in output


def test_another_key_is_a_fault_and_one_of_several_is_enough(root: Path) -> None:
    assert verified(root, "--key", "ROOT/other.pub")[0] == 1
    assert verified(root, "--key", "ROOT/other.pub", "--key", "ROOT/key.pub")[0] == 0


def test_a_chain_without_its_end_is_a_fault_only_when_asked(root: Path) -> None:
    put(root, LINES[:5])
    code, output = verified(root, "--key", "ROOT/key.pub")
    assert (code, f"not closed {NAME} after 3 records" in output) == (0, True)
    assert verified(root, "--key", "ROOT/key.pub", "--closed")[0] == 1


def test_a_chain_that_is_being_written_is_not_suspicious(root: Path) -> None:
    put(root, LINES[:5])
    held = lock(root / "audit" / NAME)
    assert held is not None
    output = verified(root)[1]
    os.close(held)
    assert ("1 being written" in output, "not closed" in output) == (True, False)


def test_a_checkpoint_kept_elsewhere_finds_a_cut(root: Path) -> None:
    assert verified(root, "--key", "ROOT/key.pub", "--seen", "ROOT/kept")[0] == 0
    put(root, LINES[:5])
    code, output = verified(root, "--key", "ROOT/key.pub", "--seen", "ROOT/kept")
    assert (code, "seen elsewhere" in output) == (1, True)


def test_a_checkpoint_of_a_chain_that_is_gone_is_told(root: Path) -> None:
    other = lines_of(STORY, "20261123T000000Z-00000001")
    (root / "kept").write_bytes(other[1])
    assert is_checkpoint(other[1])
    code, output = verified(root, "--key", "ROOT/key.pub", "--seen", "ROOT/kept")
    assert (code, "20261123T000000Z-00000001" in output) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "ROOT/absent"),
        ("verify", "ROOT/key.pub"),
        ("verify", "ROOT/audit/" + NAME),
        ("verify", "--dir", "ROOT/absent"),
        ("verify", "ROOT/audit", "--key", "ROOT/kept"),
        ("verify", "ROOT/audit", "--seen", "ROOT/kept"),
        ("verify", "ROOT/audit", "--key", "ROOT/key.pub", "--seen", "ROOT/key.pub"),
        ("tail", "--dir", "ROOT/absent"),
        ("show", "a", "--dir", "ROOT/absent"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(root: Path, arguments: tuple[str, ...]) -> None:
    result = run(root, *arguments)
    assert result.exit_code == 2
    assert "no fault" not in result.output
    assert str(root) in result.output.replace("\n", "") or "--seen needs --key" in result.output


def test_the_tail_has_the_latest_records_last(root: Path) -> None:
    output = run(root, "tail", "--dir", "ROOT/audit", "-n", "3").output
    assert [line.split()[2] for line in output.splitlines()] == [
        "exchange.completed",
        "exchange.refused",
        "chain.closed",
    ]


def test_records_as_json_are_the_lines_of_the_chain(root: Path) -> None:
    output = run(root, "tail", "--dir", "ROOT/audit", "--json").output
    records = [line for line in LINES if not is_checkpoint(line)]
    assert output.encode() == b"".join(records)


def test_a_followed_tail_goes_on_with_what_is_added(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, LINES[:5])
    turns = iter((LINES, LINES))

    def passing(_: float) -> None:
        lines = next(turns, None)
        if lines is None:
            raise KeyboardInterrupt
        put(root, lines)

    monkeypatch.setattr(time, "sleep", passing)
    result = run(root, "tail", "--dir", "ROOT/audit", "-f", "-n", "1", "--json")
    assert result.exit_code == 0
    assert [json.loads(line)["seq"] for line in result.output.splitlines()] == [2, 3, 4, 5, 6, 7]


def test_what_comes_while_the_tail_is_read_is_said_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, LINES[:5])

    def coming(directory: Path, count: int) -> list[Record]:
        put(root, LINES)
        return trail_reader.latest(directory, count)

    def over(_: float) -> None:
        monkeypatch.setattr(time, "sleep", interrupt)

    monkeypatch.setattr(audit, "latest", coming)
    monkeypatch.setattr(time, "sleep", over)
    result = run(root, "tail", "--dir", "ROOT/audit", "-f", "--json")
    assert [json.loads(line)["seq"] for line in result.output.splitlines()] == list(range(8))


def interrupt(_: float) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["b", "d-b"])
def test_an_exchange_is_shown_by_its_own_id_or_its_decisions(root: Path, name: str) -> None:
    output = run(root, "show", name, "--dir", "ROOT/audit").output
    assert output.count(f"{NAME} #") == 2
    assert '"decision_id": "d-b"' in output
    assert "ends the exchange" in output


def test_an_exchange_that_is_not_here_is_exit_code_1(root: Path) -> None:
    result = run(root, "show", "nobody", "--dir", "ROOT/audit")
    assert (result.exit_code, "no exchange" in result.output) == (1, True)
