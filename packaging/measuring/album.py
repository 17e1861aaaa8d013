"""Six segments over two songs, played from start to end."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

from measuring.bench import Bench, Figures
from measuring.held import held
from measuring.programs import SHY_OF_END_S
from measuring.row import Row, drift, most, none
from measuring.zero import LIMIT_S
from tests.support.analysis import Analysis
from tests.support.players import Playing

SHOWN_PERCENT = 95
FIRST_S = 3


def measure(bench: Bench) -> Figures:
    """The six segments over two songs from start to end."""
    program, stage = bench.program, bench.stage
    show = program.show(stage.folder / "album", stage.screen, bench.setting.film)
    started: list[int] = []

    def drive(player: Playing) -> None:
        started.append(player.started_ns)
        if program.name == "libvlc":  # it does not end by itself
            time.sleep(20)
        else:
            player.wait(LIMIT_S)

    until_s = float(show.plan.length) - SHY_OF_END_S
    seen = Analysis(stage.record("album", show.command, drive), show.plan, until_s=until_s)
    first_roll = seen.rolls[0]
    pictures = [sight.instant_ns for sight in seen.recording.sights if sight.kind == "frame"]
    return held(seen, bench.zero_ms) | {
        "first_picture_s": (pictures[0] - started[0]) / 1e9,
        "first_sound_s": (first_roll.first_ns - started[0]) / 1e9,
    }


def rows(figures: Figures) -> Iterator[Row]:
    yield drift("steady", figures["steady"])
    yield drift("from 1 s after the start", figures["after_start"])
    cuts = figures["each_cut"]
    frame_ms = figures["frame_ms"]
    if figures["cuts_planned"]:
        yield drift("in the first second after a cut", figures["after_cuts"])
        right, planned = sum(cut["right"] for cut in cuts), figures["cuts_planned"]
        yield Row("first frame after a cut is the in-point's", f"{right} of {planned}", "all", right == planned)
        worst = max((abs(cut["late_ms"]) for cut in cuts), default=math.nan)
        yield Row("worst instant of a cut", f"{worst:.1f} ms off", f"one frame ({frame_ms:.0f} ms)", worst <= frame_ms)
        yield none("breaks of the sound where the two songs join", figures["join_seams"])
    percent, expected = figures["shown_percent"], figures["frames_expected"]
    kept = percent >= SHOWN_PERCENT
    yield Row("frames shown", f"{percent:.1f} % of {expected}", f"at least {SHOWN_PERCENT} %", kept)
    yield none("pictures nobody planned", len(figures["unplanned"]))
    yield none("breaks of the sound, from start to end", len(figures["seams"]) + figures["rolls"] - 1)
    yield most("first picture after the command", figures["first_picture_s"], FIRST_S, "s", 2)
    yield most("first sound after the command", figures["first_sound_s"], FIRST_S, "s", 2)
