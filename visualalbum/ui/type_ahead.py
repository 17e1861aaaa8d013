"""Finding a row of a list by typing the beginning of its title, of a word in it, or its number: no Qt here."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Sequence

REST_S = 1.5
"""After so long without a letter the next one begins anew; Qt's own 0.4 s are too short for a whole name."""

AWAIT_S = 8.0
"""How long the first letter is waited for by whoever was asked to type."""


class TypeAhead:
    """What has been typed of a name so far; while it is `active` digits and blanks are letters of it too."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._text = ""
        self._until_s = 0.0

    @property
    def active(self) -> bool:
        """Whether the next letter belongs to what is being typed."""
        return self._now_s() < self._until_s

    def begin(self) -> None:
        """Wait for a name to be typed."""
        self._text = ""
        self._until_s = self._now_s() + AWAIT_S

    def end(self) -> None:
        """Wait for nothing more."""
        self._until_s = 0.0

    def type(self, letters: str, titles: Sequence[str], row: int) -> int:
        """The row that what is typed leads to, looked for from `row` on; -1 where there is none.

        The same letter again and again goes from one to the next.
        """
        self._text = self._text + letters if self.active else letters
        self._until_s = self._now_s() + REST_S
        wanted = plain(self._text)
        repeated = len(wanted) > 1 and len(set(wanted)) == 1
        first = row + 1 if len(wanted) == 1 or repeated else max(0, row)
        order = [(first + step) % len(titles) for step in range(len(titles))] if titles else []
        names = {at: plain(titles[at]) for at in order}
        ways: list[Callable[[int], bool]] = [
            lambda at: names[at].startswith(wanted),
            lambda at: f" {wanted}" in names[at],
            lambda at: str(at + 1) == wanted,
        ]
        if repeated:
            ways.append(lambda at: names[at].startswith(wanted[0]))
        return next((at for way in ways for at in order if way(at)), -1)


def plain(text: str) -> str:
    """A text without case and accents, as people type it."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
