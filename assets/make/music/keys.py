"""What is struck and rings: electric piano, vibraphone, a school bell, and a glass that is stroked."""

from __future__ import annotations

import numpy as np

from music.tones import Samples, band, coloured, pitch_hz, swelled, times


def electric_piano(midi: int, seconds: float, force: float) -> Samples:
    """A tine beside a pickup: harder strokes bark, the bell-like overtone is gone in a moment."""
    t, hz = times(seconds + 0.12), pitch_hz(midi)
    bark = (0.45 + 1.5 * force) * min(1.0, 480 / hz)
    swing = 2 * np.pi * hz * t
    tone = np.sin(swing + bark * np.exp(-t * 4.5) * np.sin(swing)) * (0.75 * np.exp(-t * 1.5) + 0.25 * np.exp(-t * 6))
    tine = np.sin(swing + 0.5 * force * np.exp(-t * 18) * np.sin(min(14.0, 9000 / hz) * swing)) * np.exp(-t * 9)
    return force * swelled(0.8 * tone + 0.2 * tine, 0.002, 0.11)


def vibraphone(midi: int, seconds: float, force: float, motor_hz: float = 4.6) -> Samples:
    """A metal bar over a tube whose lid turns; soft yarn mallets."""
    t, hz = times(seconds + 0.3), pitch_hz(midi)
    long_s = 5.5 * (440 / hz) ** 0.5
    sound = np.sin(2 * np.pi * hz * t) * np.exp(-6.9 * t / long_s)
    sound += 0.20 * force * np.sin(2 * np.pi * 3.99 * hz * t) * np.exp(-6.9 * t / (0.22 * long_s))
    sound += 0.07 * force * np.sin(2 * np.pi * min(9.1 * hz, 12_000) * t) * np.exp(-6.9 * t / 0.12)
    motor = 1 - 0.22 * (0.5 - 0.5 * np.cos(2 * np.pi * motor_hz * t)) * np.minimum(1, t / 0.2)
    knock = coloured(len(t), midi, band(300, 1800)) * np.exp(-t / 0.006)
    return force * swelled(sound * motor + 0.03 * knock, 0.0025, 0.25)


def bell(midi: int, seconds: float) -> Samples:
    """A tube in a school's yard, heard from within: a hum, a strike and crooked overtones."""
    t, hz = times(seconds), pitch_hz(midi)
    sound = np.zeros(len(t))
    for ratio, level, decay_s in (
        (0.5, 0.30, 6.0), (1.0, 1.0, 5.0), (1.505, 0.42, 3.6), (2.0, 0.5, 3.0), (2.72, 0.24, 1.8), (3.43, 0.14, 1.2),
    ):  # fmt: skip
        beat = 1 + 0.0006 * ratio
        wave = np.sin(2 * np.pi * hz * ratio * t) + 0.6 * np.sin(2 * np.pi * hz * ratio * beat * t)
        sound += level * wave * np.exp(-6.9 * t / decay_s)
    return 0.5 * swelled(sound, 0.004, 0.5)


def glass(midi: float, seconds: float, rise_s: float, fall_s: float) -> Samples:
    """A bowed bar: one steady pure tone that comes and goes; nothing in it wavers."""
    t, hz = times(seconds), pitch_hz(midi)
    sound = np.sin(2 * np.pi * hz * t) + 0.05 * np.sin(4 * np.pi * hz * t)
    return swelled(sound, rise_s, fall_s)
