"""The mixing desk: a stereo strip for each player, sends to two rooms, a gentle compressor and a limiter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from score import BAR_SAMPLES, BARS, RATE

from music.room import room
from music.tones import Samples

_BLOCK = 64
"""Samples between two settings of the compressor."""


def db(level_db: float) -> float:
    """Decibels as a factor."""
    return float(10 ** (level_db / 20))


def place(song: int, bars: float) -> int:
    """The sample of the whole signal at which a bar (or a part of one) of a song begins."""
    return round((sum(BARS[:song]) + bars) * BAR_SAMPLES)


@dataclass(frozen=True)
class Strip:
    """How loud a player is, and how much of it the wooden room and the hall give back, all in dB."""

    level_db: float
    wood_db: float = -99.0
    hall_db: float = -99.0


class Desk:
    """Collects what is played; nothing is lost at its end but the tails past it."""

    def __init__(self, strips: dict[str, Strip]) -> None:
        self.samples = sum(BARS) * BAR_SAMPLES
        self.strips = strips
        self.sounds = {name: np.zeros((self.samples, 2), np.float32) for name in strips}

    def lay(self, name: str, sound: Samples, sample: int, gain: float = 1.0, pan: float = 0.0) -> None:
        """Add a sound to a strip; mono is panned from -1 left to 1 right at equal power."""
        track = self.sounds[name]
        if sound.ndim == 1:
            angle = (pan + 1) * np.pi / 4
            sound = sound[:, None] * (np.sqrt(2) * np.array([np.cos(angle), np.sin(angle)]))
        if sample < 0:
            sound, sample = sound[-sample:], 0
        count = min(len(sound), len(track) - sample)
        track[sample : sample + count] += (gain * sound[:count]).astype(np.float32)

    def mixed(self, names: set[str]) -> Samples:
        """The chosen strips with what both rooms give back of them."""
        dry, wood, hall = (np.zeros((self.samples, 2), np.float32) for _ in range(3))
        for name in sorted(names):
            strip, sound = self.strips[name], self.sounds[name]
            dry += db(strip.level_db) * sound
            wood += db(strip.level_db + strip.wood_db) * sound
            hall += db(strip.level_db + strip.hall_db) * sound
        return dry + room(wood, 0.55, 11) + room(hall, 2.1, 23)


def compressed(sound: Samples, threshold_db: float, ratio: float, attack_s: float, release_s: float) -> Samples:
    """The same sound with its loud stretches held back; both sides move together."""
    power = (sound**2).mean(axis=1)
    blocks = power[: len(power) // _BLOCK * _BLOCK].reshape(-1, _BLOCK).mean(axis=1)
    over_db = np.maximum(0, 10 * np.log10(blocks + 1e-10) - threshold_db) * (1 - 1 / ratio)
    held, held_db = 0.0, np.empty(len(over_db))
    rising, falling = (np.exp(-_BLOCK / RATE / time_s) for time_s in (attack_s, release_s))
    for number, wanted in enumerate(over_db.tolist()):
        keep = rising if wanted > held else falling
        held = keep * held + (1 - keep) * wanted
        held_db[number] = held
    gains_db = np.interp(np.arange(len(sound)), np.arange(len(held_db)) * _BLOCK + _BLOCK / 2, held_db)
    return sound * 10 ** (-gains_db / 20)[:, None]


def limited(sound: Samples, ceiling: float, ahead_s: float = 0.003) -> Samples:
    """The same sound with no peak above the ceiling; the gain falls before a peak and rises slowly after it."""
    peaks = np.abs(sound).max(axis=1)
    reach = round(ahead_s * RATE)
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    lowest = _sliding_minimum(wanted, 2 * reach + 1)
    window = np.hanning(2 * reach + 3)[1:-1]
    gains = np.convolve(lowest, window / window.sum(), mode="same")
    return sound * np.minimum(gains, wanted)[:, None]


def _sliding_minimum(values: Samples, width: int) -> Samples:
    """The least value of `width` around each, by doubling."""
    padded = np.pad(values, width // 2, mode="edge")
    span = 1
    while 2 * span <= width:
        padded = np.minimum(padded[:-span], padded[span:])
        span *= 2
    rest = width - span
    return np.minimum(padded[: len(values)], padded[rest : rest + len(values)])
