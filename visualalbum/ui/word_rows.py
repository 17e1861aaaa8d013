"""Turns lyrics into rows and tells which row and word are on: no Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from visualalbum.words import Line, Lyrics, Word
from visualalbum.words.lines import end_us

STOPS = ".,;:!?…。、！？"
"""After these a voice pauses by itself."""

APART_US = 1_500_000
"""A line in another language belongs to the line it starts with; files of other people's differ by up to a second."""


@dataclass(frozen=True)
class WordRow:
    """One line to show: its text, what stands below it, when it is on, and whether it is the second singer's."""

    start_us: int
    end_us: int
    text: str
    words: tuple[Word, ...] = ()
    backing: str = ""
    below: tuple[str, ...] = ()
    """How it sounds, then what it means in another language."""
    second: bool = False

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
        singers = [singer.id for singer in lyrics.singers] if lyrics else []
        sung = dict.fromkeys(line.singer for line in lines if line.singer)
        order = [*(singer for singer in singers if singer in sung), *(one for one in sung if one not in singers)]
        shown = [index for index, line in enumerate(lines) if line.text]
        matched = [_matched([lines[index] for index in shown], other) for other in translations]
        self.rows = tuple(
            WordRow(
                line.start_us,
                end_us(lines, index),
                line.text,
                line.words,
                line.backing.text if line.backing else "",
                tuple(filter(None, (line.transliteration, *(text for _, text in line.translations), *others))),
                second=bool(line.singer) and line.singer != order[0],
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


def _matched(lines: Sequence[Line], other: Lyrics) -> list[str]:
    """For each line what it says in another language: the lines there that start nearest to it."""
    found: list[list[str]] = [[] for _ in lines]
    for line in other.lines:
        nearest = min(range(len(lines)), key=lambda n: abs(lines[n].start_us - line.start_us), default=None)
        if nearest is not None and line.text and abs(lines[nearest].start_us - line.start_us) <= APART_US:
            found[nearest].append(line.text)
    return [" ".join(texts) for texts in found]


def _leading(words: Sequence[Word]) -> int:
    """How many spaces the words begin with: a line's text has none at its start."""
    joined = "".join(word.text for word in words)
    return len(joined) - len(joined.lstrip())
