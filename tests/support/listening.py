"""Finding in recorded sound when each second of the song was heard, and every place where the song was not whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tests.support import tones

RATE = 48000
WINDOW = RATE // 500  # 2 ms, applied twice
HOLE_MS, SILENT = 0.6, 0.1  # a hole of a millisecond rings at its ends where it is resampled; of the bed's level
MOVED = RATE // 2000  # half a millisecond a second; less may be a player that resamples
CLICK = 0.3  # of the bed's level
MARGIN = RATE // 100  # a chord is looked for this much before and after the place where it swells
ROUND_S = 1.0  # a second that is this near to where the song would be by now is that of the next round of names
BREAK_MS = 40.0  # a silence longer than this is a stop of the transport, not a hole
BLOCK = 60 * RATE  # sound is filtered a minute at a time, since what it takes is 40 times as large
_SPAN = 2 * WINDOW - 1  # samples that one value of the filtered bed sees


@dataclass(frozen=True)
class Chord:
    """The sample at which a second of the song is heard, and which second that is (with a fraction, for any music)."""

    sample: float
    second: float


@dataclass(frozen=True)
class Seam:
    """A place where the bed is broken: `at` is a sample, `length_ms` how long it is silent (0: a jump, or a click).

    `step` is how many samples the bed is late after it against before, within half a period (24.7 samples).
    """

    at: int
    length_ms: float
    step: float


@dataclass(frozen=True)
class Stretch:
    """Sound from sample `first` up to `end` without a stop, with what was found in it."""

    first: int
    end: int
    chords: tuple[Chord, ...]
    seams: tuple[Seam, ...]


def bed(samples: NDArray[np.float32]) -> NDArray[np.complex64]:
    """The bed tone's amplitude and phase at each sample: brought down to 0 Hz, smoothed by 2 ms twice."""
    result = np.empty(samples.size, np.complex64)
    for first in range(0, samples.size, BLOCK):
        begin, end = max(first - _SPAN, 0), min(first + BLOCK, samples.size)
        result[first:end] = _low(samples[begin : end + _SPAN], begin)[first - begin :][: end - first]
    return result


def _low(samples: NDArray[np.float32], begin: int) -> NDArray[np.complex64]:
    turn = np.exp(-2j * np.pi * tones.BED_HZ / RATE * (begin + np.arange(RATE))).astype(np.complex64)
    low = samples * np.resize(turn, samples.size) * 2  # the bed has whole periods in a second
    for _ in range(2):
        total = np.concatenate(([0], np.cumsum(low, dtype=np.complex128)))
        low = np.zeros(samples.size, dtype=np.complex128)
        half = WINDOW // 2
        low[half : samples.size - half] = (total[WINDOW:] - total[:-WINDOW])[: samples.size - WINDOW] / WINDOW
    return low.astype(np.complex64)


def _spans(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches [first, end) where a mask is true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return [(int(first), int(end)) for first, end in zip(edges[::2], edges[1::2], strict=True)]


def chords(samples: NDArray[np.float32], bed_now: NDArray[np.complex64], first: int, end: int) -> tuple[Chord, ...]:
    """All seconds that begin between two samples, to a fraction of a sample; an unreadable chord is left out."""
    if end - first < 2 * WINDOW:
        return ()
    first = max(first - MARGIN, 0)  # a sink may swallow the first milliseconds: the chord then begins before them
    rest = _rest(samples, bed_now, first, end)
    power = np.convolve(rest**2, np.ones(WINDOW) / WINDOW, mode="same")
    length = round(tones.CHORD_S * RATE)
    loud = _spans(power > (tones.CHORD_LEVEL * 0.25) ** 2 * _level(bed_now[first:end]) ** 2)
    found = []
    for left, right in loud:
        if right - left < length * (0.6 if left > 2 * MARGIN else 0.85):
            continue  # no chord, or one whose beginning was not heard
        chord = _name(rest, left, length)
        if chord is not None:
            found.append(Chord(first + chord.sample, chord.second))
    return tuple(found)


def _rounds(heard: list[tuple[Chord, ...]]) -> list[tuple[Chord, ...]]:
    """The same chords; those of a song that goes on past the last name there is (128 seconds) count on from there."""
    before: Chord | None = None
    result = []
    for group in heard:
        counted = []
        for chord in group:
            second = chord.second
            if before is not None:
                due = before.second + (chord.sample - before.sample) / RATE
                full = tones.SECONDS * round((due - second) / tones.SECONDS)
                second += full if abs(due - second - full) < ROUND_S else 0
            before = Chord(chord.sample, second)
            counted.append(before)
        result.append(tuple(counted))
    return result


def _rest(samples: NDArray[np.float32], bed_now: NDArray[np.complex64], first: int, end: int) -> NDArray[np.float32]:
    """What is heard beside the bed."""
    carrier = np.exp(2j * np.pi * tones.BED_HZ / RATE * (np.arange(first, end) % RATE))
    return (samples[first:end] - (bed_now[first:end] * carrier).real).astype(np.float32)


def _level(part: NDArray[np.complex64]) -> float:
    """The bed's usual level against the one it was made with: the volume."""
    return float(np.median(np.abs(part)) / tones.BED_LEVEL)


def _name(rest: NDArray[np.float32], left: int, length: int) -> Chord | None:
    """Read a chord that begins about `left`: its pitches by Fourier, its onset by the best match."""
    piece = rest[max(left - MARGIN, 0) : left + length + MARGIN]
    if piece.size < length:
        return None
    time = np.arange(piece.size) / RATE
    units, sixteens = (
        [abs(np.exp(-2j * np.pi * pitch * time) @ piece) for pitch in band]
        for band in (tones.UNITS_HZ, tones.SIXTEENS_HZ)
    )
    for band in (units, sixteens):
        weakest, strongest = sorted(band)[-2:]
        if strongest < 3 * weakest:
            return None
    second = int(np.argmax(units)) + 16 * int(np.argmax(sixteens))
    match = np.correlate(piece, tones.chord(second, RATE).astype(np.float32), mode="valid")
    best = int(np.argmax(match))
    return Chord(max(left - MARGIN, 0) + best, second)


def seams(
    samples: NDArray[np.float32], bed_now: NDArray[np.complex64], first: int, end: int, found: tuple[Chord, ...]
) -> tuple[Seam, ...]:
    """Holes of 1 ms and more, jumps of a sample and more, and clicks, between two samples.

    Jumps are looked for outside chords, for while one swells the bed cannot be told to a sample; holes everywhere.
    """
    part = bed_now[first:end]
    level = float(np.median(np.abs(part)))
    silent = _spans(np.abs(samples[first:end]) < SILENT * level)
    result = [
        Seam(first + left, (right - left) / RATE * 1e3, _step(part, left - _SPAN, right + _SPAN))
        for left, right in silent
        if right - left >= HOLE_MS * RATE / 1000 and left > _SPAN and right < part.size - _SPAN
    ]
    outside = _outside(part.size, first, found)
    loud = np.abs(_rest(samples, bed_now, first, end)) > CLICK * level
    sharp = [*_jumps(part, first, outside), *(Seam(first + left, 0.0, 0.0) for left, _ in _spans(loud & outside))]
    # What follows from a break that is known already is none of its own; a chord tells of half a second around it.
    for reach, seam in (*((RATE // 50, one) for one in sharp), *((RATE * 3 // 5, one) for one in _moved(found))):
        if not any(known.at - reach < seam.at < known.at + known.length_ms * RATE / 1e3 + reach for known in result):
            result.append(seam)
    return tuple(sorted(result, key=lambda seam: seam.at))


def _moved(found: tuple[Chord, ...]) -> list[Seam]:
    """What a jump inside a chord leaves behind: two seconds that are not a second apart."""
    result = []
    for before, after in pairwise(found):
        step = after.sample - before.sample - (after.second - before.second) * RATE
        if MOVED <= abs(step) < BREAK_MS * RATE / 1000:
            result.append(Seam(round(before.sample + after.sample) // 2, 0.0, step))
    return result


def _step(part: NDArray[np.complex64], left: int, right: int) -> float:
    """By how many samples the bed is later after `right` than before `left`."""
    width = RATE // 100
    before, after = part[max(left - width, 0) : max(left, 1)].mean(), part[right : right + width].mean()
    return float(-np.angle(after * np.conj(before)) * RATE / (2 * np.pi * tones.BED_HZ))


def _outside(size: int, first: int, found: tuple[Chord, ...]) -> NDArray[np.bool_]:
    """Where nothing disturbs the bed's filter: not in a chord, nor where one cut short by a start or stop may be."""
    guard, length = round(0.006 * RATE) + _SPAN, round(tones.CHORD_S * RATE)
    outside = np.ones(size, dtype=bool)
    outside[: guard + length] = outside[max(size - guard - length, 0) :] = False
    for chord in found:
        at = round(chord.sample) - first
        outside[max(at - guard, 0) : max(at + length + guard, 0)] = False
    return outside


def _jumps(part: NDArray[np.complex64], first: int, outside: NDArray[np.bool_]) -> list[Seam]:
    """Places where the bed's phase changes by a sample or more for good."""
    apart = _SPAN + 1
    if part.size <= 2 * apart:
        return []
    turned = np.angle(part[apart:] * np.conj(part[:-apart])) * RATE / (2 * np.pi * tones.BED_HZ)
    middle = apart // 2
    result = []
    for left, right in _spans((np.abs(turned) > 0.5) & outside[middle : middle + turned.size]):
        if right - left > WINDOW // 2:
            at = (left + right + apart) // 2
            result.append(Seam(first + at, 0.0, _step(part, at - apart, at + apart)))
    return result


def stretches(samples: NDArray[np.float32]) -> list[Stretch]:
    """Take a recording apart: from each start of the song to the stop after it."""
    bed_now = bed(samples)
    loud = np.abs(bed_now) > tones.BED_LEVEL * 0.05
    merged: list[tuple[int, int]] = []
    for first, end in _spans(loud):
        if merged and first - merged[-1][1] < BREAK_MS * RATE / 1000:
            merged[-1] = merged[-1][0], end
        else:
            merged.append((first, end))
    spans = [(first, end) for first, end in merged if end - first > RATE // 20]
    heard = _rounds([chords(samples, bed_now, first, end) for first, end in spans])
    return [
        Stretch(first, end, found, seams(samples, bed_now, first, end, found))
        for (first, end), found in zip(spans, heard, strict=True)
    ]
