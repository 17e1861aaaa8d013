"""What a sink's monitor carried, recorded by the sound recorder: its samples, and the instant of each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.support import processes
from tests.support.pulse import RATE, Pulse

LOUD = 0.01
"""Of full scale: what is above it is the song."""


@dataclass
class Recorded:
    """Samples of the left side, and the instant of sample 0 by each block's arrival."""

    samples: NDArray[np.float32]
    zero_ns: float

    def instant_ns(self, sample: int) -> float:
        """When a sample was heard."""
        return self.zero_ns + sample * 1e9 / RATE


@contextmanager
def listening(pulse: Pulse, folder: Path, sink: str = "") -> Iterator[None]:
    """Record a sink, the server's own one where none is named, into a folder until the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    pcm, arrivals = folder / "pcm", folder / "arrivals"
    module, monitor = "tests.support.sound_recorder", f"{sink or pulse.sink}.monitor"
    env = {**os.environ, **pulse.env}
    recorder = processes.start([sys.executable, "-m", module, monitor, pcm, arrivals], env, folder / "recorder.log")
    try:
        processes.wait_until(lambda: arrivals.exists() and arrivals.stat().st_size > 0, "the recorder")
        yield
    finally:
        processes.end(recorder)


def recorded(folder: Path) -> Recorded:
    """Read a recording."""
    pcm = np.frombuffer((folder / "pcm").read_bytes(), np.int16).reshape(-1, 2)
    blocks = [line.split() for line in (folder / "arrivals").read_text().splitlines()]
    zero_ns = min(int(instant) - int(frames) * 1e9 / RATE for instant, frames in blocks)
    return Recorded((pcm[:, 0] / 32768).astype(np.float32), zero_ns)


def place_of(expected: NDArray[np.float32], record: NDArray[np.float32]) -> int:
    """The sample of the record at which the expected sound begins, by its first loud half second."""
    loud = int(np.flatnonzero(np.abs(record) > LOUD)[0])
    piece = expected[RATE // 2 : RATE]
    window = record[max(0, loud - RATE // 2) : loud + 2 * RATE]
    best = int(np.argmax(np.correlate(window, piece, "valid")))
    return max(0, loud - RATE // 2) + best - RATE // 2


@dataclass(frozen=True)
class Span:
    """From when until when a recording carries a piece of a known sound, and when that sound's start was heard."""

    from_ns: float
    to_ns: float
    zero_ns: float


def span_of(expected: NDArray[np.float32], record: Recorded) -> Span:
    """Find which piece of a sound that nowhere repeats itself a recording carries, by its first loud half second."""
    loud = np.flatnonzero(np.abs(record.samples) > LOUD)
    first, last = int(loud[0]), int(loud[-1])
    piece = record.samples[first : first + RATE // 2]
    size = len(expected) + len(piece)
    match = np.fft.irfft(np.fft.rfft(expected, size) * np.conj(np.fft.rfft(piece, size)), size)
    at = int(np.argmax(match[: len(expected)]))
    return Span(record.instant_ns(first), record.instant_ns(last), record.instant_ns(first - at))
