"""A small drum kit, for brushes and for sticks; every stroke starts a little softly, so that the shoes stay sharper."""

from __future__ import annotations

from functools import cache

import numpy as np
from score import RATE

from music.tones import Samples, band, coloured, modes, swelled, times

VARIANTS = 5
"""How many different strokes there are of each sound."""


@cache
def stroke(name: str, variant: int) -> Samples:
    """One stroke, about full scale 1; the variants of a name differ as strokes of one hand do."""
    return _STROKES[name](variant % VARIANTS + 10 * (1 + list(_STROKES).index(name)))


def swirl(seconds: float, seed: int) -> Samples:
    """A brush drawn round over the skin."""
    t = times(seconds)
    shape = np.sin(np.pi * np.minimum(1, t / seconds)) ** 1.5
    return swelled(0.5 * coloured(len(t), seed, band(1200, 5200, 1)) * shape, 0.02, 0.03)


def _kick(seed: int) -> Samples:
    t = times(0.35)
    phase = 2 * np.pi * np.cumsum(52 + 70 * np.exp(-t / 0.022)) / RATE
    beater = coloured(len(t), seed, band(300, 2200)) * np.exp(-t / 0.006)
    return swelled(np.sin(phase) * np.exp(-t / 0.085) + 0.10 * beater, 0.002, 0.05)


def _snare(seed: int) -> Samples:
    t = times(0.3)
    skin = modes(t, ((186, 0.5, 0.16), (289, 0.3, 0.12), (347, 0.25, 0.11), (472, 0.14, 0.08)))
    wires = coloured(len(t), seed, band(1300, 7500, 1)) * (0.8 * np.exp(-t / 0.035) + 0.2 * np.exp(-t / 0.1))
    return swelled(skin + 0.34 * wires, 0.003, 0.05)


def _ghost(seed: int) -> Samples:
    t = times(0.12)
    return swelled(0.6 * coloured(len(t), seed, band(700, 5200, 1)) * np.exp(-t / 0.022), 0.003, 0.03)


def _brush(seed: int) -> Samples:
    t = times(0.25)
    skin = modes(t, ((172, 0.3, 0.14), (266, 0.2, 0.10)))
    hairs = coloured(len(t), seed, band(1400, 6500, 1)) * (0.7 * np.exp(-t / 0.03) + 0.3 * np.exp(-t / 0.09))
    return swelled(skin + 0.32 * hairs, 0.005, 0.05)


def _metal(seed: int, seconds: float, low_hz: float, count: int, fall_s: float) -> Samples:
    """Many tones of no key that beat against each other: a plate of bronze."""
    rng, t = np.random.default_rng(seed // 10), times(seconds)
    hz = low_hz * 2 ** (rng.uniform(0, 1, count) ** 0.8 * np.log2(11_000 / low_hz))
    own = np.random.default_rng(seed)
    parts = [(f, own.uniform(0.4, 1) * (800 / (800 + f)) ** 0.4, fall_s * (1500 / (1500 + f)) ** 0.5) for f in hz]
    sound = modes(t, parts, phase=float(own.uniform(0, 6)))
    return sound / np.sqrt((sound[: RATE // 10] ** 2).mean())


def _ride(seed: int) -> Samples:
    t = times(1.1)
    wash = coloured(len(t), seed, band(3500, 9500, 1)) * np.exp(-t / 0.25)
    ping = modes(t, ((3180, 0.5, 0.35), (4310, 0.35, 0.25), (905, 0.25, 0.5)))
    return swelled(0.10 * _metal(seed, 1.1, 420, 46, 1.4) + 0.07 * wash + 0.30 * ping, 0.002, 0.25)


def _hat(seed: int) -> Samples:
    t = times(0.09)
    hiss = coloured(len(t), seed, band(5200, 11_500, 2)) * np.exp(-t / 0.017)
    return swelled(0.5 * hiss + 0.05 * _metal(seed, 0.09, 3000, 24, 0.1), 0.0015, 0.03)


def _open_hat(seed: int) -> Samples:
    t = times(0.5)
    hiss = coloured(len(t), seed, band(4500, 11_000, 2)) * np.exp(-t / 0.13)
    return swelled(0.4 * hiss + 0.07 * _metal(seed, 0.5, 2500, 30, 0.6), 0.003, 0.1)


def _chick(seed: int) -> Samples:
    t = times(0.12)
    return swelled(0.5 * coloured(len(t), seed, band(2600, 8500, 2)) * np.exp(-t / 0.022), 0.004, 0.03)


def _crash(seed: int) -> Samples:
    t = times(3.0)
    wash = coloured(len(t), seed, band(2200, 9000, 1)) * np.exp(-t / 0.6)
    return swelled(0.22 * _metal(seed, 3.0, 300, 60, 3.2) + 0.22 * wash, 0.006, 0.8)


def _tom(seed: int) -> Samples:
    t = times(0.5)
    phase = 2 * np.pi * np.cumsum(92 + 26 * np.exp(-t / 0.04)) / RATE
    skin = coloured(len(t), seed, band(250, 2500)) * np.exp(-t / 0.010)
    return swelled(np.sin(phase) * np.exp(-t / 0.14) + 0.3 * np.sin(1.59 * phase) * np.exp(-t / 0.07) + 0.12 * skin,
                   0.002, 0.08)  # fmt: skip


def _rim(seed: int) -> Samples:
    t = times(0.1)
    wood = modes(t, ((1660, 0.5, 0.05), (820, 0.5, 0.06), (2710, 0.25, 0.03)))
    return swelled(wood + 0.1 * coloured(len(t), seed, band(1500, 6000)) * np.exp(-t / 0.004), 0.0015, 0.02)


_STROKES = {
    "kick": _kick, "snare": _snare, "ghost": _ghost, "brush": _brush, "ride": _ride, "hat": _hat,
    "open": _open_hat, "chick": _chick, "crash": _crash, "tom": _tom, "rim": _rim,
}  # fmt: skip
