"""How memory grows while an album plays on and on in 1080p24, and how its picture holds to the song at the end."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from measuring import load
from measuring.bench import Bench, Figures
from measuring.row import Row, drift, most, none
from measuring.setting import BIG
from tests.support import albums, players
from tests.support.analysis import Analysis, figures
from tests.support.players import Playing
from tests.support.recorder import recording

GROWTH_MB = 10
STEP_S = 5.0

RECORDED_S = 120.0
"""How much of the end is recorded: recorders take a part of a processor, and that is not what is looked at."""

FILM = replace(BIG, frames=672)
"""As long as the six segments need at 24 frames a second."""

EDGE_S = 1.0
"""At the seam of two rounds the song's time jumps back, at an instant that is known to half a second."""

Sample = tuple[float, float]


def measure(bench: Bench) -> Figures:
    """Memory over all of the time, and drift in the last two minutes (half of it, where it is shorter)."""
    stage, minutes = bench.stage, bench.setting.memory
    folder = stage.folder / "long"
    show = bench.ours.long(folder, FILM, minutes + 1)
    length_s = minutes * 60.0
    recorded_s = min(RECORDED_S, length_s / 2)
    with players.playing(show.command, stage.screen, stage.pulse, stage.folder / "memory.log") as player:
        start = time.monotonic()
        samples = _sampled(player, start, length_s - recorded_s)
        with recording(stage.screen, stage.pulse, stage.folder / "memory-end") as made:
            samples += _sampled(player, start, length_s)
    seen = Analysis(made, albums.album(folder / "round", FILM).plan)
    return grown(samples, minutes) | held_at_the_end(seen, bench.zero_ms)


def _sampled(player: Playing, start: float, until_s: float) -> list[Sample]:
    """Seconds since the start and MB, again and again."""
    samples: list[Sample] = []
    while (now := time.monotonic() - start) < until_s:
        if player.process.poll() is not None:
            raise RuntimeError(f"the program ended: {player.log.read_text(errors='replace')}")
        samples.append((now, load.memory_mb(player.process.pid)))
        time.sleep(STEP_S)
    return samples


def grown(samples: Sequence[Sample], minutes: int) -> Figures:
    """By how much memory has grown from a minute after the start on (a quarter, where that is less)."""
    settled = [mb for at, mb in samples if at >= min(60, minutes * 15)]
    tenth = max(len(settled) // 10, 1)
    first, last = statistics.median(settled[:tenth]), statistics.median(settled[-tenth:])
    return {
        "samples": samples,
        "minutes": minutes,
        "first_mb": first,
        "last_mb": last,
        "growth_mb": last - first,
        "most_mb": max(settled),
    }


def held_at_the_end(seen: Analysis, zero_ms: float) -> Figures:
    """Drift and breaks of the last rounds; each of them counts its song's time anew, and is a roll to the analysis."""
    lates = [
        frame.late_ms
        for frame in seen.shown
        if frame.roll_s >= EDGE_S and frame.programme_s < seen.plan.length - EDGE_S and frame.sight.doubt_ms < 10
    ]
    seams = [roll.programme_s(at) for roll in seen.rolls for at, _ in roll.seams]
    inner = [at for at in seams if EDGE_S < at < seen.plan.length - Fraction(EDGE_S)]
    return {"end": vars(figures(lates, zero_ms)), "breaks": len(inner)}


def rows(figures: Figures) -> Iterator[Row]:
    """What it has grown by, and whether picture and song are what they were."""
    minutes = figures["minutes"]
    yield most(f"memory grown in {minutes} minutes", figures["growth_mb"], GROWTH_MB, "MB", 1)
    yield drift(f"at the end of {minutes} minutes", figures["end"])
    yield none(f"breaks of the sound at the end of {minutes} minutes", figures["breaks"])
