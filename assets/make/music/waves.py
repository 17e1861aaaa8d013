"""What is blown, bowed or sung: a cycle of a wave read along a phase that bends, beats and wavers as breath does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from score import RATE

from music.tones import Samples, band, coloured, pitch_hz, swelled, times

_TABLE = 4096
Tone = tuple[float, float, float, float]
"""A note to be blown: start and end in seconds from the phrase's first, MIDI pitch, force."""


def reed(tones: Sequence[Tone], seed: int) -> Samples:
    """A clarinet for the tap-dancer: hollow, close, a little breath in it."""

    def levels(dull: float, edge_hz: float) -> Callable[[float], list[float]]:
        return lambda hz: [
            (1.0 if n % 2 else 0.22) * float(np.exp(-dull * n)) / (1 + (n * hz / edge_hz) ** 4) for n in range(1, 40)
        ]

    return _blown(tones, seed, levels(0.38, 3600), levels(0.16, 6200), wave_hz=5.1, cents=9, breath=0.020, rise_s=0.035)


def horn(tones: Sequence[Tone], seed: int) -> Samples:
    """A trombone with a hat over its bell for the breaker: the louder, the brassier."""

    def levels(dull: float, vowel: _Vowel) -> Callable[[float], list[float]]:
        return lambda hz: [float(np.exp(-dull * n)) * _formants(n * hz, vowel) for n in range(1, 40)]

    return _blown(tones, seed, levels(0.30, _OH), levels(0.11, _AH), wave_hz=5.4, cents=12, breath=0.008, rise_s=0.028)


def choir(midi: int, seconds: float, rise_s: float, fall_s: float, seed: int, open_mouth: float = 0.5) -> Samples:
    """Four people on one note without words, between "oo" and "ah"; stereo."""
    closed, opened = _sung_table(midi, False), _sung_table(midi, True)
    table = (1 - open_mouth) * closed + open_mouth * opened
    return _many(table, midi, seconds, rise_s, fall_s, seed, people=4, cents=9, wave_hz=5.0, depth=11)


def strings(midi: int, seconds: float, rise_s: float, fall_s: float, seed: int) -> Samples:
    """Four bows on one note, soft; stereo."""
    return _many(_string_table(midi), midi, seconds, rise_s, fall_s, seed, people=4, cents=7, wave_hz=5.6, depth=7)


_Vowel = tuple[tuple[float, float, float], ...]
_OO: _Vowel = ((320, 90, 1.0), (820, 110, 0.30), (2300, 200, 0.05))
_OH: _Vowel = ((430, 110, 1.0), (860, 130, 0.5), (2400, 220, 0.08))
_AH: _Vowel = ((680, 130, 1.0), (1120, 150, 0.65), (2500, 250, 0.16), (3300, 300, 0.08))


def _formants(hz: float, vowel: _Vowel) -> float:
    """How loud a mouth in this shape lets a partial out; each formant is (Hz, half its width, level)."""
    return 0.06 + sum(level / (1 + ((hz - at) / width) ** 2) for at, width, level in vowel)


def _cycle(levels: Sequence[float], hz: float) -> Samples:
    """One cycle of a wave of these partials, those above hearing left away; RMS 1."""
    n = np.arange(_TABLE)
    rng = np.random.default_rng(7)
    wave = np.zeros(_TABLE)
    for number, level in enumerate(levels, start=1):
        if number * hz < 15_000:
            wave += level * np.sin(2 * np.pi * number * n / _TABLE + rng.uniform(0, 2 * np.pi))
    return wave / np.sqrt((wave**2).mean())


@cache
def _sung_table(midi: int, opened: bool) -> Samples:
    hz = pitch_hz(midi)
    return _cycle([_formants(n * hz, _AH if opened else _OO) / n**0.8 for n in range(1, 60)], hz)


@cache
def _string_table(midi: int) -> Samples:
    hz = pitch_hz(midi)
    body = [1 + 0.8 * np.exp(-(((n * hz - 480) / 160) ** 2)) for n in range(1, 60)]
    return _cycle([b / n / (1 + (n * hz / 5200) ** 4) for n, b in enumerate(body, start=1)], hz)


def _read(table: Samples, phase: Samples) -> Samples:
    """A table along a phase in cycles."""
    return table[(phase * _TABLE).astype(np.int64) % _TABLE]


def _many(
    table: Samples, midi: int, seconds: float, rise_s: float, fall_s: float, seed: int, *,
    people: int, cents: float, wave_hz: float, depth: float,
) -> Samples:  # fmt: skip
    rng, t = np.random.default_rng(seed), times(seconds)
    sound = np.zeros((len(t), 2))
    for person in range(people):
        off = rng.normal(0, cents) + depth * np.sin(2 * np.pi * wave_hz * rng.uniform(0.9, 1.1) * t + rng.uniform(0, 6))
        voice = _read(table, np.cumsum(pitch_hz(midi) * 2 ** (off / 1200)) / RATE + rng.uniform())
        angle = np.pi / 4 * (1 + 0.8 * (2 * person / (people - 1) - 1))
        sound += voice[:, None] * np.array([np.cos(angle), np.sin(angle)])
    return swelled(sound / people, rise_s, fall_s)


def _blown(
    tones: Sequence[Tone], seed: int, soft: Callable[[float], list[float]], full: Callable[[float], list[float]], *,
    wave_hz: float, cents: float, breath: float, rise_s: float,
) -> Samples:  # fmt: skip
    """A phrase in one breath: pitch glides from note to note, long notes swell and begin to waver."""
    rng = np.random.default_rng(seed)
    t = times(tones[-1][1] + 0.25)
    pitch, force, waver = np.full(len(t), tones[0][2], float), np.zeros(len(t)), np.zeros(len(t))
    for number, (start, end, midi, loud) in enumerate(tones):
        last = number == len(tones) - 1
        legato = not last and tones[number + 1][0] - end < 0.05
        inside = slice(round(start * RATE), len(t) if last else round(tones[number + 1][0] * RATE))
        since, length = t[inside] - start, end - start
        before = pitch[inside.start - 1] if number else midi - 0.4
        pitch[inside] = midi + (before - midi) * np.exp(-since / 0.016)
        shape = loud * (0.86 + 0.14 * np.sin(np.pi * np.clip(since / max(length, 0.5), 0, 1)))
        rise = np.clip(since / rise_s, 0, 1)
        joined = number > 0 and start - tones[number - 1][1] < 0.05
        rise = (0.62 + 0.38 * rise) if joined else rise * rise * (3 - 2 * rise)
        fall = np.clip((length - since) / (0.03 if legato else 0.07), 0, 1)
        fall = 0.62 + 0.38 * fall if legato else fall * fall * (3 - 2 * fall)
        force[inside] = shape * rise * fall
        waver[inside] = np.clip((since - 0.22) / 0.35, 0, 1) * (length > 0.3)
    force = np.convolve(force, np.hanning(441) / np.hanning(441).sum(), mode="same")
    drift = np.interp(t, np.arange(0, t[-1] + 1, 0.25), rng.normal(0, 2.5, len(np.arange(0, t[-1] + 1, 0.25))))
    bend = pitch + (drift + cents * waver * np.sin(2 * np.pi * wave_hz * t + rng.uniform(0, 6))) / 100
    phase = np.cumsum(440 * 2 ** ((bend - 69) / 12)) / RATE
    middle = pitch_hz(sum(tone[2] for tone in tones) / len(tones))
    brass = np.clip(force * (1 + 0.12 * waver * np.sin(2 * np.pi * wave_hz * t)), 0, 1) ** 1.5
    sound = (1 - brass) * _read(_cycle(soft(middle), middle * 1.5), phase)
    sound += brass * _read(_cycle(full(middle), middle * 1.5), phase)
    air = coloured(len(t), seed, band(900, 5200, 1))
    return force * (sound + breath * air)
