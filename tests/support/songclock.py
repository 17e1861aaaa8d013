"""The song's own time at any instant, from what was heard: the ruler that pictures are held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tests.support.listening import RATE, Chord, Seam, Stretch, stretches
from tests.support.recorder import Recording

LOCATE_MS = 50.0  # a larger jump of the song's time within a stretch is a locate
SAME_MS = 1.0  # a smaller change from one second to the next is drift, not a jump


@dataclass(frozen=True)
class Roll:
    """The song heard without a stop from `first_ns` to `end_ns`.

    `marks` are pairs of an instant and the instant at which, seen from there, the programme's time was 0; between
    two marks it is drawn straight. `seams` are the places where the sound was broken, with their instants.
    """

    first_ns: float
    end_ns: float
    marks: tuple[tuple[float, float], ...]
    seams: tuple[tuple[float, Seam], ...]

    @cached_property
    def _table(self) -> NDArray[np.float64]:
        return np.array(self.marks).T

    def programme_s(self, instant_ns: float) -> float:
        """The programme's time in seconds at an instant."""
        instants, zeros = self._table
        return float(instant_ns - np.interp(instant_ns, instants, zeros - zeros[0]) - zeros[0]) / 1e9

    def instant_ns(self, programme_s: float) -> float:
        """The instant at which a programme time was heard."""
        guess = self.marks[0][1] + programme_s * 1e9
        for _ in range(2):  # the zero moves by milliseconds at most, so twice is enough
            guess += (programme_s - self.programme_s(guess)) * 1e9
        return guess

    @property
    def span_s(self) -> tuple[float, float]:
        """The programme times at its start and end."""
        return self.programme_s(self.first_ns), self.programme_s(self.end_ns)


Listen = Callable[[NDArray[np.float32]], list[Stretch]]


def rolls(recording: Recording, listen: Listen = stretches) -> list[Roll]:
    """Every roll of a recording; one in which no second was struck says nothing about time and is left out.

    `listen` finds the song in the samples: measured tones, or any music with `Reference.stretches`.
    """
    found = []
    for stretch in listen(recording.samples):
        for first, end, chords in _parts(stretch):
            seams = [seam for seam in stretch.seams if first < seam.at < end]
            found.append(_roll(recording, first, end, chords, seams))
    return found


def _parts(stretch: Stretch) -> list[tuple[int, int, list[Chord]]]:
    """Cut a stretch where the song's time jumps, as a locate does that leaves no silence."""
    parts: list[tuple[int, int, list[Chord]]] = []
    first = stretch.first
    group = list(stretch.chords[:1])
    for before, after in pairwise(stretch.chords):
        moved = after.sample - before.sample - (after.second - before.second) * RATE
        if abs(moved) > LOCATE_MS * RATE / 1000:
            end, begin = _break(stretch.seams, before, after)
            parts.append((first, end, group))
            first, group = begin, []
        group.append(after)
    return [*parts, (first, stretch.end, group)] if group else parts


def _break(seams: tuple[Seam, ...] | list[Seam], before: Chord, after: Chord) -> tuple[int, int]:
    """Where the song's time changed between two seconds: from the largest seam's start to its end, else midway."""
    between = [seam for seam in seams if before.sample < seam.at < after.sample]
    if not between:
        midway = round(before.sample + after.sample) // 2
        return midway, midway
    seam = max(between, key=lambda seam: (seam.length_ms, abs(seam.step)))
    return seam.at, seam.at + round(seam.length_ms * RATE / 1000)


def _roll(recording: Recording, first: int, end: int, chords: list[Chord], seams: list[Seam]) -> Roll:
    instants = [float(recording.instant_ns(chord.sample)) for chord in chords]
    marks = [(at, at - chord.second * 1e9) for at, chord in zip(instants, chords, strict=True)]
    for (before, a), (after, b) in pairwise(zip(chords, list(marks), strict=True)):
        if abs(a[1] - b[1]) > SAME_MS * 1e6:
            at = float(recording.instant_ns(_break(seams, before, after)[0]))
            marks += [(at - 1, a[1]), (at + 1, b[1])]
    known = tuple((float(recording.instant_ns(seam.at)), seam) for seam in seams)
    start, stop = recording.instant_ns(first), recording.instant_ns(end)
    return Roll(float(start), float(stop), tuple(sorted(marks)), known)
