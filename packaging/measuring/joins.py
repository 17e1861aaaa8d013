"""A thousand joins of segments, stills and dissolves, each picture for 250 ms to 1 s: nothing that nobody planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from measuring.bench import Bench, Figures
from measuring.programs import SHY_OF_END_S
from measuring.row import Row, all_of, none, told
from measuring.zero import LIMIT_S
from tests.support.joined_album import joined_album
from tests.support.recorder import Recording
from tests.support.scenes import Scene, judge
from tests.support.songclock import rolls
from tests.support.studio import until_end

ALBUMS, JOINS = 8, 125
"""Albums that are played one after the other, each for two minutes, and the joins of each."""

FEW = 60


def measure(bench: Bench) -> list[Figures]:
    """Each album, played from start to end."""
    short = bench.setting.short
    return [played(bench, FEW if short else JOINS, seed) for seed in range(1 if short else ALBUMS)]


def played(bench: Bench, joins: int, seed: int) -> Figures:
    """What was seen of one album's joins."""
    made = joined_album(bench.folder / f"joins-{seed}" / "album", joins, seed)
    show = bench.ours.album(made.album)
    zero_ms = bench.zero_ms
    limit_s = LIMIT_S + float(show.plan.length)
    recording = bench.stage.record(f"joins-{seed}", show.command, until_end(limit_s), "mixed")
    return found(recording, made.scenes, zero_ms, float(show.plan.length) - SHY_OF_END_S)


def found(recording: Recording, scenes: tuple[Scene, ...], zero_ms: float, until_s: float) -> Figures:
    """What was planned and seen, and what was seen and not planned; all of it while the song was heard."""
    heard = rolls(recording)
    judged = [judge(recording.sights, roll, scenes, zero_ms, until_s) for roll in heard]
    kinds = Counter("dissolve" if scene.dissolve else "film" if scene.look.rate else "still" for scene in scenes[1:])
    return {
        "joins": len(scenes) - 1,
        "kinds": dict(kinds),
        "rolls": len(heard),
        "gaps": len(recording.gaps),
        "seen": sum(sum(one.seen) for one in judged),
        "unplanned": [
            {
                "kind": one.sight.kind,
                "film": one.sight.film,
                "number": one.sight.number,
                "under": one.sight.under,
                "share": one.sight.share,
                "at_s": one.at_s,
                "ms": one.ms,
            }
            for two in judged
            for one in two.unplanned
        ],
    }


def rows(figures: list[Figures]) -> Iterator[Row]:
    joins = sum(one["joins"] for one in figures)
    yield all_of("joins whose planned picture was seen", sum(one["seen"] for one in figures), joins)
    yield none(f"pictures nobody planned in {joins} joins", sum(len(one["unplanned"]) for one in figures))
    longest = max((stray["ms"] for one in figures for stray in one["unplanned"]), default=0.0)
    yield told("the longest of them", f"{longest:.0f} ms")
