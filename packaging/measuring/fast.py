"""Fast cutting: twenty segments of 250 ms, cuts soon after dissolves, and segments that go on where one ended."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from measuring import cut_rows
from measuring.bench import Bench, Figures
from measuring.held import held
from measuring.programs import SHY_OF_END_S, Reel
from measuring.row import Row
from measuring.zero import LIMIT_S
from tests.support import clips
from tests.support.albums import Part
from tests.support.analysis import Analysis
from tests.support.studio import until_end

FILM = clips.Film(frames=1500, group=50, b_frames=2)
SHOTS, SHOT_S = 20, Fraction(1, 4)
DISSOLVE_S, SOON_S = Fraction(1, 2), Fraction(3, 10)
TIMES = 3
"""Dissolves with a cut soon after, segments that adjoin, and in the full form rounds of all of it."""

REST_S = Fraction(2)


def reel(rounds: int) -> Reel:
    """Some rounds of all that is fast, a song for each."""
    songs: list[clips.Song] = []
    for _ in range(rounds):
        start = songs[-1].end if songs else Fraction(0)
        songs.append(clips.Song(start, round(_length() * 44100)))
    return Reel(FILM, tuple(songs), tuple(_row(number) for number in range(rounds)))


def _times() -> list[tuple[str, Fraction]]:
    """What begins when, in seconds of its song."""
    at = REST_S
    found = [("rest", Fraction(0))]
    for _ in range(SHOTS):
        found.append(("shot", at))
        at += SHOT_S
    for _ in range(TIMES):
        found.append(("rest", at))
        found.append(("dissolve", at + REST_S))
        found.append(("soon", at + REST_S + DISSOLVE_S + SOON_S))
        at += REST_S + DISSOLVE_S + SOON_S + 1
    found.append(("rest", at))
    for _ in range(TIMES):
        found.append(("adjoining", at + 1))
        at += 1
    return [*found, ("end", at + REST_S)]


def _length() -> Fraction:
    return _times()[-1][1]


def _row(seed: int) -> tuple[Part, ...]:
    """Segments for those times: in-points all over the film, but for those that go on where the one before ends."""
    found: list[Part] = []
    for number, (kind, at) in enumerate(_times()[:-1]):
        first = (97 + 613 * (number + 40 * seed)) % (FILM.frames - 150)
        if kind == "adjoining":
            first = found[-1].first + round((at - found[-1].at) * FILM.rate)
        found.append(Part(first, at, DISSOLVE_S if kind == "dissolve" else Fraction(0)))
    return tuple(found)


def measure(bench: Bench) -> Figures:
    """All of it, played from start to end."""
    wanted = reel(1 if bench.setting.short else 3)
    show = bench.ours.beside(bench.folder / "fast" / "album", bench.stage.screen, wanted)
    zero_ms = bench.zero_ms
    recording = bench.stage.record("fast", show.command, until_end(LIMIT_S + float(show.plan.length)))
    return held(Analysis(recording, show.plan, until_s=float(show.plan.length) - SHY_OF_END_S), zero_ms)


def rows(figures: Figures) -> Iterator[Row]:
    yield from cut_rows.rows(figures, "cut fast")
