"""Transcripts by the default policy: kept in full, sealed, and opened by nobody but who has the reader's key.

What is opened here is opened as an auditor does: by the command, or by age's own format with another library.
"""

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pyrage

from tests.e2e import planted
from tests.e2e.bodies import answering, chat, completion, event, streamed, streaming
from tests.e2e.provider import Providers
from tests.e2e.stack import Gate, verified
from tests.e2e.wire import ask, http1, read_until

SPOKEN = f"[NAME_1] was seen by Dr. {planted.FOREIGN_NAME}, SSN {planted.FOREIGN_SSN}."
MASKED = f"[NAME_1] was seen by Dr. {planted.FOREIGN_NAME}, SSN ."
READ = f"{planted.NAME} was seen by Dr. {planted.FOREIGN_NAME}, SSN ."
CONTENT = "/choices/*/delta/content"


def command(gate: Gate, *arguments: str) -> "subprocess.CompletedProcess[str]":
    words = ("-m", "extproc.cli.app", "audit", "transcript", *arguments, "--dir", str(gate.place / "audit"))
    return subprocess.run((sys.executable, *words), capture_output=True, text=True, check=False, timeout=60)


def opened(gate: Gate, exchange: str, *arguments: str) -> list[dict[str, Any]]:
    gate.ending(exchange)
    reader = str(gate.place / "reader" / "reader.key")
    done = command(gate, exchange, "--identity", reader, "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def said(view: list[dict[str, str]]) -> str:
    return next(row["text"] for row in view if row["at"] == CONTENT)


def test_a_chat_is_kept_in_full_and_shown_masked(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(completion(SPOKEN)))
    sent = chat(planted.PROMPT)
    answer = ask(gate.door, sent)
    assert answer.status == 200
    request, reply = opened(gate, answer.exchange)
    assert request["texts"].keys() == {"forwarded"}
    assert request["texts"]["forwarded"].encode() == providers.requests[0].body
    assert planted.MASKED in request["texts"]["forwarded"]
    assert reply["texts"] == {"masked": completion(MASKED).decode()}
    request, reply = opened(gate, answer.exchange, "--full")
    assert request["texts"]["received"].encode() == sent
    assert reply["texts"]["received"].encode() == completion(SPOKEN)
    assert reply["texts"]["released"].encode() == answer.body
    assert READ in reply["texts"]["released"]


def test_a_stream_is_kept_as_the_texts_that_ran(gate: Gate, providers: Providers) -> None:
    providers.begin(streaming(streamed(SPOKEN)))
    answer = ask(gate.door, chat(planted.PROMPT, stream=True))
    _, reply = opened(gate, answer.exchange, "--full")
    assert (reply["event"], reply["level"]) == ("exchange.completed", "full")
    views = reply["texts"]
    assert {view: said(rows) for view, rows in views.items()} == {
        "received": SPOKEN,
        "masked": MASKED,
        "released": READ,
    }


def test_a_client_that_goes_away_leaves_what_it_had_read(gate: Gate, providers: Providers) -> None:
    gone = threading.Event()
    said_so_far = streamed(f"{SPOKEN} " + "She is well. " * 40).removesuffix(event("[DONE]"))
    providers.begin(streaming(said_so_far, gone))
    with http1(gate.door) as connection:
        connection.ask(chat(planted.PROMPT, stream=True))
        begun = connection.begun()
        exchange = begun.headers["x-wardgate-exchange"]
        read_until(begun, lambda data: b"She is" in data)
        connection.drop()
    ending = gate.ending(exchange)
    gone.set()
    reply = opened(gate, exchange, "--full")[-1]
    assert (ending["event"], reply["event"]) == ("exchange.aborted", "exchange.aborted")
    assert said(reply["texts"]["released"]).startswith(READ)


def test_the_records_name_the_reader_and_hold_no_text(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.PROMPT))
    gate.ending(answer.exchange)
    named = [one["body"]["transcript"] for one in gate.records(answer.exchange) if "transcript" in one["body"]]
    assert [one["level"] for one in named] == ["full", "full"]
    assert {reader for one in named for reader in one["recipients"]} == set(gate.settings.transcripts.recipients)
    assert not planted.found(json.dumps(named).encode())


def test_the_sealed_bytes_are_age_files_for_any_tool(gate: Gate, providers: Providers, tmp_path: Path) -> None:
    answer = ask(gate.door, chat(planted.PROMPT))
    gate.ending(answer.exchange)
    done = command(gate, answer.exchange, "--sealed", str(tmp_path))
    assert done.returncode == 0, done.stderr
    files = [Path(line) for line in done.stdout.splitlines()]
    secret = (gate.place / "reader" / "reader.key").read_text(encoding="utf-8").splitlines()[-1]
    for file in files:
        assert file.read_bytes().startswith(b"age-encryption.org/v1\n-> X25519 ")
        plain = json.loads(pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(secret)]))
        assert plain["exchange"] == answer.exchange
    assert len(files) == 2


def test_nobody_else_opens_it(gate: Gate, providers: Providers, tmp_path: Path) -> None:
    answer = ask(gate.door, chat(planted.PROMPT))
    gate.ending(answer.exchange)
    (tmp_path / "other.key").write_text(f"{pyrage.x25519.Identity.generate()}\n", encoding="utf-8")
    done = command(gate, answer.exchange, "--identity", str(tmp_path / "other.key"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "does not open" in done.stderr


def test_what_is_refused_is_not_kept(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(f"{planted.PROMPT} {planted.REFUSED}", model="nobaa-chat"))
    assert answer.status == 403
    gate.ending(answer.exchange)
    done = command(gate, answer.exchange, "--identity", str(gate.place / "reader" / "reader.key"))
    assert (done.returncode, done.stdout) == (1, "")


def test_a_verification_looks_at_every_transcript(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.CLEAN))
    gate.ending(answer.exchange)
    done = verified(gate.place)
    assert done.returncode == 0, done.stdout
    counted = next(line for line in done.stdout.splitlines() if line.startswith("transcripts"))
    assert int(counted.split()[1]) >= 2
    assert "missing" not in counted
