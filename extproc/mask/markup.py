"""Whether a name may be restored at this place of a running text.

Renderers disagree about what is markup: one takes a ``<`` for a tag that another shows as text, and what follows then
reads differently. So every opening is followed on its own, even within others, and a place is safe only if it lies
outside of all of them. More of them at once than anyone writes honestly makes the rest of the text unsafe.
"""

import re
from copy import copy
from typing import Final, NamedTuple

from extproc.mask.tags import Tag
from extproc.mask.targets import OPENINGS, Target
from extproc.mask.urls import Line

_MOST: Final = 8  # open at once; each is read on its own, so it bounds the work too
_LONGEST_CARRIED: Final = 512
"""Visible characters of a run before the current word: tags hold blanks, and so a run may go on over many words."""

_BLANKS: Final = " \t\r\n"
_WORD: Final = re.compile(r"""[^<()\[\]{}:"'`“”‘’«»「」\\ \t\r\n]+""")
"""Opens and closes nothing, so it need not be read by the character where nothing is open."""

_LONGEST_OPENING: Final = max(map(len, OPENINGS))


class Run(NamedTuple):
    """Text since a blank: ``visible`` without tags, and since the last blank outside of them; ``written`` with."""

    visible: str
    written: str
    in_tag: bool


class Markup:
    """The place in one text after all that was fed."""

    def __init__(self) -> None:
        self._tags: list[Tag] = []
        self._targets: list[Target] = []
        self._line = Line()
        self._tail = ""
        self._run: list[str] = []  # visible
        self._run_chars = 0
        self._written: list[str] = []
        self._lost = False

    @property
    def safe(self) -> bool:
        return not (self._lost or self._tags or self._in_target) and self._line.outside

    @property
    def clear(self) -> bool:
        """Nothing is open, so text without any markup and addresses changes nothing."""
        return not (self._lost or self._tags or self._targets or self._run) and self._line.clear

    @property
    def calm(self) -> bool:
        """At most delimiters are open, so words without any change nothing before the line ends."""
        return not (self._lost or self._tags or self._targets or self._run) and self._line.calm

    @property
    def in_tag(self) -> bool:
        return bool(self._tags) and any(tag.begun for tag in self._tags)

    @property
    def _in_target(self) -> bool:
        return bool(self._targets) and any(target.holds for target in self._targets)

    def feed(self, text: str) -> None:
        at = 0
        while at < len(text) and not self._lost:
            word = None if self._tags or self._targets else _WORD.match(text, at)
            if word:
                self._feed_word(word[0])
                at = word.end()
            else:
                self._feed(text[at])
                at += 1

    def bars(self, text: str) -> bool:
        """Nothing in ``text``, which comes next up to a blank, may be filled; so much is plain without reading it.

        Tags that are open end at a ``>`` only. A run that goes on and on is not judged anew at each word.
        """
        return self._lost or self._run_chars > _LONGEST_CARRIED or (self.in_tag and ">" not in text)

    def run_with(self, text: str) -> Run:
        """The current run if ``text``, which holds no blanks outside of tags, came next."""
        if not self._tags and "<" not in text:
            return Run("".join(self._run) + text, "".join(self._written) + text, False)
        ahead = self._copy_for_a_run()
        ahead.feed(text)
        return Run("".join(ahead._run), "".join(ahead._written), ahead.in_tag)

    def _copy_for_a_run(self) -> "Markup":
        """What ``run_with`` feeds in place of this; the line has no part in a run."""
        ahead = copy(self)
        ahead._tags = [copy(tag) for tag in self._tags]
        ahead._targets = [copy(target) for target in self._targets]
        ahead._line = Line()
        ahead._run = self._run.copy()
        ahead._written = self._written.copy()
        return ahead

    def _feed_word(self, word: str) -> None:
        self._tail = (self._tail + word.lower())[-_LONGEST_OPENING:]
        self._line.feed_word(word)
        self._run.append(word)
        self._run_chars += len(word)
        self._written.append(word)

    def _feed(self, char: str) -> None:
        was_in_tag = self.in_tag
        held = was_in_tag or self._in_target
        if self._tags:
            self._tags = [tag for tag in self._tags if tag.feed(char)]
        if self._targets:
            self._targets = [target for target in self._targets if target.feed(char)]
        opening = self._opened_by(char)
        if opening:
            self._targets.append(Target(opening))
        if not (held or self.in_tag or opening):
            self._line.feed(char)
        self._note(char, was_in_tag)
        if char == "<":
            self._tags.append(Tag())
        self._lost = self._lost or len(self._tags) + len(self._targets) > _MOST

    def _opened_by(self, char: str) -> str | None:
        self._tail = "" if char in _BLANKS else (self._tail + char.lower())[-_LONGEST_OPENING:]
        if char not in "(:":
            return None
        return next((opening for opening in OPENINGS if self._tail.endswith(opening)), None)

    def _note(self, char: str, was_in_tag: bool) -> None:
        if char in _BLANKS:
            self._written.clear()
        else:
            self._written.append(char)
        if self.in_tag and not was_in_tag:
            self._run.pop()  # its "<"
            self._run_chars -= 1
        elif char in _BLANKS and not was_in_tag:
            self._run.clear()
            self._run_chars = 0
        elif not was_in_tag:
            self._run.append(char)
            self._run_chars += 1
