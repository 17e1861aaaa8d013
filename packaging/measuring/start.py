"""How soon after its command the program shows its first picture and is heard, warm, beside mpv in the same run."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measuring.bench import Bench, Figures
from measuring.row import Row, most, told
from measuring.zero import LIMIT_S
from tests.support import players, processes
from tests.support.analysis import Analysis
from tests.support.plan import Plan
from tests.support.players import Playing
from tests.support.recorder import Recording

STARTS = 5
BEHIND_MPV_S = 1.0
ROLLED_S = 2.5
"""So long after its first picture a player is ended: the song has struck a second by then, whose time is known."""

REST_S = 1.0
"""Between two starts; what the one before leaves behind has ended by then."""

WARM_S = 6.0
"""A sink that sleeps wakes within 4 s, whoever plays on it."""

PARTS = {
    "load": "imports, window, manifest",
    "primed": "first picture decoded",
    "roll": "sound's device ready",
    "take": "silence before the song",
}
"""Events of the program's trace, in order, with what ends at each: they explain a start, and bound nothing."""


@dataclass(frozen=True)
class Start:
    """One start: seconds from the command to the first picture and to the first sound."""

    picture_s: float
    sound_s: float


def measure(bench: Bench) -> Figures:
    """Alternating starts of mpv and of the program, each warm: one of both goes before that is not recorded."""
    stage, program, film = bench.stage, bench.program, bench.setting.film
    shows = {
        "mpv": bench.peer.whole(stage.folder / "start-mpv", stage.screen, film),
        "program": program.whole(stage.folder / "start", stage.screen, film),
    }
    found: dict[str, list[Start]] = {name: [] for name in shows}
    parts: list[dict[str, float]] = []
    for turn in range(-1, STARTS):
        for name, show in shows.items():
            time.sleep(REST_S)
            if turn < 0:
                with players.playing(show.command, stage.screen, stage.pulse, stage.folder / "warm.log"):
                    time.sleep(WARM_S)
                continue
            began: list[int] = []
            recording = stage.record(f"start-{name}", show.command, partial(_see, began=began))
            found[name].append(start_of(recording, show.plan, began[0]))
            if name == "program":
                parts.append(parts_of(stage.folder / "start" / "trace.jsonl", began[0]))
    return {
        **{
            name: {
                "picture_s": [start.picture_s for start in starts],
                "sound_s": [start.sound_s for start in starts],
            }
            for name, starts in found.items()
        },
        "parts_s": {
            part: statistics.median(one[part] for one in parts) for part in PARTS if all(part in one for one in parts)
        },
    }


def _see(player: Playing, began: list[int]) -> None:
    """Note when it was started, and wait until it has been seen for a while."""
    began.append(player.started_ns)
    lines = player.log.with_name("screen.jsonl")
    processes.wait_until(lambda: '"frame"' in lines.read_text(), "a first picture", LIMIT_S, step_s=0.1)
    time.sleep(ROLLED_S)


def start_of(recording: Recording, plan: Plan, began_ns: int) -> Start:
    """When the first frame of the film was seen, and the song first heard, after an instant."""
    pictures = [sight.first_ns for sight in recording.sights if sight.kind == "frame"]
    rolls = Analysis(recording, plan).rolls
    if not pictures or not rolls:
        raise RuntimeError(f"{recording.folder.name}: {len(pictures)} pictures seen, {len(rolls)} stretches heard")
    return Start((pictures[0] - began_ns) / 1e9, (rolls[0].first_ns - began_ns) / 1e9)


def parts_of(trace: Path, began_ns: int) -> dict[str, float]:
    """Seconds from an instant to the first of each event of `PARTS`."""
    found: dict[str, float] = {}
    for line in trace.read_text().splitlines():
        event = json.loads(line)
        if event["event"] in PARTS:
            found.setdefault(event["event"], (event["instant_ns"] - began_ns) / 1e9)
    return found


def rows(figures: Figures) -> Iterator[Row]:
    """The medians against mpv's plus a second, and what the time goes into."""
    for key, what in (("picture_s", "picture"), ("sound_s", "sound")):
        ours, mpv = (statistics.median(figures[name][key]) for name in ("program", "mpv"))
        spread = f"{min(figures['program'][key]):.2f} to {max(figures['program'][key]):.2f}"
        row = most(f"first {what} after the command ({spread}; mpv {mpv:.2f} s)", ours, mpv + BEHIND_MPV_S, "s", 2)
        yield row
    before_s = 0.0
    for part, at_s in sorted(figures["parts_s"].items(), key=lambda item: item[1]):
        yield told(f"of a start: {PARTS[part]}", f"{at_s - before_s:.2f} s, until {at_s:.2f} s")
        before_s = at_s
