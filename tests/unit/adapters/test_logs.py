import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest

from extproc.adapters import logs
from extproc.adapters.logs import FIELDS, Log, places
from extproc.sealed import Sealed

SECRET = "Zoe Testpatient 219-09-9999"


class Lines:
    def __init__(self) -> None:
        self.stream = io.StringIO()
        self.log = Log(self.stream, lambda: 7)

    @property
    def said(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]


@pytest.fixture
def lines() -> Lines:
    return Lines()


@pytest.fixture
def installed(lines: Lines) -> Iterator[Lines]:
    root = logging.getLogger()
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, root.handlers[:], root.level)
    lines.log.install()
    yield lines
    sys.excepthook, threading.excepthook, sys.unraisablehook, root.handlers[:], level = before
    root.setLevel(level)
    logging.captureWarnings(False)


def failing() -> BaseException:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_an_event_is_one_line_of_json(lines: Lines) -> None:
    lines.log.serving(index=0, engine="opa", revision="sha256:00")
    assert lines.said == [
        {"time_us": 7, "level": "info", "event": "serving", "index": 0, "engine": "opa", "revision": "sha256:00"}
    ]


@pytest.mark.parametrize("kind", [SECRET, "two words", "a\nb", "", "x" * 129, 4, None, Sealed("x")])
def test_a_value_that_is_not_of_its_fields_form_stays_inside(lines: Lines, kind: str) -> None:
    lines.log.exchange_failed(kind=kind)
    assert lines.said[0]["kind"] == "?"
    assert "Testpatient" not in lines.stream.getvalue()


@pytest.mark.parametrize("count", ["3", True, 1.5])
def test_a_number_is_a_number(lines: Lines, count: int) -> None:
    lines.log.telemetry_dropped(count=count)
    assert lines.said[0]["count"] == "?"


def test_a_field_outside_the_table_stays_inside(lines: Lines) -> None:
    lines.log._write("info", "serving", prompt="word")
    assert lines.said[0]["prompt"] == "?"
    assert "prompt" not in FIELDS


def test_an_unexpected_exception_is_a_type_and_places(lines: Lines) -> None:
    lines.log.unexpected(failing())
    (said,) = lines.said
    assert (said["event"], said["kind"], said["place"]) == ("unexpected", "ValueError", "?")
    assert str(said["raised_at"]).startswith("test_logs.py:")
    assert "Testpatient" not in lines.stream.getvalue()


def test_the_last_place_of_our_own_code_is_named() -> None:
    try:
        logs.places(object())  # type: ignore[arg-type]  # raises inside our package, then in the standard library
    except AttributeError as error:
        ours, raised_at = places(error.__traceback__)
    assert ours.startswith("extproc/adapters/logs.py:")
    assert raised_at.startswith("traceback.py:")


def test_an_exception_without_a_traceback_has_no_place(lines: Lines) -> None:
    lines.log.unexpected(KeyError(SECRET))
    assert (lines.said[0]["place"], lines.said[0]["raised_at"]) == ("?", "?")


def test_what_other_libraries_log_is_named_and_not_said(installed: Lines) -> None:
    logging.getLogger("some.library").error("could not send %s", SECRET, exc_info=failing())
    logging.getLogger("some.library").info("quiet")
    warnings.warn(SECRET, UserWarning, stacklevel=1)
    first, second = installed.said
    assert (first["event"], first["logger"], first["level"]) == ("foreign", "some.library", "error")
    assert str(first["place"]).startswith("test_logs.py:")
    assert second["logger"] == "py.warnings"
    assert "Testpatient" not in installed.stream.getvalue()


def test_uncaught_exceptions_are_reported_without_their_text(
    installed: Lines, capfd: pytest.CaptureFixture[str]
) -> None:
    def die() -> None:
        raise RuntimeError(SECRET)

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    error = failing()
    sys.excepthook(type(error), error, error.__traceback__)
    assert [said["kind"] for said in installed.said] == ["RuntimeError", "ValueError"]
    assert "Testpatient" not in installed.stream.getvalue() + "".join(capfd.readouterr())


async def test_a_failed_task_that_nobody_awaits_is_reported(lines: Lines) -> None:
    loop = asyncio.get_running_loop()
    lines.log.loop_failed(loop, {"message": SECRET, "exception": failing()})
    lines.log.loop_failed(loop, {"message": SECRET})
    assert [said["event"] for said in lines.said] == ["unexpected", "loop_failed"]
    assert "Testpatient" not in lines.stream.getvalue()


def test_a_log_that_cannot_be_written_fails_nobody() -> None:
    closed = io.StringIO()
    closed.close()
    Log(closed).draining()


def test_standard_error_is_where_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    Log().stopped()
    out, err = capsys.readouterr()
    assert (out, json.loads(err)["event"]) == ("", "stopped")


def test_a_kind_that_is_switched_off_is_a_warning_at_the_start(lines: Lines) -> None:
    lines.log.detecting(names=("rules", "own:1a2b3c4d"))
    lines.log.detecting(names=("rules-AGE", "compact"))
    assert [(line["level"], line["detectors"]) for line in lines.said] == [
        ("info", "rules+own:1a2b3c4d"),
        ("warning", "rules-AGE+compact"),
    ]


def test_a_policy_whose_transcripts_cannot_be_sealed_is_an_error(lines: Lines) -> None:
    lines.log.transcripts_unmet(kind="full")
    assert [(line["level"], line["event"], line["kind"]) for line in lines.said] == [
        ("error", "transcripts_unmet", "full")
    ]
