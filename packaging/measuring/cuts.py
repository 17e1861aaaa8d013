"""Two hundred cuts, in-points out of order, every other one off a key picture; then some of a kind that is a risk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
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

APART_S = Fraction(6, 5)
"""From cut to cut: a whole number of frames at 25 a second, none at 29.97."""


@dataclass(frozen=True)
class Pass:
    """Cuts of one film that are played in one go: no longer than two minutes, so that a break costs no more."""

    what: str
    film: clips.Film
    cuts: int
    seed: int


H264 = clips.Film(frames=1500, group=50, b_frames=2)
HEVC = clips.Film(rate=Fraction(30000, 1001), frames=1200, codec="libx265", container="mkv", group=60, b_frames=3)
FULL = (
    Pass("H.264, the first hundred", H264, 100, seed=1),
    Pass("H.264, the second hundred", H264, 100, seed=2),
    Pass("HEVC at 29.97 in Matroska", HEVC, 40, seed=3),
)
SHORT = (Pass("H.264", H264, 40, seed=1),)


def parts(one: Pass) -> tuple[Part, ...]:
    """Segments of `APART_S`, none of which begins near where the one before it ends; half begin on key pictures."""
    dice = random.Random(one.seed)
    group, length = one.film.group, int(APART_S * one.film.rate) + 1
    found: list[Part] = []
    while len(found) <= one.cuts:
        first = dice.randrange((one.film.frames - length) // group) * group
        if len(found) % 2:
            first += dice.randrange(1, group)
        if not found or abs(first - found[-1].first - length) > length:
            found.append(Part(first, len(found) * APART_S))
    return tuple(found)


def measure(bench: Bench) -> list[Figures]:
    """Each pass, played from start to end."""
    return [played(bench, one) for one in (SHORT if bench.setting.short else FULL)]


def played(bench: Bench, one: Pass) -> Figures:
    """How one pass held to its plan."""
    song = clips.Song(samples=round((one.cuts + 1) * APART_S * 44100))
    reel = Reel(one.film, (song,), (parts(one),))
    show = bench.ours.beside(bench.folder / f"cuts-{one.seed}" / "album", bench.stage.screen, reel)
    zero_ms = bench.zero_ms
    recording = bench.stage.record(f"cuts-{one.seed}", show.command, until_end(LIMIT_S + float(show.plan.length)))
    until_s = float(show.plan.length) - SHY_OF_END_S
    return {"what": one.what} | held(Analysis(recording, show.plan, until_s=until_s), zero_ms)


def rows(figures: list[Figures]) -> Iterator[Row]:
    for one in figures:
        yield from cut_rows.rows(one, one["what"])
