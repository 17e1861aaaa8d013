"""Sound that tells its own time: a bed tone without end, and at each second a chord that names the second.

The bed makes every hole, click and lost sample visible; its 970 Hz are no divisor of 1000, so that no number of whole
milliseconds below 100 can vanish from it unseen. The chord's two pitches say which of 128 seconds it opens; they lie
multiples of 500 Hz above the bed, where a filter of 2 ms on the bed has its zeros.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

BED_HZ, BED_LEVEL = 970, 0.15
CHORD_S, RAMP_S, CHORD_LEVEL = 0.060, 0.008, 0.2
STEP_HZ = 500
UNITS_HZ = tuple(BED_HZ + STEP_HZ * k for k in range(1, 17))
SIXTEENS_HZ = tuple(BED_HZ + STEP_HZ * k for k in range(17, 25))
SECONDS = len(UNITS_HZ) * len(SIXTEENS_HZ)


def pitches(second: int) -> tuple[int, int]:
    """The two pitches of a second's chord."""
    return UNITS_HZ[second % 16], SIXTEENS_HZ[second // 16 % 8]


def chord(second: int, rate: int, shift_s: float = 0.0) -> NDArray[np.float64]:
    """A chord's samples; its first one stands `shift_s` after the second."""
    time = np.arange(round(CHORD_S * rate)) / rate + shift_s
    ramp = np.clip(np.minimum(time, CHORD_S - time) / RAMP_S, 0, 1)
    envelope = CHORD_LEVEL * (1 - np.cos(np.pi * ramp)) / 2
    return envelope * sum(np.sin(2 * np.pi * pitch * time) for pitch in pitches(second))


def song(start: Fraction, samples: int, rate: int) -> NDArray[np.float32]:
    """The programme's sound from `start` seconds on: songs cut from it join without a seam."""
    offset = float(start % 1)  # the bed has whole periods in a second, so a float is exact enough here
    result = BED_LEVEL * np.sin(2 * np.pi * BED_HZ * (np.arange(samples) / rate + offset))
    length = round(CHORD_S * rate)
    for second in range(int(start), int(start + Fraction(samples, rate)) + 1):
        exact = (second - start) * rate
        first = -int(-exact // 1)
        sound = chord(second, rate, float((first - exact) / rate))
        left, right = max(first, 0), min(first + length, samples)
        if left < right:
            result[left:right] += sound[left - first : right - first]
    return result.astype(np.float32)
