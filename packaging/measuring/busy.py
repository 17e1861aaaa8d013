"""Both processors busy with something else: what is left of picture and song, beside mpv under the same load."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from measuring.bench import Bench, Figures
from measuring.programs import SHY_OF_END_S
from measuring.row import Row
from measuring.zero import LIMIT_S
from tests.support import processes
from tests.support.analysis import Analysis, figures
from tests.support.studio import until_end

TIMES = 2
"""How much worse than mpv is still good."""

TURNS = 2
"""Each player so often, in turn."""

SPIN = "while True: pass"


@contextmanager
def spinning(bench: Bench) -> Iterator[None]:
    """Keep every processor busy at normal priority until the block ends."""
    log = bench.stage.folder / "spin.log"
    spinners = [processes.start([sys.executable, "-c", SPIN], os.environ, log) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for spinner in spinners:
            processes.end(spinner)


def measure(bench: Bench) -> Figures:
    """mpv and the program in turn, each playing one film to its end while others compute."""
    stage, film = bench.stage, bench.setting.film
    shows = {
        "mpv": bench.peer.whole(stage.folder / "busy-mpv", stage.screen, film),
        "program": bench.program.whole(stage.folder / "busy", stage.screen, film),
    }
    seen: dict[str, list[Analysis]] = {name: [] for name in shows}
    zero_ms = bench.zero_ms
    for turn in range(TURNS):
        for name, show in shows.items():
            with spinning(bench):
                recording = stage.record(f"busy-{name}-{turn}", show.command, until_end(LIMIT_S))
            until_s = float(show.plan.length) - SHY_OF_END_S
            seen[name].append(Analysis(recording, show.plan, until_s=until_s))
    return {name: of(runs, zero_ms) for name, runs in seen.items()}


def of(runs: Sequence[Analysis], zero_ms: float) -> Figures:
    """Drift, frames that were never shown and breaks of the sound, of some plays of one player together."""
    lates = [late for run in runs for roll in range(len(run.rolls)) for late in run.lates(roll)]
    return {
        "drift": vars(figures(lates, zero_ms)),
        "missing": sum(len(run.missing) for run in runs),
        "expected": sum(len(run.expected) for run in runs),
        "breaks": sum(len(run.rolls) - 1 + sum(len(roll.seams) for roll in run.rolls) for run in runs),
    }


def rows(figures: Figures) -> Iterator[Row]:
    """Each figure against twice mpv's."""
    ours, mpv = figures["program"], figures["mpv"]
    drifts = ours["drift"], mpv["drift"]
    text = f"{ours['drift']['median_ms']:+.1f} ms, 99 % within {drifts[0]['within_ms']:.1f}"
    bound = TIMES * drifts[1]["within_ms"]
    kept = drifts[0]["within_ms"] <= bound
    yield Row("picture to song, both processors busy", text, f"99 % within {bound:.1f} ms, twice mpv's", kept)
    for key, what in (("missing", "frames never shown"), ("breaks", "breaks of the sound")):
        text = f"{ours[key]} of {ours['expected']}" if key == "missing" else f"{ours[key]}"
        bound = TIMES * mpv[key]
        yield Row(f"{what}, both processors busy", text, f"at most {bound}, twice mpv's", ours[key] <= bound)
