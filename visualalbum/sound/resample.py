"""Sound at any rate as samples of the programme, by a pure function: there is no state to warm, reset or flush."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, gcd

import numpy as np
from numpy.typing import NDArray

from visualalbum.sound.stereo import Samples

RATE = 48000
"""Samples a second of the programme and of every output."""

REACH = 64
"""Samples of the lower rate that count on either side of a sample. With BETA: flat to 20 kHz at 44.1 kHz."""

BETA = 10.0
"""Shape of the Kaiser window: images and aliases stay 100 dB down (Kaiser 1974: A = BETA / 0.1102 + 8.7)."""

CUTOFF = 0.97
"""Middle of the transition, as part of the lower rate's Nyquist frequency."""

BLOCK = 64
"""Samples of the programme made at a time where the rates have no short common period."""

LONGEST_PERIOD = 1024
"""Samples of the programme; a longer common period is cut into BLOCKs, each with weights of its own."""


class Resampler:
    """Sound at `rate` whose sample 0 stands `start` seconds into the programme, wherever that is between samples.

    Sample n of the programme is the band-limited sound at n / 48000 s: a Kaiser-windowed sinc around that place
    (J. O. Smith, Digital Audio Resampling). Every n is computed by itself, in exact arithmetic but for the weights,
    so that a run that starts in the middle equals one from the start, and parts of a sound may simply be added.
    """

    def __init__(self, rate: int, start: Fraction) -> None:
        self._ratio = Fraction(rate, RATE)
        self._shift = start * rate
        period = self._ratio.denominator
        self.exact = self._ratio == 1 and self._shift.denominator == 1
        self._narrow = min(Fraction(1), 1 / self._ratio)
        self._reach = 0 if self.exact else ceil(REACH / self._narrow)
        self._block = period * ceil(BLOCK / period) if period <= LONGEST_PERIOD else BLOCK
        self._cycle = period // gcd(period, self._block)
        self._weights: dict[int, NDArray[np.float32]] = {}

    def needs(self, first: int, count: int) -> tuple[int, int]:
        """The range of source samples, from and to, that samples `first` to `first + count` are made of."""
        if self.exact:
            return first - int(self._shift), first + count - int(self._shift)
        begin, blocks = self._blocks(first, count)
        last = (begin + blocks - 1) * self._block
        return self._left(begin * self._block), self._left(last) + self._width(last)

    def reaches(self, samples: int) -> tuple[int, int]:
        """The range of the programme, from and to, in which `samples` source samples from 0 on are heard at all."""
        begin, end = self._shift - self._reach, self._shift + samples + self._reach
        return floor(begin / self._ratio), ceil(end / self._ratio)

    def make(self, source: Samples, first: int, count: int) -> Samples:
        """Samples `first` to `first + count` of the programme from the source samples that `needs` names."""
        if self.exact:
            return source
        begin, blocks = self._blocks(first, count)
        origin = self._left(begin * self._block)
        made = np.empty((blocks, self._block, 2), np.float32)
        for number in range(min(self._cycle, blocks)):
            at = (begin + number) * self._block
            weights = self._weights_at(at)
            lefts = [self._left(n * self._block) - origin for n in range(begin + number, begin + blocks, self._cycle)]
            windows = np.stack([source[left : left + weights.shape[1]] for left in lefts])
            made[number :: self._cycle] = np.matmul(weights, windows)
        skip = first - begin * self._block
        return made.reshape(-1, 2)[skip : skip + count]

    def _blocks(self, first: int, count: int) -> tuple[int, int]:
        begin = first // self._block
        return begin, -(-(first + count) // self._block) - begin

    def _place(self, sample: int) -> Fraction:
        return sample * self._ratio - self._shift

    def _left(self, sample: int) -> int:
        """The first source sample that counts for a block that begins at `sample` of the programme."""
        return floor(self._place(sample)) - self._reach + 1

    def _width(self, sample: int) -> int:
        return floor(self._place(sample + self._block - 1)) + self._reach + 1 - self._left(sample)

    def _weights_at(self, sample: int) -> NDArray[np.float32]:
        """Shape (block, width): what each source sample gives to each sample of the block."""
        key = sample // self._block % self._cycle
        if key not in self._weights:
            left = self._left(sample)
            places = [float(self._place(sample + n) - left) for n in range(self._block)]
            apart = np.array(places)[:, None] - np.arange(self._width(sample))
            narrow = float(self._narrow)
            window = np.i0(BETA * np.sqrt(np.maximum(0.0, 1 - (apart * narrow / REACH) ** 2)))
            weights = np.where(np.abs(apart) * narrow < REACH, np.sinc(apart * narrow * CUTOFF) * window, 0.0)
            self._weights[key] = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
        return self._weights[key]
