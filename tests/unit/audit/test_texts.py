from extproc.audit.record import Entry, Event
from extproc.audit.texts import Row, Texts, View
from extproc.sealed import Sealed

TEXTS = Texts(
    "full", {View.RECEIVED: Sealed(b"Maria"), View.MASKED: (Row("/a", Sealed("Lopez")), Row("/b", Sealed("x")))}
)


def test_texts_do_not_print_and_neither_does_an_entry_that_has_some() -> None:
    entry = Entry(Event.REQUEST_DECIDED, 1, "a", {}, texts=TEXTS)
    for shown in (repr(TEXTS), str(TEXTS), f"{entry}", repr(Row("/a", Sealed("Lopez")))):
        assert "Maria" not in shown
        assert "Lopez" not in shown


def test_what_they_weigh_is_what_all_views_hold() -> None:
    assert TEXTS.size_bytes == len("Maria") + len("Lopez") + 1
