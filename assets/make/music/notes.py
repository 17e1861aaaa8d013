"""Notes, phrases and the words that lie on them, read from short strings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from score import BPM

BAR_S = Fraction(4 * 60, BPM)
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SHIFTS = {"": 0, "b": -1, "#": 1}
_NOTE = re.compile(r"(?:([A-G])([b#]?)(\d)|r)/(\d+)")


@dataclass(frozen=True)
class Note:
    """A tone of a song; start and length in bars from the song's start."""

    start: Fraction
    length: Fraction
    midi: int

    @property
    def start_s(self) -> Fraction:
        """Its time in its song."""
        return self.start * BAR_S

    @property
    def end_s(self) -> Fraction:
        """When it is let go."""
        return (self.start + self.length) * BAR_S


@dataclass(frozen=True)
class Sung:
    """A word with the note that its first syllable lies on; `text` ends with a space where one follows it."""

    text: str
    note: Note


@dataclass(frozen=True)
class Phrase:
    """A line of melody; where somebody could sing it, its words lie on its notes, a syllable a note."""

    song: int
    who: str
    notes: tuple[Note, ...]
    english: tuple[Sung, ...] = ()
    japanese: tuple[Sung, ...] = ()

    @property
    def sung(self) -> bool:
        """Whether it has words."""
        return bool(self.english)


def midi(name: str) -> int:
    """The MIDI number of a pitch such as `Bb4`."""
    return 12 * (int(name[-1]) + 1) + _STEPS[name[0]] + _SHIFTS[name[1:-1]]


def phrase(song: int, bar: int, who: str, notes: str, english: str = "", japanese: str = "", places: int = 0) -> Phrase:
    """Read a phrase that begins at a bar of a song.

    Notes are `pitch/length`, rests `r/length`, lengths in places of a bar: 12 in the first song, 16 in the second, or
    what `places` says. English is split into syllables by hyphens: `cor-ri-dor`. A Japanese word is what is written
    and, after `=`, what is sung to each note: `廊下=ろう,か`; `_` in it is a space.
    """
    unit = Fraction(1, places or (12, 16)[song])
    at, found = Fraction(bar), []
    for token in notes.split():
        match = _NOTE.fullmatch(token)
        assert match, token
        length = int(match[4]) * unit
        if match[1]:
            found.append(Note(at, length, midi("".join(match.group(1, 2, 3)))))
        at += length
    words = english.split()
    lines = (
        [(word.replace("-", "") + " " * (word is not words[-1]), word.count("-") + 1) for word in words],
        [(text.replace("_", "\u3000"), kana.count(",") + 1) for text, kana in (w.split("=") for w in japanese.split())],
    )
    return Phrase(song, who, tuple(found), *(_lay(line, found) for line in lines))


def _lay(words: list[tuple[str, int]], notes: list[Note]) -> tuple[Sung, ...]:
    assert not words or sum(count for _, count in words) == len(notes), words
    laid, at = [], 0
    for text, count in words:
        laid.append(Sung(text, notes[at]))
        at += count
    return tuple(laid)
