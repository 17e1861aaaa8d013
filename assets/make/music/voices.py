"""What meets the floor: tap plates on wood, rubber soles and palms; the first sample of each is its onset."""

from __future__ import annotations

import numpy as np
from score import DANCER, RATE

from music.tones import Samples, band, coloured, modes, times

# (Hz, level, seconds to -60 dB): the plate, the boards under heel and toe, and the hollow below them. The boards ring
# near D, F and A, so that a thousand steps do not sound a chord of their own against the songs.
_PLATE = ((2150, 0.20, 0.11), (3420, 0.22, 0.085), (4710, 0.17, 0.07), (6380, 0.12, 0.05), (8900, 0.08, 0.035))
_UNDER_HEEL = ((175, 0.30, 0.16), (294, 0.34, 0.13), (440, 0.30, 0.10), (815, 0.26, 0.075), (1260, 0.20, 0.05))
_UNDER_TOE = ((220, 0.30, 0.14), (349, 0.34, 0.11), (587, 0.30, 0.09), (905, 0.26, 0.07), (1480, 0.20, 0.05))
_HOLLOW = ((88, 0.34, 0.22),)
_SOLE = ((71, 0.62, 0.26), (118, 0.50, 0.18), (203, 0.34, 0.10), (420, 0.18, 0.05))
_PALM = ((104, 0.34, 0.17), (235, 0.30, 0.10), (590, 0.26, 0.06), (1120, 0.22, 0.04))


def tap(level: float, foot: int, seed: int, who: str = DANCER) -> Samples:
    """One strike, mono, of 0.26 s: a dancer's heel (loud) or toe (light), a breaker's sole (0) or palm (1).

    The same seed gives the same strike; others differ a little, as no two steps are alike.
    """
    t, rng = times(0.26), np.random.default_rng(seed)
    if who == DANCER:
        heel = level > 0.8
        plate, boards, hollow = (0.75, 1.0, 1.0) if heel else (1.0, 0.6, 0.35)
        size = 0.985 if foot == 0 else 1.015
        sound = plate * _ring(t, _PLATE, size * (1.0 if heel else 1.12), rng, np.pi / 2)
        sound += boards * _ring(t, _UNDER_HEEL if heel else _UNDER_TOE, size, rng)
        sound += hollow * _ring(t, _HOLLOW, 1.0, rng)
        sound += 0.16 * _burst(t, seed, 2200, 9500, 0.004) + 0.14 * _burst(t, seed + 1, 250, 2500, 0.009)
        sound[0] += 0.45
    else:
        sole = foot == 0
        sound = 0.8 * _ring(t, _SOLE if sole else _PALM, 1.0, rng)
        low_hz, high_hz, slap = (160, 1100, 0.26) if sole else (500, 2900, 0.34)
        sound += slap * _burst(t, seed, low_hz, high_hz, 0.012) + 0.10 * _burst(t, seed + 1, 1500, 6000, 0.003)
        sound[0] = 0.8  # the onset is this sample, whatever the noise begins with
    end = np.clip((t[-1] - t) / 0.04, 0, 1)
    return level * end * sound


def _ring(
    t: Samples, parts: tuple[tuple[float, float, float], ...], size: float, rng: np.random.Generator, phase: float = 0.0
) -> Samples:
    wobble = rng.uniform(-1, 1, (len(parts), 2))
    moved = [
        (hz * size * (1 + 0.012 * w), level * (1 + 0.25 * v), decay_s)
        for (hz, level, decay_s), (w, v) in zip(parts, wobble, strict=True)
    ]
    return modes(t, moved, phase)


def _burst(t: Samples, seed: int, low_hz: float, high_hz: float, decay_s: float) -> Samples:
    """Noise that is loudest as it begins; cut out of a longer one, so that it starts in full swing."""
    noise = coloured(len(t) + RATE // 50, seed, band(low_hz, high_hz))[-len(t) :]
    return noise * np.exp(-t / decay_s)
