"""The sound device taken away in the middle of a song, and brought back some seconds later."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from measuring.bench import Bench, Figures
from measuring.row import Row, drift, most, none
from measuring.zero import LIMIT_S, zeros
from tests.support import processes
from tests.support.analysis import Analysis, figures
from tests.support.far_sink import far_sink
from tests.support.players import Playing

NEAR_MS = 80
"""What the device holds: it lies behind a tunnel only so that the recorder does not go away with it. With 25 a busy
machine lets it run dry between the two servers, and from then on the tunnel is wrong about its delay."""
HEARD_S, GONE_S = 5.0, 3.0
BACK_MS = 1000
PLACE_MS = 20


def measure(bench: Bench) -> Figures:
    """The six segments on a device that goes and comes, the only one there is."""
    with far_sink(NEAR_MS) as pulse:
        stage = replace(bench.stage, pulse=pulse, folder=bench.folder / "device")
        bench.say("mpv on the device, for its zero")
        zero_ms = zeros(stage, bench.setting)["median_ms"]
        instants: list[int] = []
        lines = stage.folder / "played" / "screen.jsonl"

        def drive(player: Playing) -> None:
            processes.wait_until(lambda: '"frame"' in lines.read_text(), "a first picture", LIMIT_S)
            for seconds, change in ((HEARD_S, pulse.unplug), (GONE_S, pulse.plug)):
                time.sleep(seconds)
                instants.append(time.monotonic_ns())
                change()
            player.wait(LIMIT_S)

        show = bench.program.show(stage.folder / "album", stage.screen, bench.setting.film)
        seen = Analysis(stage.record("played", show.command, drive), show.plan)
    return came_back(seen, *instants, zero_ms)


def came_back(seen: Analysis, gone_ns: int, plugged_ns: int, zero_ms: float) -> Figures:
    """What was heard and seen from a device's return on, and by how much the song is late against its start."""
    before = [roll for roll in seen.rolls if roll.first_ns < gone_ns]
    after = [index for index, roll in enumerate(seen.rolls) if roll.first_ns > plugged_ns]
    found: Figures = {"back_ms": None, "place_ms": None, "breaks": 0, "rejoined": vars(figures([]))}
    if before and after:
        roll = seen.rolls[after[0]]
        late_ns = roll.marks[0][1] - before[-1].marks[-1][1]
        lates = [late for index in after for late in seen.lates(index)]
        found |= {"back_ms": (roll.first_ns - plugged_ns) / 1e6, "place_ms": abs(late_ns) / 1e6}
        seams = sum(len(seen.rolls[index].seams) for index in after)
        found |= {"breaks": len(after) - 1 + seams, "rejoined": vars(figures(lates, zero_ms))}
    return found


def rows(figures: Figures) -> Iterator[Row]:
    """The song, then the picture."""
    yield most("sound after the device came back", figures["back_ms"], BACK_MS, "ms")
    yield most("the song then off where it would have been", figures["place_ms"], PLACE_MS, "ms", 1)
    yield none("breaks of the song after that", figures["breaks"])
    yield drift("from 1 s after the device came back", figures["rejoined"])
