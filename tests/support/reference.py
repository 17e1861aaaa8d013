"""Listening to any song by comparison with its files: which place of the programme was heard when, and what broke.

`Reference.stretches` finds in a recording of arbitrary music what `listening.stretches` finds in measured tones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.support.listening import RATE, Chord, Seam, Stretch

WINDOW, HOP = RATE, RATE // 2  # a second of music is compared, twice a second
LIKE, ALIKE = 0.8, 0.98  # how well it must match (1 is equal): to count at all, and to look no further
NEAR = RATE // 20  # how far from the expected place it is looked for first
COARSE = 8  # the whole programme is searched at a rate this much lower
MILLISECOND = RATE // 1000
SILENT, AUDIBLE = 2e-4, 5e-3  # of full scale; a 16-bit step is 3e-5
BLOCK, MISSES = RATE // 200, 8  # a stretch ends where 40 ms are not the song's
FADE = RATE // 40  # at its two ends a stretch may be fading, and sounds less and less as it should
JOIN_SAMPLES = 2400  # breaks nearer than this are one

Samples = NDArray[np.float32]


def decode(songs: Sequence[Path]) -> Samples:
    """The programme of songs that follow each other at 48 kHz; one resampler carries over from song to song.

    Left and right are averaged as the recorder does; a resampler told to make one channel makes it 3 dB louder.
    """
    resampler = av.AudioResampler(format="fltp", rate=RATE)
    blocks = []
    for path in songs:
        with av.open(str(path)) as container:
            for frame in container.decode(audio=0):
                frame.pts = None
                blocks += [block.to_ndarray().mean(axis=0) for block in resampler.resample(frame)]
    blocks += [block.to_ndarray().mean(axis=0) for block in resampler.resample(None)]
    return np.concatenate(blocks)


def found_in(heard: Samples, wanted: Samples) -> tuple[int, float]:
    """How many samples later (negative: earlier) than from its start on, and at how many dB, a sound holds another."""
    size = max(heard.size, wanted.size)
    product = np.fft.irfft(np.fft.rfft(heard, 2 * size) * np.conj(np.fft.rfft(wanted, 2 * size)))
    late = int(np.argmax(product))
    gain = max(float(product[late]) / float(np.sum(wanted.astype(np.float64) ** 2)), 1e-9)
    return (late if late < size else late - 2 * size), 20 * float(np.log10(gain))


@dataclass(frozen=True)
class Reference:
    """The programme as it should sound. `mixed` are spans in seconds where other sound is mixed with it."""

    programme: Samples
    mixed: tuple[tuple[float, float], ...] = ()

    def stretches(self, samples: Samples) -> list[Stretch]:
        """Take a recording apart: from each start of the song to the stop after it, with all breaks between."""
        found: list[list[tuple[int, int]]] = []
        expected: int | None = None
        for at in range(0, samples.size - WINDOW, HOP):
            place = self._place(samples[at : at + WINDOW], None if expected is None else at + expected)
            if place is None:  # a stop, or a window with a break in it: the next one tells
                continue
            if expected is None or abs(place - at - expected) > NEAR:
                found.append([])
            found[-1].append((at, place - at))
            expected = place - at
        return [self._stretch(samples, anchors) for anchors in found]

    def _place(self, window: Samples, expected: int | None) -> int | None:
        """Where in the programme a window of sound stands, None where nowhere."""
        if np.sqrt(np.mean(window**2)) < SILENT:
            return None
        best: tuple[float, int] = (LIKE, -1)
        if expected is not None:
            best = max(best, self._match(window, max(expected - NEAR, 0), expected + NEAR + WINDOW))
        if best[0] < ALIKE:
            rough = _correlate(_coarse(window), _coarse(self.programme))
            guess = int(rough.argmax()) * COARSE
            best = max(best, self._match(window, max(guess - NEAR, 0), guess + NEAR + WINDOW))
        return None if best[1] < 0 else best[1]

    def _match(self, window: Samples, first: int, end: int) -> tuple[float, int]:
        """How alike the window and the likest place between two samples are, and where that is."""
        part = self.programme[first:end]
        if part.size < window.size:
            return 0.0, -1
        likeness = _correlate(window, part)
        best = int(likeness.argmax())
        return float(likeness[best]), first + best

    def _stretch(self, samples: Samples, anchors: list[tuple[int, int]]) -> Stretch:
        """One stretch from the places found in it: pairs of a recorded sample and what to add to it for the song's."""
        first, end = self._reach(samples, anchors[0], -1), self._reach(samples, anchors[-1], 1)
        middle = WINDOW // 2
        chords = tuple(Chord(at + middle, (at + middle + shift) / RATE) for at, shift in anchors)
        seams, begin = [], first
        for before, after in pairwise(anchors):
            if before[1] != after[1]:
                change = self._change(samples, before, after)
                seams.append(Seam(change, 0.0, float(before[1] - after[1])))
                seams += self._breaks(samples, begin, change, before[1])
                begin = change
        seams += self._breaks(samples, begin, end, anchors[-1][1])
        apart: list[Seam] = []
        for seam in sorted(seams, key=lambda one: (-abs(one.step), -one.length_ms)):
            inside = first + FADE < seam.at < end - FADE
            if inside and all(abs(seam.at - known.at) > JOIN_SAMPLES for known in apart):
                apart.append(seam)
        return Stretch(first, end, chords, tuple(sorted(apart, key=lambda one: one.at)))

    def _heard(self, samples: Samples, at: int, shift: int, length: int) -> tuple[Samples, Samples]:
        """A piece of the recording and what should have been heard there, shortened to where both exist."""
        first = max(at, -shift, 0)
        end = min(at + length, samples.size, self.programme.size - shift)
        return samples[first:end], self.programme[first + shift : max(end, first) + shift]

    def _reach(self, samples: Samples, anchor: tuple[int, int], direction: int) -> int:
        """The first (direction -1) or last sample of a stretch: how far from its outermost place it sounds alike."""
        at, shift = anchor
        inside = at + WINDOW if direction < 0 else at  # the outermost window may hold the start or the stop itself
        edge, misses = inside, 0
        for step in range(2 * WINDOW // BLOCK):
            place = inside + direction * step * BLOCK - (BLOCK if direction < 0 else 0)
            heard, due = self._heard(samples, place, shift, BLOCK)
            if heard.size < BLOCK or misses == MISSES:
                break
            if _rms(due) > AUDIBLE:
                alike = _rms(heard - due) <= 0.7 * _rms(due)
                misses = 0 if alike else misses + 1
                if alike:
                    edge = place if direction < 0 else place + BLOCK
        return edge

    def _change(self, samples: Samples, before: tuple[int, int], after: tuple[int, int]) -> int:
        """The sample between two places of different shift from which on the later one fits better."""
        first, end = before[0], after[0] + WINDOW
        wrong = [np.zeros(end - first), np.zeros(end - first)]
        for error, shift in zip(wrong, (before[1], after[1]), strict=True):
            heard, due = self._heard(samples, first, shift, end - first)
            error[: heard.size] = (heard - due) ** 2
        return first + int(np.argmin(np.cumsum(wrong[0]) - np.cumsum(wrong[1])))

    def _breaks(self, samples: Samples, at: int, end: int, shift: int) -> list[Seam]:
        """Holes of a millisecond and more, and places that do not sound as they should, between two samples."""
        heard, due = self._heard(samples, at, shift, end - at)
        count = heard.size // MILLISECOND
        heard, due = (one[: count * MILLISECOND].reshape(count, MILLISECOND) for one in (heard, due))
        expected = np.sqrt(np.mean(due**2, axis=1))
        holes = (np.abs(heard).max(axis=1, initial=0) < SILENT) & (expected > AUDIBLE)
        wrong = np.sqrt(np.mean((heard - due) ** 2, axis=1)) > np.maximum(0.5 * expected, 4 * AUDIBLE)
        result = []
        for broken, is_hole in ((holes, True), (wrong & ~holes, False)):
            edges = np.flatnonzero(np.diff(np.concatenate(([False], broken, [False])).astype(np.int8)))
            for left, right in zip(edges[::2], edges[1::2], strict=True):
                place = at + int(left) * MILLISECOND
                seconds = (place + shift) / RATE
                if is_hole or not any(a <= seconds < b for a, b in self.mixed):
                    result.append(Seam(place, float(right - left) if is_hole else 0.0, 0.0))
        return result


def _rms(part: Samples) -> float:
    return float(np.sqrt(np.mean(part**2))) if part.size else 0.0


def _coarse(samples: Samples) -> Samples:
    whole = samples.size // COARSE * COARSE
    return samples[:whole].reshape(-1, COARSE).mean(axis=1)


def _correlate(window: Samples, part: Samples) -> NDArray[np.float64]:
    """Likeness of a window with each place of a longer part, -1 to 1 (normalised cross-correlation by Fourier)."""
    size = 1 << int(np.ceil(np.log2(part.size + window.size)))
    product = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(window, size)), size)
    count = part.size - window.size + 1
    energy = np.concatenate(([0], np.cumsum(part.astype(np.float64) ** 2)))
    local = energy[window.size :] - energy[:count]
    scale = np.sqrt(np.maximum(local, 1e-9) * float(np.sum(window.astype(np.float64) ** 2)))
    return product[:count] / np.maximum(scale, 1e-9)
