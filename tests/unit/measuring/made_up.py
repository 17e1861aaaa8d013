"""Recordings that nobody made: a song heard in stretches on a device of some pace, its film so and so much late."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from tests.support import clips, tones
from tests.support.albums import whole
from tests.support.analysis import Analysis
from tests.support.recorder import RATE, Recording

START_NS = 10**12
BLOCK = 240
FILM = clips.Film(frames=2000)


@dataclass(frozen=True)
class Heard:
    """From device time `at_s` on the programme is heard from `first_s` to `end_s`."""

    at_s: float
    first_s: float
    end_s: float


def recorded(
    folder: Path, heard: Sequence[Heard], late_ms: Callable[[float], float] = lambda _: 0.0, ppm: float = 0.0
) -> Analysis:
    """A recording by a device that is `ppm` fast; the film is `late_ms` late at each time of the programme."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = np.zeros(round((heard[-1].at_s + heard[-1].end_s - heard[-1].first_s + 1) * RATE), np.float32)
    song = tones.song(Fraction(0), round(max(one.end_s for one in heard) * RATE), RATE)
    pace = 1 + ppm / 1e6
    lines: list[dict[str, object]] = [
        {"kind": "black", "film": 0, "number": 0, "before_ns": None, "first_ns": START_NS}
    ]
    for one in heard:
        piece = song[round(one.first_s * RATE) : round(one.end_s * RATE)]
        samples[round(one.at_s * RATE) :][: piece.size] = piece
        for number in range(-int(-one.first_s * FILM.rate // 1), int(one.end_s * FILM.rate)):
            time_s = float(number / FILM.rate)
            at_ns = START_NS + round((one.at_s + time_s - one.first_s) / pace * 1e9 + late_ms(time_s) * 1e6)
            lines.append(
                {"kind": "frame", "film": 1, "number": number, "before_ns": at_ns - 10**6, "first_ns": at_ns + 10**6}
            )
    end_ns = START_NS + round(samples.size / RATE / pace * 1e9)
    lines.append({"kind": "end", "first_ns": end_ns, "readings": 1000})
    (folder / "screen.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (folder / "sound.pcm").write_bytes(np.repeat(np.round(samples * 32767).astype("<i2"), 2).tobytes())
    frames = np.arange(BLOCK, samples.size, BLOCK)
    instants = np.round(START_NS + frames / RATE / pace * 1e9).astype(np.int64)
    (folder / "arrivals.txt").write_text("\n".join(f"{at} {count}" for at, count in zip(instants, frames, strict=True)))
    return Analysis(Recording(folder), whole(FILM))
