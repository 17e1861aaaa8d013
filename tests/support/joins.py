"""Songs in every format whose samples are those of one sound that never repeats itself, to look at how they join.

The sound is a sum of sines, so it is known between samples too: at any rate, and as late as it is heard.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.support import albums, clips
from tests.support.plan import Plan

VOICES = 48
LOWEST_HZ, HIGHEST_HZ = 110.0, 12000.0
VORBIS_ENDS = 64  # samples; FFmpeg's own encoder says of a song that ends elsewhere that it ends there
BLOCK = 256  # samples made at a time, for speed
LEVEL = 0.1  # of full scale, root mean square: peaks stay below 0.5

Sound = NDArray[np.float64]


def _voices() -> tuple[Sound, Sound, Sound]:
    """Turns a second, amplitudes and phases: as much in each octave as in the next, as in music."""
    random = np.random.default_rng(5)
    pitches = np.geomspace(LOWEST_HZ, HIGHEST_HZ, VOICES) * random.uniform(0.98, 1.02, VOICES)
    levels = np.full(VOICES, LEVEL * np.sqrt(2 / VOICES))
    return 2 * np.pi * pitches, levels, random.uniform(0, 2 * np.pi, VOICES)


def sound(first_s: float, count: int, rate: int) -> tuple[Sound, Sound]:
    """So many samples of the sound from a time on, wherever that lies between samples, and its slope per second."""
    turns, levels, phases = _voices()
    begins = levels * np.exp(1j * (np.outer(first_s + np.arange(0, count, BLOCK) / rate, turns) + phases))
    within = np.exp(1j * np.outer(turns, np.arange(BLOCK) / rate))
    made, slope = (begins @ within).imag, ((begins * turns * 1j) @ within).imag
    return made.ravel()[:count], slope.ravel()[:count]


@dataclass(frozen=True)
class Kind:
    """A format at a rate; `lossless` says whether it gives back what went in."""

    container: str
    rate: int
    vbr: bool = False

    @property
    def lossless(self) -> bool:
        return self.container in ("flac", "wav")

    @property
    def name(self) -> str:
        """As it is told: `MP3 VBR 44.1`."""
        pace = {"mp3": " VBR" if self.vbr else " CBR"}.get(self.container, "")
        title = {"ogg": "Vorbis", "opus": "Opus"}.get(self.container, self.container.upper())
        return f"{title}{pace} {self.rate / 1000:g}"


@dataclass(frozen=True)
class Piece:
    """A song: that much of the sound from `start` seconds on, in a format."""

    kind: Kind
    start: Fraction
    samples: int

    @property
    def end(self) -> Fraction:
        """Where the song that follows it starts."""
        return self.start + Fraction(self.samples, self.kind.rate)

    def file(self, cache: Path = clips.CACHE) -> Path:
        """Its file, made where the cache does not have it."""
        kind = self.kind
        like = clips.Song(self.start, self.samples, kind.rate, kind.container, kind.vbr)

        def make(path: Path) -> None:
            made, _ = sound(float(self.start), self.samples, kind.rate)
            clips.write_song(path, like, made.astype(np.float32))

        return clips.cached(cache, self, kind.container, make)


def pieces(kinds: Sequence[Kind], seconds: float) -> list[Piece]:
    """Songs of these kinds that follow each other; none ends at a whole millisecond."""
    found: list[Piece] = []
    for number, kind in enumerate(kinds):
        start = found[-1].end if found else Fraction(0)
        samples = round(seconds * kind.rate) + 37 + 11 * number
        if kind.container == "ogg":
            samples -= samples % VORBIS_ENDS
        found.append(Piece(kind, start, samples))
    return found


def album(folder: Path, songs: Sequence[Piece]) -> albums.Album:
    """Write an album of these songs and nothing to see into a folder; media stay in the cache."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["visualalbum: 1", "title: Joined", "tracks:"]
    for number, piece in enumerate(songs):
        lines += [f"  - id: song-{number + 1}", f"    audio: {os.path.relpath(piece.file(), folder)}"]
    manifest = folder / "joined.visualalbum.yaml"
    manifest.write_text("\n".join(lines) + "\n")
    return albums.Album(manifest, Plan((), songs[-1].end))
