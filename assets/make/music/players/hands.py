"""What all players share: where in the song a bar lies, and hands that are never exactly on time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from score import RATE, SONGS

from music.desk import place


@dataclass(frozen=True)
class Where:
    """A bar of a song: its number there, its section, its number in the section and how many bars that has."""

    song: int
    bar: int
    section: str
    index: int
    count: int

    @property
    def last(self) -> bool:
        """Whether the section ends with it."""
        return self.index == self.count - 1


def bars(song: int) -> Iterator[Where]:
    """All bars of a song."""
    bar = 0
    for section in SONGS[song]:
        for index in range(len(section.dancer)):
            yield Where(song, bar, section.name, index, len(section.dancer))
            bar += 1


class Hands:
    """A player's timing and touch: a little late, as one who listens to the shoes, and never twice the same."""

    def __init__(self, seed: int, late_ms: float, loose_ms: float = 3.5, touch: float = 0.07) -> None:
        self._rng = np.random.default_rng(seed)
        self._late_ms, self._loose_ms, self._touch = late_ms, loose_ms, touch
        self.count = 0

    def sample(self, song: int, at: float | Fraction) -> int:
        """When this player plays what is written at a place of a song, in bars."""
        self.count += 1
        off_ms = self._late_ms + float(np.clip(self._rng.normal(0, self._loose_ms), -8, 8))
        return max(0, place(song, float(at)) + round(off_ms / 1000 * RATE))

    def force(self, wanted: float) -> float:
        """How hard a stroke becomes that is meant so hard."""
        return float(np.clip(wanted * (1 + self._rng.normal(0, self._touch)), 0.05, 1.0))

    def seed(self) -> int:
        """A fresh seed for a sound."""
        return int(self._rng.integers(1 << 30))


def marks(pattern: str) -> Iterator[tuple[Fraction, str]]:
    """The marks of a bar's pattern and where in the bar each stands; dots are rests."""
    for number, mark in enumerate(pattern):
        if mark != ".":
            yield Fraction(number, len(pattern)), mark
