"""The small things all instruments share: time, pitch, partials, coloured noise and soft ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from score import RATE

Samples = NDArray[np.float64]
"""Sound at `RATE`, full scale 1; shape (samples,) for mono, (samples, 2) for stereo."""


def times(seconds: float) -> Samples:
    """When each sample of a sound comes, in seconds from its first."""
    return np.arange(round(seconds * RATE)) / RATE


def pitch_hz(midi: float) -> float:
    """Frequency of a MIDI note number, A4 = 69 = 440 Hz."""
    return float(440.0 * 2 ** ((midi - 69) / 12))


def swelled(sound: Samples, rise_s: float, fall_s: float) -> Samples:
    """The same sound with a soft start and a soft end, so that neither clicks."""
    ramp = np.ones(len(sound))
    for count, side in ((round(rise_s * RATE), slice(None)), (round(fall_s * RATE), slice(None, None, -1))):
        count = min(count, len(sound))
        ramp[side][:count] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(count) / max(1, count))
    return sound * (ramp if sound.ndim == 1 else ramp[:, None])


def modes(t: Samples, parts: Sequence[tuple[float, float, float]], phase: float = 0.0) -> Samples:
    """Ringing modes, each (Hz, level, seconds until it is 60 dB down); with phase pi / 2 all are full as they begin."""
    sound = np.zeros(len(t))
    for hz, level, decay_s in parts:
        sound += level * np.sin(2 * np.pi * hz * t + phase) * np.exp(-6.9 * t / decay_s)
    return sound


def coloured(count: int, seed: int, curve: Callable[[Samples], Samples]) -> Samples:
    """Noise of RMS 1 whose spectrum follows a curve: frequencies in Hz in, gains out."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    shaped = np.fft.irfft(spectrum * curve(np.fft.rfftfreq(count, 1 / RATE)), count)
    return shaped / max(1e-12, float(np.sqrt((shaped**2).mean())))


def band(low_hz: float, high_hz: float, steep: int = 2) -> Callable[[Samples], Samples]:
    """A curve that passes what lies between two frequencies, falling 6 dB an octave times `steep` outside."""

    def curve(hz: Samples) -> Samples:
        hz = np.maximum(hz, 1.0)
        return 1 / np.sqrt((1 + (low_hz / hz) ** (2 * steep)) * (1 + (hz / high_hz) ** (2 * steep)))

    return curve


def filtered(sound: Samples, curve: Callable[[Samples], Samples]) -> Samples:
    """A whole sound, mono or stereo, with its spectrum times a curve; no phase is moved."""
    size = 1 << (len(sound) + RATE // 4).bit_length()
    gains = curve(np.fft.rfftfreq(size, 1 / RATE)).astype(sound.dtype)
    spectrum = np.fft.rfft(sound, size, axis=0)
    spectrum *= gains if sound.ndim == 1 else gains[:, None]
    return np.fft.irfft(spectrum, size, axis=0)[: len(sound)]
