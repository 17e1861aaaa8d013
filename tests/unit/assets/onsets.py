"""Where a tap is heard: the sharpest edge of a song near a place, told by its second difference."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from music.tones import Samples
from score import RATE

REACH_S = 0.058
"""How far from a place is looked: less than half of the shortest time between two taps."""


def heard_late_s(sound: Samples, at_s: Fraction) -> float:
    """How many seconds after a place in a stereo song the sharpest edge around it is."""
    reach, sample = round(REACH_S * RATE), round(at_s * RATE)
    piece = np.zeros((2 * reach + 2, 2))
    first, end = max(0, sample - reach - 2), min(len(sound), sample + reach)
    start = first - (sample - reach - 2)
    piece[start : start + end - first] = sound[first:end]
    return (int(np.abs(np.diff(piece, n=2, axis=0)).max(axis=1).argmax()) - reach) / RATE
