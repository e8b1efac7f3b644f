import hmac
from dataclasses import replace
from hashlib import sha256

import orjson
import pytest

from extproc.audit.reference import Reference
from extproc.audit.texts import Row, Texts, View
from extproc.audit.transcript import (
    SALT_BYTES,
    STEP_CHARS,
    Commitment,
    NotATranscript,
    Opened,
    document,
    plaintext,
    read,
)
from extproc.sealed import Sealed
from tests.support.transcripts import ANSWERED, ASKED, plain

SALT = bytes(range(SALT_BYTES))


def spelled(texts: Texts, salt: bytes = SALT) -> bytes:
    return b"".join(plaintext(texts, "e-1", "request.decided", salt))


def reference(data: bytes) -> Reference:
    committed = "hmac-sha256:" + hmac.new(SALT, data, sha256).hexdigest()
    return Reference("full", "sealed-000000000000.bin", 0, 1, "0" * 64, committed, ("age1" + "q" * 58,))


@pytest.mark.parametrize("texts", [ASKED, ANSWERED])
def test_a_transcript_is_read_as_it_was_written(texts: Texts) -> None:
    opened = read(spelled(texts))
    assert (opened.exchange, opened.event, opened.texts.level) == ("e-1", "request.decided", "full")
    assert {view: plain(said) for view, said in opened.texts.views.items()} == {
        view: plain(said) for view, said in texts.views.items()
    }


def test_it_is_plain_json_that_needs_no_code_of_ours() -> None:
    assert orjson.loads(spelled(ANSWERED)) == {
        "v": 1,
        "exchange": "e-1",
        "event": "request.decided",
        "level": "full",
        "salt": SALT.hex(),
        "texts": {
            view: [
                {"at": "/choices/*/delta/content", "text": "[NAME_1] is well."},
                {"at": "/id", "text": "chatcmpl-1"},
            ]
            for view in ("received", "masked")
        },
    }


@pytest.mark.parametrize("text", ["", "\x00\x1b[2J", '"\\', "é😀" * STEP_CHARS, "x" * (STEP_CHARS * 2 + 1)])
def test_any_text_comes_back_and_a_long_one_is_never_spelled_at_once(text: str) -> None:
    texts = Texts("masked", {View.FORWARDED: Sealed(text.encode()), View.MASKED: (Row("/a", Sealed(text)),)})
    pieces = list(plaintext(texts, "e-1", "request.decided", SALT))
    assert max(map(len, pieces)) <= 6 * STEP_CHARS
    views = read(b"".join(pieces)).texts.views
    assert plain(views[View.FORWARDED]) == text.encode()
    assert plain(views[View.MASKED]) == [("/a", text)]


def test_half_a_surrogate_pair_which_no_file_can_hold_becomes_a_replacement() -> None:
    said = read(spelled(Texts("full", {View.MASKED: (Row("/a", Sealed("a\ud83db")),)}))).texts.views
    assert plain(said[View.MASKED]) == [("/a", "a�b")]


def test_what_was_committed_to_agrees_with_the_record() -> None:
    data = spelled(ASKED)
    opened = read(data)
    opened.check("e-1", "request.decided", reference(data))


@pytest.mark.parametrize(
    ("exchange", "event", "level"),
    [("e-2", "request.decided", "full"), ("e-1", "exchange.completed", "full"), ("e-1", "request.decided", "masked")],
)
def test_a_transcript_of_another_record_is_refused(exchange: str, event: str, level: str) -> None:
    data = spelled(ASKED)
    with pytest.raises(NotATranscript, match="another record"):
        read(data).check(exchange, event, replace(reference(data), level=level))


def test_one_word_changed_is_not_what_was_committed_to() -> None:
    data = spelled(ASKED)
    forged = read(data.replace(b"coughs", b"sneezes"))
    with pytest.raises(NotATranscript, match="commits"):
        forged.check("e-1", "request.decided", reference(data))


def test_the_same_text_has_another_commitment_under_another_salt() -> None:
    def committed(salt: bytes) -> str:
        commitment = Commitment(salt)
        assert list(commitment.over([b"219-09-9999"])) == [b"219-09-9999"]
        return commitment.text

    assert committed(SALT) != committed(bytes(SALT_BYTES))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Maria Lopez",
        b"[]",
        spelled(ASKED)[:-1],
        spelled(ASKED).replace(b'"v":1', b'"v":2'),
        spelled(ASKED).replace(b'"full"', b'"all"'),
        spelled(ASKED).replace(SALT.hex().encode(), b"zz" * SALT_BYTES),
        spelled(ASKED).replace(SALT.hex().encode(), b"00"),
        spelled(ASKED).replace(b'"received"', b'"unheard"'),
        spelled(ASKED).replace(b'"exchange"', b'"Maria Lopez"'),
        spelled(ANSWERED).replace(b'"at"', b'"on"'),
        b'{"v":1,"exchange":"","event":"","level":"full","salt":"%b","texts":{"masked":7}}' % SALT.hex().encode(),
    ],
)
def test_what_is_no_transcript_is_refused_in_words_that_quote_nothing(data: bytes) -> None:
    with pytest.raises(NotATranscript) as caught:
        read(data)
    assert "Maria" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_opened_transcript_does_not_print() -> None:
    opened: Opened = read(spelled(ASKED))
    assert "Maria" not in repr(opened)
    assert SALT.hex() not in repr(opened)


def test_as_a_document_it_has_the_views_asked_for_and_no_salt() -> None:
    opened = read(spelled(ASKED))
    shown = document(opened, {View.FORWARDED: opened.texts.views[View.FORWARDED]})
    assert shown["texts"] == {"forwarded": '{"messages":[{"content":"[NAME_1] coughs"}]}'}
    assert "salt" not in shown
    rows = document(opened, {View.MASKED: ANSWERED.views[View.MASKED]})["texts"]
    assert rows == {"masked": [{"at": row.at, "text": row.text.reveal()} for row in (*ANSWERED.views[View.MASKED],)]}
