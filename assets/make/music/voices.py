"""The instruments of the demo: taps, bell, bass, keys, pad and a room, each a few lines of numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from score import RATE, pitch_hz

Samples = NDArray[np.float64]


def _time(seconds: float) -> Samples:
    return np.arange(round(seconds * RATE)) / RATE


def _release(sound: Samples, seconds: float) -> Samples:
    """Fade the end out, so that no note stops with a click."""
    count = min(len(sound), round(seconds * RATE))
    sound[len(sound) - count :] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, count))
    return sound


def tap(foot: int, level: float, seed: int, body_hz: float = 620.0) -> Samples:
    """A metal plate on a wooden floor: full from its first sample on, gone after 90 ms."""
    t = _time(0.09)
    noise = np.random.default_rng(seed).standard_normal(len(t))
    hiss = np.diff(noise, prepend=0.0) * np.exp(-t * 260)  # a difference is a high-pass: the plate
    hiss[0] = 1.2  # the onset is this sample, whatever the noise begins with
    body = body_hz * (1.0 if foot == 0 else 1.19)
    wood = np.cos(2 * np.pi * body * t) * np.exp(-t * 75) + 0.5 * np.cos(2 * np.pi * 2.76 * body * t) * np.exp(-t * 130)
    return _release(level * (0.3 * hiss + 0.42 * wood), 0.02)


def bell(midi: int, seconds: float = 1.8) -> Samples:
    """A vibraphone-like bar, struck softly; nearly a pure tone, so that its pitch can be read."""
    t, hz = _time(seconds), pitch_hz(midi)
    sound = np.sin(2 * np.pi * hz * t) * np.exp(-t * 2.6) + 0.12 * np.sin(2 * np.pi * 4 * hz * t) * np.exp(-t * 14)
    return _release(sound * np.minimum(1, t / 0.003), 0.3)


def bass(midi: int, seconds: float) -> Samples:
    """A plucked string, round, with a little growl as it starts."""
    t, hz = _time(seconds), pitch_hz(midi)
    sound = sum(np.sin(2 * np.pi * hz * n * t) * np.exp(-t * (1.6 + 2.4 * n)) / n for n in range(1, 6))
    return _release(np.asarray(sound) * np.minimum(1, t / 0.006), 0.06)


def keys(midi: int, seconds: float) -> Samples:
    """An electric piano: a sine whose overtones die before it does."""
    t, hz = _time(seconds), pitch_hz(midi)
    bite = 1.3 * np.exp(-t * 7)
    sound = np.sin(2 * np.pi * hz * t + bite * np.sin(2 * np.pi * hz * t)) * np.exp(-t * 3.2)
    return _release(sound * np.minimum(1, t / 0.004), 0.05)


def pad(midi: int, seconds: float, fade: float = 0.7, spread: float = 8e-4) -> Samples:
    """Two tones, `spread` apart from the pitch, swelling in and out; left and right, so shape (samples, 2)."""
    t, hz = _time(seconds), pitch_hz(midi)
    swell = np.clip(np.minimum(t, t[::-1]) / fade, 0, 1)
    swell = swell * swell * (3 - 2 * swell)
    sides = [np.sin(2 * np.pi * hz * (1 + shift) * t) + 0.2 * np.sin(4 * np.pi * hz * t) for shift in (-spread, spread)]
    return np.stack(sides, axis=1) * swell[:, None]


def room(dry: Samples, seconds: float, seed: int) -> Samples:
    """What a room gives back of a stereo sound: decaying noise, low-passed, 11 ms after the sound itself."""
    t = _time(seconds)
    tail = np.random.default_rng(seed).standard_normal((len(t), 2)) * np.exp(-t * 6.9 / seconds)[:, None]
    tail = np.apply_along_axis(lambda side: np.convolve(side, np.hanning(12), mode="same"), 0, tail)
    tail[: round(0.011 * RATE)] = 0
    tail /= np.sqrt((tail**2).sum(axis=0))
    size = 1 << (len(dry) + len(tail)).bit_length()
    wet = np.fft.irfft(np.fft.rfft(dry, size, axis=0) * np.fft.rfft(tail, size, axis=0), size, axis=0)
    return wet[: len(dry)]


def lay(track: Samples, sound: Samples, sample: int, gain: float, pan: float = 0.0) -> None:
    """Add a sound to a stereo track at a sample; pan is -1 left to 1 right, equal power. What is past the end goes."""
    if sound.ndim == 1:
        angle = (pan + 1) * np.pi / 4
        sound = sound[:, None] * np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2)
    count = min(len(sound), len(track) - sample)
    track[sample : sample + count] += gain * sound[:count]
