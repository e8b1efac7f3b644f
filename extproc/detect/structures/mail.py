"""Heads of mails, also quoted and forwarded: names beside addresses, senders and recipients without one, and dates.

A head is two lines or more of known fields, of which one names people. A name right before an address in angle brackets
is one wherever it stands. Not covered: names that run over a line's end.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.values import fits
from extproc.detect.structures.view import View

_HEAD: Final = (
    r"[> \t]{0,12}+\*{0,2}(from|to|cc|bcc|reply-to|sender|sent|date|subject|message-id|importance|attachments|von|an"
    r"|gesendet|betreff|de|para|enviado|asunto|envoyé|objet|à)\*{0,2}[ \t]{0,2}:\*{0,2}[ \t]*+([^\r\n]*+)"
)
_FIRST: Final = re.compile(_HEAD, re.IGNORECASE)
_FIELD: Final = re.compile(rf"\n{_HEAD}", re.IGNORECASE)
_PEOPLE: Final = frozenset(("from", "to", "cc", "bcc", "reply-to", "sender", "von", "an", "de", "para", "à"))
_DATES: Final = frozenset(("sent", "date", "gesendet", "enviado", "envoyé"))
_ANGLE: Final = re.compile(r"<(?:mailto:)?[^<>@\s]{1,100}@[^<>@\s.]{1,60}\.[^<>@\s]{1,60}>")
_BEFORE: Final = re.compile(
    r"(?:\\?\"([^\"\r\n<>]{1,80})\\?\"|((?:[^\W\d_][\w.'’-]{0,30},?[ ]){0,4}[^\W\d_][\w.'’-]{0,30}))[ ]?\Z"
)
_LINE_ENDS: Final = ("", "\r")
"""What may stand between a line's last character and the line feed."""
_REACH: Final = 90
_LONGEST: Final = 120
_NO_NAME: Final = re.compile(
    r"(?:.*\b(?:am|pm|and|or|to|from|by|with|at|cc|bcc|e-?mail|contact|write|address|sender|on|via|is|see|reply|for)"
    r"[ ,:]+)?"
    r"(?:(?:dr|mr|mrs|ms|miss|prof)\b\.?\s*)?",
    re.IGNORECASE,
)
"""What stands before a name and is none of it."""
_NO_PERSON: Final = re.compile(
    r"\b(?:desk|team|support|service|services|department|dept|office|clinic|hospital|lab|laboratory|pharmacy|records"
    r"|billing|group|list|staff|admin|no-?reply|help|centre|center|info|all|scheduling|registration|nursing|facilities|committee"
    r"|recipients|everyone|residents|concern)\b",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")


def read_mail(view: View) -> list[tuple[int, int]]:
    """Notes what heads of mails in ``view`` say. Their text stays text for everybody else."""
    text = view.text
    if "@" in text:
        for angle in _ANGLE.finditer(text):
            name = _BEFORE.search(text, max(0, angle.start() - _REACH), angle.start())
            if name is not None:
                _mark(view, *name.span(1 if name[1] else 2))
    for field in _heads(text) if ":" in text and "\n" in text else ():
        if field[1].lower() in _DATES and _DIGIT.search(field[2]):
            view.mark(*field.span(2), E.DATE, "mail_head")
        elif field[1].lower() in _PEOPLE:
            for start, end in _mailboxes(text, *field.span(2)):
                if " " in text[start:end].strip():  # one word may be a place or a branch; a name the rules may know
                    _mark(view, start, end)
    return []


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The lines of heads."""
    head: list[re.Match[str]] = []
    first = _FIRST.match(text)
    for field in chain([first] if first else [], _FIELD.finditer(text)):
        if head and text[head[-1].end() : field.start()] not in _LINE_ENDS:
            yield from head if _is_head(head) else ()
            head = []
        head.append(field)
    yield from head if _is_head(head) else ()


def _is_head(fields: list[re.Match[str]]) -> bool:
    names = {field[1].lower() for field in fields}
    is_mail = not names <= _PEOPLE or any("@" in field[2] for field in fields)  # and no form of a referral
    return len(names) > 1 and not names.isdisjoint(_PEOPLE) and is_mail


def _mailboxes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each name of a list; one with an address is found by the address."""
    value = text[start:end]
    sign = ";" if ";" in value else "," if "@" in value or value.count(",") > 1 else "\n"
    at = start
    for one in value.split(sign):
        if "@" not in one and one.count(",") < 2:
            yield at, at + len(one)
        at += len(one) + 1


def _blanks(text: str, start: int, end: int) -> int:
    return end - start - len(text[start:end].lstrip())


def _mark(view: View, start: int, end: int) -> None:
    if end - start > _LONGEST:
        return
    no_name = _NO_NAME.match(view.text, start + _blanks(view.text, start, end), end)
    start = no_name.end() if no_name else start
    value = view.text[start:end].strip(" \"'*")
    if fits(E.NAME, value) and not _DIGIT.search(value) and not _NO_PERSON.search(value) and len(value.split()) < 6:
        start = view.text.index(value, start)
        view.mark(start, start + len(value), E.NAME, "mail_head")
