"""Finding how songs join in recorded sound, by comparison with the sound they were cut from."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.support.joins import LEVEL, Piece, Sound, sound

RATE = 48000
NEAR_S, FAR_S = 0.05, 0.45  # on either side of a join the delay is read between these distances from it
AROUND_S = 0.01  # what is called the join itself: a hole or click of a millisecond is a tenth of it, not lost in it
LOST_S = 0.04  # so much may be missing or too much at a join and still be read
SILENT = 0.02 * LEVEL
QUIET_AT_LEAST = RATE // 4000  # samples; the sound itself is never as quiet for as long

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Join:
    """What was heard where one song follows another.

    `step` is by how many samples of 48 kHz the second is late against the first, `residual_db` what is not the sound
    as it should be, within AROUND_S, `hole_ms` the longest silence there.
    """

    before: str
    after: str
    lossless: bool
    step: float
    residual_db: float
    hole_ms: float


def begins(samples: Samples) -> int:
    """The sample at which the sound's first second is heard, roughly. Raises ValueError where it is not there."""
    loud = np.flatnonzero(np.abs(samples) > LEVEL / 4)
    if not loud.size:
        raise ValueError("nothing was heard")
    first = max(int(loud[0]) - RATE // 2, 0)
    lag = _lag(samples[first : first + 2 * RATE], sound(0.5, RATE // 2, RATE)[0])
    return first + lag - RATE // 2


def joins(samples: Samples, songs: Sequence[Piece], zero: int) -> list[Join]:
    """Every join of some songs, the first of which begins about sample `zero`."""
    found = []
    for before, after in itertools.pairwise(songs):
        at_s = float(after.start)
        early = _delay(samples, zero, at_s - FAR_S, at_s - NEAR_S)
        late = _delay(samples, zero + round(early), at_s + NEAR_S, at_s + FAR_S) + round(early)
        residual_db = _residual_db(samples, zero, early, at_s - AROUND_S, at_s + AROUND_S)
        hole_ms = _longest_silence(_piece(samples, zero, at_s - LOST_S, at_s + LOST_S)[1]) / RATE * 1e3
        both = before.kind.lossless and after.kind.lossless
        found.append(Join(before.kind.name, after.kind.name, both, late - early, residual_db, hole_ms))
    return found


def residuals_db(samples: Samples, songs: Sequence[Piece], zero: int) -> list[float]:
    """For each song that is lossless what is not the sound as it should be, away from its ends."""
    found = []
    for song in songs:
        if song.kind.lossless:
            first_s, end_s = float(song.start) + NEAR_S, float(song.end) - NEAR_S
            delay = _delay(samples, zero, first_s, end_s)
            found.append(_residual_db(samples, zero, delay, first_s, end_s))
    return found


def _piece(samples: Samples, zero: int, first_s: float, end_s: float) -> tuple[float, Samples]:
    """What is heard between two times, and the first one's exact time, going by where time 0 is heard."""
    first, end = zero + round(first_s * RATE), zero + round(end_s * RATE)
    return (max(first, 0) - zero) / RATE, samples[max(first, 0) : max(end, 0)]


def _lag(heard: Samples, expected: Sound) -> int:
    """The sample of what was heard at which the expected begins, by the best match."""
    size = heard.size + expected.size
    match = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(expected, size)), size)
    return int(np.argmax(match[: max(heard.size - expected.size + 1, 1)]))


def _delay(samples: Samples, zero: int, first_s: float, end_s: float) -> float:
    """By how many samples a stretch is late, to a fraction: by cross-correlation, then by the sound's own slope."""
    time_s, heard = _piece(samples, zero, first_s - LOST_S, end_s + LOST_S)
    lost = round(LOST_S * RATE)
    whole = _lag(heard, sound(time_s + LOST_S, heard.size - 2 * lost, RATE)[0]) - lost
    time_s, heard = _piece(samples, zero + whole, first_s, end_s)
    late_s = 0.0
    for _ in range(4):
        expected, slope = sound(time_s - late_s, heard.size, RATE)
        gain = heard @ expected / (expected @ expected)
        late_s -= float((heard - gain * expected) @ slope / (gain * (slope @ slope)))
    return whole + late_s * RATE


def _residual_db(samples: Samples, zero: int, delay: float, first_s: float, end_s: float) -> float:
    time_s, heard = _piece(samples, zero + round(delay), first_s, end_s)
    expected, _ = sound(time_s - (delay - round(delay)) / RATE, heard.size, RATE)
    wrong = heard - expected
    return float(10 * np.log10(max(wrong @ wrong, 1e-20) / (expected @ expected)))


def _longest_silence(piece: Samples) -> int:
    """The longest run of samples that are silent; 0 where it is no longer than the sound itself has."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], np.abs(piece) < SILENT, [False])).astype(np.int8)))
    longest = int((edges[1::2] - edges[::2]).max(initial=0))
    return longest if longest >= QUIET_AT_LEAST else 0
