"""Albums for measuring: a manifest over films and songs that tell their own time, with the plan of what to see."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from tests.support import clips
from tests.support.plan import Plan, Planned


@dataclass(frozen=True)
class Part:
    """A segment as a curator writes it: film time `first` (a frame's number), at a time of its track in seconds.

    It comes in by a cut, or by a dissolve of so many seconds.
    """

    first: int
    at: Fraction
    dissolve: Fraction = Fraction(0)


@dataclass(frozen=True)
class Album:
    """A manifest and what it plays."""

    manifest: Path
    plan: Plan


# In-points out of order, some on key frames of the 25-frame groups and most not; the track's end ends the last ones.
SIX = (
    (Part(300, Fraction(0)), Part(37, Fraction(4)), Part(512, Fraction("8.28"))),
    (Part(150, Fraction(0)), Part(463, Fraction("3.6")), Part(12, Fraction("7.44"))),
)
SONG_RATE = 44100
SONG_SAMPLES = (SONG_RATE * 12 + 23473, SONG_RATE * 11 + 7919)  # no whole number of frames or milliseconds


def songs(lengths: Sequence[int] = SONG_SAMPLES, rate: int = SONG_RATE, container: str = "flac") -> list[clips.Song]:
    """Songs that follow each other without a seam."""
    found: list[clips.Song] = []
    for samples in lengths:
        start = found[-1].end if found else Fraction(0)
        found.append(clips.Song(start, samples, rate, container))
    return found


def album(
    folder: Path,
    film: clips.Film | None = None,
    parts: Sequence[Sequence[Part]] = SIX,
    music: Sequence[clips.Song] = (),
    beside: Sequence[str] = (),
) -> Album:
    """Write an album of one film, and a song for each row of parts, into a folder; media stay in the cache.

    `beside` are more lines for each track.
    """
    film = film or clips.Film()
    music = music or songs()
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["visualalbum: 1", "title: Measured", "films:", f"  film: {{file: {_relative(clips.film(film), folder)}}}"]
    lines.append("tracks:")
    planned = []
    start = Fraction(0)
    for index, (song, row) in enumerate(zip(music, parts, strict=True)):
        lines += [f"  - id: song-{index + 1}", f"    audio: {_relative(clips.song(song), folder)}"]
        lines += [*(f"    {line}" for line in beside), "    segments:"]
        for part, after in zip(row, [*row[1:], None], strict=True):
            length = Fraction(song.samples, song.rate)
            end = start + (length if after is None else after.at)
            into = Fraction(part.first) / film.rate
            # Rounded up: a time just after a frame's own belongs to it, one just before to the frame before.
            join = f", join: dissolve {float(part.dissolve)}" if part.dissolve else ""
            place = f"in: {-int(-into * 10**6 // 1) / 1e6:.6f}, at: {float(part.at):.6f}"
            lines.append(f"      - {{film: film, {place}{join}}}")
            planned.append(Planned(film.number, film.rate, part.first, start + part.at, end, part.dissolve))
        start += length
    manifest = folder / "measured.visualalbum.yaml"
    manifest.write_text("\n".join(lines) + "\n")
    return Album(manifest, Plan(tuple(planned), start))


def whole(film: clips.Film, song: Fraction = Fraction(0)) -> Plan:
    """The plan of a single file: the film from its start beside its own sound, which begins at `song`."""
    end = song + film.frames / film.rate
    return Plan((Planned(film.number, film.rate, 0, song, end),), end)


def long_album(folder: Path, minutes: int, film: clips.Film | None = None) -> Album:
    """An album that lasts some minutes: the same two songs and six segments again and again."""
    round_s = float(sum(SONG_SAMPLES)) / SONG_RATE
    times = int(minutes * 60 / round_s) + 1
    music = songs() * times
    return album(folder, film, SIX * times, music)


def _relative(path: Path, folder: Path) -> str:
    return os.path.relpath(path, folder)
