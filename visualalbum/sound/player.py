"""What an output asks for, block after block: the samples that are due, at the volume wanted, and a reading of each."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from visualalbum.sound.readings import Readings
from visualalbum.sound.resample import RATE
from visualalbum.sound.ring import Ring
from visualalbum.sound.stereo import Samples

RAMP = RATE * 20 // 1000
"""Samples in which the volume goes all the way: 20 ms do not click."""


def time_us(sample: int) -> int:
    """The programme time of a sample, in microseconds."""
    return (sample * 125 + 3) // 6


def sample_at(time_us: int) -> int:
    """The sample at a programme time in microseconds."""
    return (time_us * 6 + 62) // 125


@dataclass
class Stretch:
    """A stretch of rolling: from sample `start`, at `at` now, with `end` the programme's length.

    `by` is how much later a sample is than in the stretch before, for one that goes over from it. `heard` is the last
    reading as (sample, instant). While `joining` is set (a sample and the instant it is due), the next block is the one
    that is due at its own instant.
    """

    serial: int
    start: int
    end: int
    by: int = 0
    ring: Ring = field(init=False)
    at: int = field(init=False)
    heard: tuple[int, int] | None = None
    joining: tuple[int, int] | None = None
    end_ns: int | None = None

    def __post_init__(self) -> None:
        self.ring = Ring(self.start)
        self.at = self.start

    @property
    def filled(self) -> bool:
        """Whether the first second is there, or all there is of it."""
        return self.ring.written >= min(self.start + RATE, self.end)

    def due_at(self, instant_ns: int) -> int:
        """The sample that is due at an instant, going by what was heard last (or should have been)."""
        sample, heard_ns = self.joining or self.heard or (self.at, instant_ns)
        return sample + round((instant_ns - heard_ns) * RATE / 10**9)

    def join_in(self) -> None:
        """Let the next block be the one that is due: the song goes on where it would have been."""
        self.joining = self.joining or self.heard


class Player:
    """Fills the output's blocks from the stretch that rolls; silence while none does."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._stretch: Stretch | None = None
        self._next: Stretch | None = None
        self._volume = 1.0
        self._wanted = 1.0

    @property
    def stretch(self) -> Stretch | None:
        """What rolls now."""
        return self._stretch

    @property
    def silent(self) -> bool:
        """Whether the volume has come down to nothing."""
        return self._volume == 0

    def roll(self, stretch: Stretch | None) -> None:
        """Play this from the next block on; None plays silence."""
        self._stretch, self._next = stretch, None
        self._readings.set_rolling(-1 if stretch is None else stretch.serial)

    def cross(self, stretch: Stretch) -> None:
        """Go over into this from what rolls, as soon as it begins, within one block."""
        self._next = stretch

    def set_volume(self, volume: float) -> None:
        """Set the amplitude, 0 to 1, that is reached within RAMP; at once where nothing rolls."""
        self._wanted = min(1.0, max(0.0, volume))
        if self._stretch is None:
            self._volume = self._wanted

    def fill(self, block: Samples, dac_ns: int | None, *, sure: bool = True) -> None:
        """Fill a block that is heard from an instant on (None: not known yet); of one that is not `sure` there is no
        reading. Called by the output's thread.
        """
        stretch = self._stretch
        if stretch is None:
            block[:] = 0
            return
        if stretch.joining is not None and dac_ns is not None:
            stretch.at = stretch.due_at(dac_ns)
            stretch.joining = None
        self._take(stretch, block)
        if (following := self._next) is not None and stretch.at + following.by >= following.start:
            following.at = stretch.at + following.by
            stretch = self._go_over(following, block)
        first, count = stretch.at, len(block)
        self._turn_volume(block)
        stretch.at = first + count
        if dac_ns is None or not sure:
            return
        stretch.heard = first, dac_ns
        if stretch.end <= stretch.at and stretch.end_ns is None:
            stretch.end_ns = dac_ns + (stretch.end - first) * 10**9 // RATE
        self._readings.set_ahead(max(0, time_us(min(stretch.ring.written, stretch.end) - stretch.at)))
        self._readings.add(stretch.serial, time_us(first), dac_ns)

    def _take(self, stretch: Stretch, block: Samples) -> None:
        first, count = stretch.at, len(block)
        there = stretch.ring.take(first, block)
        if there < min(first + count, stretch.end) - max(first, stretch.start):
            self._readings.count_underrun()

    def _go_over(self, following: Stretch, block: Samples) -> Stretch:
        """Fade a block into what follows; both are loudest where they are the same, so the ramps are straight."""
        other = np.empty_like(block)
        self._take(following, other)
        block += (other - block) * np.linspace(0, 1, len(block), dtype=np.float32)[:, None]
        self.roll(following)
        return following

    def _turn_volume(self, block: Samples) -> None:
        if self._volume == self._wanted == 1:
            return
        change = len(block) / RAMP
        after = min(self._wanted, self._volume + change) if self._wanted > self._volume else 0.0
        if self._wanted <= self._volume:
            after = max(self._wanted, self._volume - change)
        block *= np.linspace(self._volume, after, len(block), dtype=np.float32)[:, None]
        self._volume = after
