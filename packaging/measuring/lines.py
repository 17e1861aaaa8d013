"""Plays the covering set, line by line: visualalbum, then mpv, then plain libVLC, each alone and recorded."""

from __future__ import annotations

import contextlib
import dataclasses
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from measuring.covering import LINES, SONG_RATES, SONGS, Line
from measuring.finished import Finished
from measuring.held import held
from measuring.programs import Program, Reel, Show
from tests.support import processes
from tests.support.albums import Part
from tests.support.analysis import DOUBT_MS, Analysis, figures
from tests.support.players import Playing
from tests.support.studio import Studio

CUTS = (
    ((Fraction(0), Fraction(0)), (Fraction("0.27"), Fraction("0.55"))),
    ((Fraction(0), Fraction("0.12")), (Fraction("0.25"), Fraction("0.71"))),
)
"""Where a segment begins and its in-point, in parts of the length; the second row counts from `HALF` on."""

HALF = Fraction("0.52")
ODD_SAMPLES = 73
"""So that the first of two songs ends at no whole millisecond."""

TAIL_S = 2
"""Films and songs are this much longer than what is looked at."""

PATIENCE_S = 15.0
START_S = 0.3, 1.0
"""What counts as just after a start."""

COURSE = 240
"""Points of a drift's course: one a pixel or two."""

Figures = dict[str, Any]


@dataclass(frozen=True)
class Extent:
    """Which lines are played, and for how many seconds: those that are long, and the others."""

    lines: tuple[Line, ...]
    seconds: int
    long_seconds: int

    def length(self, line: Line, player: str) -> int:
        """How long a player is looked at; libVLC for a minute of ten, since the whole is to take 90 of them."""
        return self.long_seconds if line.long and player != "libvlc" else self.seconds


FULL = Extent(LINES, seconds=60, long_seconds=600)
SHORT = Extent(LINES[1:2], seconds=7, long_seconds=7)


def reel(line: Line, seconds: int) -> Reel:
    """A line's film and songs, with three cuts; two songs join where the third segment begins."""
    film = line.film(seconds + TAIL_S)
    rows = [[Part(round(into * seconds * film.rate), at * seconds) for at, into in row] for row in CUTS]
    ends = [HALF * seconds, Fraction(seconds + TAIL_S)][-len(line.songs) :]
    if len(line.songs) == 1:
        rows = [[*rows[0], *(dataclasses.replace(part, at=part.at + HALF * seconds) for part in rows[1])]]
    songs = []
    start = Fraction(0)
    for (kind, rate_name), end in zip(line.songs, ends, strict=True):
        rate = SONG_RATES[rate_name]
        samples = round((end - start) * rate) + ODD_SAMPLES
        songs.append(dataclasses.replace(SONGS[kind], start=start, samples=samples, rate=rate))
        start = songs[-1].end
    return Reel(film, tuple(songs), tuple(map(tuple, rows)))


def measure(
    stage: Callable[[], tuple[Studio, Figures]],
    players: Sequence[Program],
    extent: Extent,
    finished: Finished,
    say: Callable[[str], None],
) -> Iterator[Figures]:
    """Every line's figures; those that are finished are not played again.

    `stage` gives a studio and mpv's zero in it (`median_ms`, `starts_ms`); it is not asked where nothing is to be done.
    """
    for line in extent.lines:
        asked = [line.name, {player.name: extent.length(line, player.name) for player in players}]
        name = f"{line.slug}-{extent.length(line, players[0].name)}s"
        known = finished.get(name, asked)
        if known is None:
            say(line.name)
            studio, zero = stage()
            known = {"name": line.name, "long": line.long, "zero": zero, "players": {}}
            for player in players:
                known["players"][player.name] = _played(studio, player, line, extent, zero["median_ms"])
            if "broken" not in known["players"][players[0].name]:
                finished.put(name, asked, known)
        yield known


def _played(stage: Studio, player: Program, line: Line, extent: Extent, zero_ms: float) -> Figures:
    """How a player held a line; where it did not play it, `broken` says what was the matter."""
    longest = extent.long_seconds if line.long else extent.seconds
    folder = stage.folder / line.slug / player.name
    show = player.beside(folder / "album", stage.screen, reel(line, longest))
    try:
        return _recorded(stage, str(folder.relative_to(stage.folder)), show, extent.length(line, player.name), zero_ms)
    except (RuntimeError, TimeoutError) as problem:
        return {"broken": str(problem).strip().splitlines()[0]}


def _recorded(stage: Studio, name: str, show: Show, seconds: float, zero_ms: float) -> Figures:
    seen_file = stage.folder / name / "screen.jsonl"

    def drive(player: Playing) -> None:
        def seen() -> bool:
            if player.process.poll() is not None:
                raise RuntimeError(f"it ended without a picture: {_last_words(player.log)}")
            return '"frame"' in seen_file.read_text()

        processes.wait_until(seen, "a picture", PATIENCE_S)
        with contextlib.suppress(subprocess.TimeoutExpired):
            player.wait(seconds + TAIL_S / 2)

    seen = Analysis(stage.record(name, show.command, drive), show.plan, until_s=seconds)
    if not seen.rolls:
        raise RuntimeError("no second of the song was heard as it is")
    return held(seen, zero_ms) | {
        "after_start": vars(figures(seen.lates(0, *START_S), zero_ms)),
        "course": course(seen, zero_ms),
        "heard_s": max(roll.span_s[1] for roll in seen.rolls),
        "seconds": seconds,
    }


def _last_words(log: Path) -> str:
    return (log.read_text(errors="replace").strip().splitlines() or ["it said nothing"])[-1][:200]


def course(seen: Analysis, zero_ms: float) -> list[list[float]]:
    """Drift over time: for each of some spans its middle in seconds, and the drift's 5 %, median and 95 % in ms."""
    frames = [(frame.programme_s, frame.late_ms - zero_ms) for frame in seen.shown if frame.sight.doubt_ms < DOUBT_MS]
    if not frames:
        return []
    at, late = np.array(sorted(frames)).T
    spans = np.minimum((at / max(at[-1], 1e-9) * COURSE).astype(int), COURSE - 1)
    points = [(at[spans == span].mean(), *np.percentile(late[spans == span], (5, 50, 95))) for span in np.unique(spans)]
    return [[round(float(value), 2) for value in point] for point in points]
