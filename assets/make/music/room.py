"""Rooms: what walls give back of a sound."""

from __future__ import annotations

import numpy as np
from score import RATE

from music.tones import Samples, band, coloured, times

# Octave-wide bands and how long each rings, as a part of the room's time: air and curtains eat the highs first.
_BANDS = ((60, 250, 1.0, 0.75), (250, 1000, 1.0, 1.0), (1000, 3000, 0.72, 0.9), (3000, 7000, 0.42, 0.6))


def impulse(seconds: float, seed: int, pre_delay_s: float = 0.011) -> Samples:
    """A room's answer to a clap, shape (samples, 2): some early walls, then a tail 60 dB down after `seconds`."""
    t = times(seconds)
    tail = np.zeros((len(t), 2))
    for number, (low_hz, high_hz, part, level) in enumerate(_BANDS):
        decay = np.exp(-6.9 * t / (seconds * part)) * level
        for side in (0, 1):
            tail[:, side] += decay * coloured(len(t), 1000 * seed + 10 * number + side, band(low_hz, high_hz, 3))
    tail *= np.clip((t - pre_delay_s) / 0.03, 0, 1)[:, None]
    tail /= np.sqrt((tail**2).sum(axis=0))
    rng = np.random.default_rng(seed)
    for wall in range(7):
        for side in (0, 1):
            when = pre_delay_s * (1 + 0.62 * wall + rng.uniform(0, 0.5))
            if when < seconds:
                tail[round(when * RATE), side] += 0.34 * 0.78**wall * rng.choice((-1, 1))
    return tail / np.sqrt((tail**2).sum(axis=0))


def room(dry: Samples, seconds: float, seed: int) -> Samples:
    """The wet signal alone of a mono or stereo sound, stereo and as long as the sound; add it to the dry one."""
    if dry.ndim == 1:
        dry = np.stack([dry, dry], axis=1)
    answer = impulse(seconds, seed).astype(dry.dtype)
    size = 1 << (len(dry) + len(answer)).bit_length()
    wet = np.fft.irfft(np.fft.rfft(dry, size, axis=0) * np.fft.rfft(answer, size, axis=0), size, axis=0)
    return wet[: len(dry)]
