"""What is heard of things: pencils, clock, lamp, pins, rain, a train, four seasons, steps, sheets, wings, sleep."""

from __future__ import annotations

import numpy as np
from music.tones import Samples, band, coloured, modes, swelled, times
from score import RATE

from look_back.timeline import FPS


def pencil(frames: int, seed: int) -> Samples:
    """A stroke on paper: hiss as fast as the hand moves, the grain of the paper in it, the table under it."""
    t = times(frames / FPS)
    speed = np.sin(np.pi * np.linspace(0, 1, len(t))).clip(0) ** 0.8
    grain = 0.55 + 0.45 * np.clip(coloured(len(t), seed, band(60, 260)), -1, 2)
    hiss = coloured(len(t), seed + 1, band(1900, 7200)) * grain
    table = coloured(len(t), seed + 2, band(260, 620))
    touch = coloured(len(t), seed + 3, band(900, 4000)) * np.exp(-t / 0.005)
    return swelled(speed * (0.16 * hiss + 0.05 * table) + 0.12 * touch, 0.001, 0.012)


def tick(high: bool) -> Samples:
    """A wall clock's escapement: one of its two clicks."""
    t, size = times(0.09), 1.0 if high else 0.86
    sound = modes(t, [(2450 * size, 0.5, 0.03), (3900 * size, 0.4, 0.02), (1180 * size, 0.35, 0.045), (420, 0.2, 0.05)])
    return swelled(sound, 0.0003, 0.02)


def switch() -> Samples:
    """A lamp's switch: down, and a little later home."""
    t = times(0.16)
    home = np.maximum(t - 0.038, 0)
    down = modes(t, [(1750, 0.5, 0.03), (3300, 0.5, 0.018), (640, 0.35, 0.05)])
    there = modes(home, [(1300, 0.5, 0.04), (2600, 0.45, 0.022), (380, 0.45, 0.07)]) * (t >= 0.038)
    return swelled(0.7 * down + there, 0.0002, 0.03)


def pin(seed: int) -> Samples:
    """A pin pushed through paper into a board."""
    t, size = times(0.18), 1 + 0.05 * np.sin(seed * 2.1)
    paper = coloured(len(t), seed, band(1500, 6000)) * np.exp(-t / 0.02)
    return swelled(
        modes(t, [(210 * size, 0.8, 0.1), (480 * size, 0.5, 0.07), (1020, 0.2, 0.03)]) + 0.14 * paper, 0.0005, 0.04
    )


def wood(seed: int) -> Samples:
    """A pencil put down on a table: it falls, rolls a little, and lies."""
    t = times(0.5)
    sound = np.zeros(len(t))
    for late, loud in ((0.0, 1.0), (0.085, 0.5), (0.15, 0.34), (0.2, 0.2), (0.235, 0.12)):
        since = np.maximum(t - late, 0)
        parts = [(890 + 9 * seed, 0.6, 0.06), (1730, 0.4, 0.035), (2900, 0.3, 0.02), (330, 0.3, 0.08)]
        sound += loud * modes(since, parts) * (t >= late)
    return swelled(sound, 0.0005, 0.05)


def page(seed: int) -> Samples:
    """A sheet that flips by."""
    t = times(0.13)
    shape = np.exp(-(((t - 0.035) / 0.022) ** 2)) + 0.3 * np.exp(-(((t - 0.08) / 0.015) ** 2))
    return swelled(shape * coloured(len(t), seed, band(700, 5200, 1)), 0.003, 0.02)


def wings(seconds: float, beats_hz: float, seed: int) -> Samples:
    """A small bird's wings."""
    t = times(seconds)
    beat = np.clip(np.sin(2 * np.pi * beats_hz * t), 0, 1) ** 1.5
    return swelled(beat * coloured(len(t), seed, band(350, 2600, 1)), 0.02, 0.12)


def rain(seconds: float, seed: int) -> Samples:
    """Rain on a window, from within; stereo."""
    t = times(seconds)
    rng = np.random.default_rng(seed)
    sound = np.stack([coloured(len(t), seed + side, band(500, 5200, 1)) for side in (0, 1)], axis=1) * 0.16
    for _ in range(round(34 * seconds)):
        start, side = rng.integers(0, max(1, len(t) - 900)), rng.uniform(0.2, 0.8)
        drop = modes(times(0.02), [(rng.uniform(1400, 4200), rng.uniform(0.1, 0.5), 0.012)])
        sound[start : start + len(drop)] += drop[:, None] * np.array([1 - side, side])
    return swelled(sound, 0.4, 0.5)


def train(seconds: float, seed: int) -> Samples:
    """A train far off: rumble, and wheels over the joints of the rails, two by two."""
    t = times(seconds)
    rumble = coloured(len(t), seed, band(55, 210, 2)) + 0.25 * coloured(len(t), seed + 1, band(400, 1100, 1))
    shape = np.sin(np.pi * t / t[-1]) ** 1.2
    sound = 0.5 * rumble
    for start in np.arange(0.2, seconds - 0.5, 0.62):
        for late in (0.0, 0.14):
            since = np.maximum(t - start - late, 0)
            sound += modes(since, [(132, 1.5, 0.16), (310, 0.7, 0.09), (760, 0.25, 0.05)]) * (t >= start + late)
    return shape * sound


def warbler(seed: int) -> Samples:
    """A bird in spring: one long whistle, and then a flourish."""
    t = times(1.35)
    pitch = np.interp(t, (0, 0.75, 0.8, 0.9, 0.98, 1.1, 1.2, 1.35), (1650, 1660, 2500, 3500, 2700, 3900, 2500, 2300))
    loud = np.interp(
        t, (0, 0.25, 0.74, 0.79, 0.83, 0.95, 0.97, 1.0, 1.25, 1.35), (0, 0.5, 0.6, 0, 0.9, 0.9, 0.3, 0.9, 0.5, 0)
    )
    return np.sin(2 * np.pi * np.cumsum(pitch) / RATE + 0.02 * seed) * loud


def cicadas(seconds: float, seed: int) -> Samples:
    """Summer: a swelling saw of cicadas."""
    t = times(seconds)
    saw = 0.55 + 0.45 * np.sin(2 * np.pi * 92 * t) * np.sin(2 * np.pi * 2.3 * t + 1) ** 2
    high = coloured(len(t), seed, band(3900, 6100, 4))
    ring = np.sin(2 * np.pi * 4700 * t + 2.2 * np.sin(2 * np.pi * 92 * t))
    return swelled(saw * (0.7 * high + 0.35 * ring), 0.3, 0.6)


def bell_crickets(seconds: float) -> Samples:
    """Autumn: two crickets that ring in turn."""
    t = times(seconds)
    sound = np.zeros(len(t))
    for start, hz in ((0.05, 4180), (0.95, 4420), (1.7, 4180)):
        since = t - start
        shape = np.clip(since / 0.25, 0, 1) * np.clip((0.85 - since) / 0.3, 0, 1)
        sound += shape * np.sin(2 * np.pi * hz * t) * (0.5 + 0.5 * np.sin(2 * np.pi * 24 * since))
    return sound


def temple_bell(seconds: float) -> Samples:
    """Winter: one stroke of a great bell, a long way off."""
    t = times(seconds)
    parts = [(98, 0.9, 5.0), (98.7, 0.6, 5.0), (163, 0.5, 3.2), (236, 0.4, 2.4), (291, 0.22, 1.8), (402, 0.14, 1.2)]
    return swelled(modes(t, parts), 0.02, 0.8)


def air(seconds: float, low_hz: float, high_hz: float, seed: int) -> Samples:
    """Moving air: wind, a river, the air of a room; stereo."""
    t = times(seconds)
    gusts = 0.7 + 0.3 * np.sin(2 * np.pi * 0.31 * t + seed) * np.sin(2 * np.pi * 0.17 * t)
    sides = [coloured(len(t), seed + side, band(low_hz, high_hz, 1)) for side in (0, 1)]
    return swelled(gusts[:, None] * np.stack(sides, axis=1), 0.5, 0.5)


def step(seed: int) -> Samples:
    """A shoe on a gravel road."""
    t = times(0.2)
    grit = coloured(len(t), seed, band(1100, 5500, 1)) * (np.exp(-t / 0.03) + 0.5 * np.exp(-(((t - 0.07) / 0.02) ** 2)))
    return swelled(0.5 * grit + modes(t, [(88, 0.7, 0.12), (170, 0.3, 0.08)]), 0.002, 0.04)


def chirp(seed: int) -> Samples:
    """A small bird in the morning: a few short syllables."""
    rng = np.random.default_rng(seed)
    sound = np.zeros(round(0.7 * RATE))
    for syllable in range(rng.integers(3, 6)):
        t = times(0.07)
        low, high = rng.uniform(3200, 3900), rng.uniform(4300, 5600)
        sweep = np.cumsum(np.interp(t, (0, 0.03, 0.07), (low, high, low))) / RATE
        start = round(syllable * 0.115 * RATE)
        sound[start : start + len(t)] += swelled(np.sin(2 * np.pi * sweep), 0.01, 0.03)
    return sound


def breath(seconds: float, seed: int) -> Samples:
    """Somebody asleep: in, and out."""
    t = times(seconds)
    shape = (
        np.clip(np.sin(2 * np.pi * t / seconds), 0, 1) ** 2 * 0.6
        + np.clip(-np.sin(2 * np.pi * t / seconds), 0, 1) ** 1.5
    )
    return shape * coloured(len(t), seed, band(350, 1500, 1))
