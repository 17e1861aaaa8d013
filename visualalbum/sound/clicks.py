"""Finding in a recording how much later than the device said the clicks of a song were heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visualalbum.media.click import PERIOD_S, click
from visualalbum.said import Said, say
from visualalbum.sound.recording import Record, read
from visualalbum.sound.resample import RATE

SOONEST_S = -0.3
"""A click is looked for from here on, for one period: a device may tell too much as well as too little."""

ENOUGH = 10
"""Clicks that have to be heard."""

CLEAR = 6.0
"""How far a click stands out, over the middle of what is heard around it: noise alone gets to 3.5 in a period."""

SILENT = 1e-4
"""Of full scale; a quiet room in front of a microphone has ten times as much."""

WIDE_MS = 5.0
"""Four of five clicks lie within this of the middle, or there is no one delay. PulseAudio's null sink has 0.3 on an
idle machine, and 1 on a busy one (measured)."""

MOST_OFF = 0.8


class Unheard(Exception):
    """No delay can be told from a recording, why, and what to do; `sentence` is both. Picklable."""

    def __init__(self, why: Said, remedy: Said) -> None:
        super().__init__(why, remedy)
        self.sentence = say("{why} {remedy}", why=why, remedy=remedy)

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True)
class Heard:
    """How much later than the device said the clicks were heard, within what, and how many of them."""

    later_ms: float
    within_ms: float
    clicks: int


def listen(folder: Path, told_ns: Sequence[int]) -> Heard:
    """Hold a recording against the instants that the device told for its clicks. Raises Unheard. Runs in a worker."""
    return heard(read(folder), told_ns)


def heard(record: Record, told_ns: Sequence[int]) -> Heard:
    """The same for a recording that has been read."""
    if np.abs(record.samples).max(initial=0) < SILENT:
        raise Unheard(
            say("The source is silent while the clicks play."),
            say("Turn sound and source up, or name another source."),
        )
    width = round(PERIOD_S * RATE)
    delays_ms = []
    for instant_ns in told_ns:
        at = record.sample_at(instant_ns)
        first = 0 if at is None else round(at + SOONEST_S * RATE)
        window = record.samples[max(0, first) : first + width]
        if at is None or first < 0 or window.size < width:
            continue
        likeness = _likeness(window)
        peak = int(likeness.argmax())
        if likeness[peak] > CLEAR * max(float(np.median(likeness)), 1e-9):
            delays_ms.append((first + peak - at) * 1000 / RATE)
    if len(delays_ms) < ENOUGH:
        raise Unheard(
            say(
                "Only {heard} of {played} clicks stand out from what the source hears.",
                heard=len(delays_ms),
                played=len(told_ns),
            ),
            say("Turn the sound up, bring the microphone nearer, and let the room be quiet."),
        )
    later_ms = float(np.median(delays_ms))
    off_ms = np.sort(np.abs(np.array(delays_ms) - later_ms))
    within_ms = float(off_ms[int(MOST_OFF * (off_ms.size - 1))])
    if within_ms > WIDE_MS:
        raise Unheard(
            say(
                "The clicks are heard {later} ms late, {within} ms more or less, which is no one delay.",
                later=f"{later_ms:+.0f}",
                within=f"{within_ms:.0f}",
            ),
            say("Close what else plays or records, and try again."),
        )
    return Heard(later_ms, within_ms, len(delays_ms))


def _likeness(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """How much what begins at each sample is like the click, whichever way up a loudspeaker plays it."""
    size = 1 << (samples.size + RATE // 10).bit_length()
    wanted = np.conj(np.fft.fft(click(RATE), size))
    wanted[size // 2 :] = 0  # of the two signs of a frequency one: the amplitude then is that of the envelope
    return np.abs(np.fft.ifft(np.fft.fft(samples, size) * wanted))[: samples.size]
