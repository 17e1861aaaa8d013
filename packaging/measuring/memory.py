"""How memory grows while an album plays on and on."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from measuring import load
from measuring.bench import Bench, Figures
from measuring.row import Row, most
from tests.support import players

GROWTH_MB = 20


def measure(bench: Bench, minutes: int) -> Figures:
    """Memory over some minutes of playing, from a minute after the start on (a quarter, where that is less)."""
    stage = bench.stage
    show = bench.ours.long(stage.folder / "long", minutes + 1)
    samples: list[tuple[float, float]] = []
    with players.playing(show.command, stage.screen, stage.pulse, stage.folder / "memory.log") as player:
        start = time.monotonic()
        while (now := time.monotonic() - start) < minutes * 60:
            if player.process.poll() is not None:
                raise RuntimeError(f"the program ended: {player.log.read_text(errors='replace')}")
            samples.append((now, load.memory_mb(player.process.pid)))
            time.sleep(5)
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


def rows(figures: Figures) -> Iterator[Row]:
    """What it has grown by."""
    yield most(f"memory grown in {figures['minutes']} minutes", figures["growth_mb"], GROWTH_MB, "MB", 1)
