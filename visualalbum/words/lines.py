"""Lyrics and captions as values: lines with their times, and words with theirs where the text gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

LAST_US = 8_000_000
"""How long a line without an end is on where no other follows."""


@dataclass(frozen=True)
class Word:
    """A word, or a syllable of one, and when it starts; its spaces belong to it.

    It lasts until the next one starts, or until `end_us` where the text says so.
    """

    start_us: int
    text: str
    end_us: int | None = None

    def moved(self, by_us: int) -> Word:
        """The same, so much later, but not before 0."""
        return replace(self, start_us=max(0, self.start_us + by_us), end_us=_moved(self.end_us, by_us))


@dataclass(frozen=True)
class Line:
    """A line from its start until the next one's, or until `end_us` where the text says so; empty text is a pause."""

    start_us: int
    text: str
    words: tuple[Word, ...] = ()
    end_us: int | None = None
    singer: str = ""
    """Whose line it is: the id of one of the lyrics' singers; empty where the text tells none."""
    backing: Line | None = None
    """What the voices behind sing meanwhile."""
    translations: tuple[tuple[str, str], ...] = ()
    """The line in other languages, by BCP 47 tag."""
    transliteration: str = ""
    """How it sounds, in Latin letters."""
    italics: tuple[tuple[int, int], ...] = ()
    """Which parts of a caption slant: the first letter of each and the one past its last."""
    on_top: bool = False
    """Whether a caption belongs at the top of the picture: at its bottom something is to be seen."""

    def moved(self, by_us: int) -> Line:
        """The same with its words and backing voices, so much later, but not before 0."""
        return replace(
            self,
            start_us=max(0, self.start_us + by_us),
            end_us=_moved(self.end_us, by_us),
            words=tuple(word.moved(by_us) for word in self.words),
            backing=self.backing.moved(by_us) if self.backing else None,
        )


@dataclass(frozen=True)
class Singer:
    """Somebody who sings, or a `group`: the id that lines name, and a name for people, which may be empty."""

    id: str
    name: str = ""
    group: bool = False


@dataclass(frozen=True)
class Lyrics:
    """Lines in order of their times, and what the text says about itself: `ti`, `ar`, `la` and so on."""

    lines: tuple[Line, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    singers: tuple[Singer, ...] = ()
    """In the order in which the text names them: the first is on the left of a duet."""

    def moved(self, by_us: int) -> Lyrics:
        """The same with every line so much later, but not before 0."""
        return replace(self, lines=tuple(line.moved(by_us) for line in self.lines)) if by_us else self


def end_us(lines: Sequence[Line], index: int) -> int:
    """When a line is over: at its own end, else with the start of the next one."""
    line = lines[index]
    if line.end_us is not None:
        return line.end_us
    later = next((one.start_us for one in lines[index + 1 :] if one.start_us > line.start_us), None)
    return line.start_us + LAST_US if later is None else later


def overs_us(line: Line) -> tuple[int | None, ...]:
    """When each word of a line is over where it has no end of its own: as the next one starts, or with the line."""
    return (*(word.start_us for word in line.words[1:]), line.end_us) if line.words else ()


def _moved(time_us: int | None, by_us: int) -> int | None:
    return None if time_us is None else max(0, time_us + by_us)
