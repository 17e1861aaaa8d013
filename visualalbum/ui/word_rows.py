"""Turns lyrics into rows and tells which row and word are on: no Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visualalbum.ui.sides import Side, side, soloists
from visualalbum.words import Line, Lyrics, Word
from visualalbum.words.lines import end_us

STOPS = ".,;:!?…。、！？"
"""After these a voice pauses by itself."""

APART_US = 1_500_000
"""A line in another language belongs to the line it starts with; files of other people's differ by up to a second."""


@dataclass(frozen=True)
class WordRow:
    """One line to show: its text, what stands below it, when it is on, and at whose side."""

    start_us: int
    end_us: int
    text: str
    words: tuple[Word, ...] = ()
    backing: str = ""
    below: tuple[str, ...] = ()
    """How it sounds, then what it means in another language."""
    side: Side = Side.BOTH

    @property
    def behind(self) -> str:
        """The backing voices as they are shown: in brackets, which some texts have already."""
        return self.backing if self.backing[:1] in ("", "(", "（", "[") else f"({self.backing})"

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [part for part in (self.text, self.backing, *self.below) if part]
        return " ".join([*(part if part[-1] in STOPS else f"{part}." for part in parts[:-1]), *parts[-1:]])

    @property
    def written(self) -> str:
        """The row as it is pasted elsewhere: a line for each voice and language."""
        return "\n".join(part for part in (self.text, self.backing, *self.below) if part)

    def ends(self) -> tuple[int, ...]:
        """Where each word ends in the text, in characters."""
        found, count = [], -_leading(self.words)
        for word in self.words:
            count += len(word.text)
            found.append(min(max(0, count), len(self.text)))
        return tuple(found)

    def share(self, word: int, time_us: int) -> float:
        """How much of a word has been sung at a time, 0 to 1."""
        if not 0 <= word < len(self.words):
            return 0.0
        one, following = self.words[word], self.words[word + 1 : word + 2]
        end_us = one.end_us if one.end_us is not None else following[0].start_us if following else self.end_us
        return min(1.0, max(0.0, (time_us - one.start_us) / max(1, end_us - one.start_us)))


@dataclass(frozen=True)
class Mark:
    """What is on: the row (-1 before the first), whether it is sung now or over, and its word (-1 where none is)."""

    row: int = -1
    on: bool = False
    word: int = -1


class WordRows:
    """The words of one track, each line with its translations; lines without text are pauses and no rows."""

    def __init__(self, lyrics: Lyrics | None = None, translations: Sequence[Lyrics] = ()) -> None:
        lines = lyrics.lines if lyrics else ()
        shown = [index for index, line in enumerate(lines) if line.text]
        matched = [_matched([lines[index] for index in shown], other) for other in translations]
        singers = [line.singer for line in lines]
        order = soloists(lyrics) if lyrics else []
        for other, found in zip(translations, matched, strict=True):
            if len(order) < 2:  # a text that names nobody is sung by those whom its translation names
                order = soloists(other)
                for index, same in zip(shown, found, strict=True):
                    singers[index] = same[0].singer if same else ""
        self.rows = tuple(
            WordRow(
                line.start_us,
                end_us(lines, index),
                line.text,
                line.words,
                line.backing.text if line.backing else "",
                _below(line, others),
                side=side(singers[index], order),
            )
            for (index, *others) in zip(shown, *matched, strict=True)
            for line in (lines[index],)
        )
        self._starts = [row.start_us for row in self.rows]

    def at(self, time_us: int) -> Mark:
        """What is on at a time of the track."""
        index = bisect_right(self._starts, time_us) - 1
        if index < 0:
            return Mark()
        row = self.rows[index]
        word = sum(word.start_us <= time_us for word in row.words) - 1
        return Mark(index, time_us < row.end_us, word)


def _below(line: Line, others: Iterable[Sequence[Line]]) -> tuple[str, ...]:
    """What stands below a line: how it sounds, its own translations, then those of other files."""
    files = (" ".join(other.text for other in found) for found in others)
    return tuple(filter(None, (line.transliteration, *(text for _, text in line.translations), *files)))


def _matched(lines: Sequence[Line], other: Lyrics) -> list[list[Line]]:
    """For each line those of another language that say it: the ones that start nearest to it."""
    found: list[list[Line]] = [[] for _ in lines]
    for line in other.lines:
        nearest = min(range(len(lines)), key=lambda n: abs(lines[n].start_us - line.start_us), default=None)
        if nearest is not None and line.text and abs(lines[nearest].start_us - line.start_us) <= APART_US:
            found[nearest].append(line)
    return found


def _leading(words: Sequence[Word]) -> int:
    """How many spaces the words begin with: a line's text has none at its start."""
    joined = "".join(word.text for word in words)
    return len(joined) - len(joined.lstrip())
