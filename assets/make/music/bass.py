"""An upright bass, plucked and recorded close."""

from __future__ import annotations

import numpy as np
from score import RATE

from music.tones import Samples, band, coloured, pitch_hz, swelled, times


def upright(midi: int, seconds: float, force: float, seed: int) -> Samples:
    """A gut string over a wooden box: thump, a low tone, and overtones that bloom after the pluck."""
    t, hz = times(seconds + 0.07), pitch_hz(midi)
    glide = 1 + 0.006 * np.exp(-t / 0.03)
    phase = 2 * np.pi * np.cumsum(hz * glide) / RATE
    sound = np.zeros(len(t))
    for n in range(1, 15):
        partial = n * np.sqrt(1 + 0.00012 * n * n)
        at = partial * hz
        body = 1 + 0.9 * np.exp(-(((at - 105) / 30) ** 2)) + 0.5 * np.exp(-(((at - 215) / 50) ** 2))
        level = abs(np.sin(np.pi * n * 0.19)) / n**1.15 * body * (0.6 + 0.4 * force) ** n
        bloom = 1 - 0.45 * np.exp(-t / 0.05) * (2 <= n <= 6)
        sound += level * bloom * np.sin(partial * phase) * np.exp(-t * (1.15 + 0.55 * n) * (1.5 if midi > 43 else 1.2))
    pluck = coloured(len(t), seed, band(70, 320)) * np.exp(-t / 0.016)
    finger = coloured(len(t), seed + 1, band(700, 2600)) * np.exp(-t / 0.010)
    return force * swelled(sound + 0.20 * pluck + 0.035 * finger, 0.004, 0.06)
