"""What playing 1080p24 costs beside mpv, nothing recording."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import numpy as np

from measuring import load
from measuring.bench import Bench, Figures
from measuring.row import Row
from measuring.setting import BIG
from tests.support import barcode, clips, players
from tests.support.studio import Studio, studio
from tests.support.xscreen import ScreenReader

BIG_SCREEN = 1280, 720
CPU_RATIO = 1.5


def measure(bench: Bench) -> Figures:
    """1080p24 on a screen of 1280x720 beside mpv, nothing recording: shares of a processor."""
    program, folder, setting = bench.program, bench.folder, bench.setting
    shares: dict[str, list[float]] = {"mpv": [], program.name: []}
    with studio(folder, *BIG_SCREEN) as stage:
        other = ("mpv", tuple(players.mpv(clips.single_file(BIG), stage.screen)))
        ours = (program.name, program.whole(folder / "big", stage.screen, BIG).command)
        with players.playing(ours[1], stage.screen, stage.pulse, folder / "cpu-warm.log"):
            time.sleep(5)
        for name, command in (other, ours, other):
            with players.playing(command, stage.screen, stage.pulse, folder / f"cpu-{name}.log") as player:
                time.sleep(5)  # past what starting costs
                shares[name].append(load.cpu_share(player.process.pid, setting.cpu))
                shown = _shows_film(stage)
            if not shown:
                raise RuntimeError(f"{name} showed no film while its cost was measured")
    mpv_share = statistics.mean(shares["mpv"])
    share = statistics.mean(shares[program.name])
    return {"mpv": mpv_share, "program": share, "ratio": share / mpv_share}


def _shows_film(stage: Studio) -> bool:
    """Whether a moving film is on the screen just now."""
    with ScreenReader(stage.screen.display) as reader:
        seen = set()
        for _ in range(20):
            row = int(stage.screen.height * barcode.LAYOUTS["measured"].line)
            seen.add(barcode.read(np.ascontiguousarray(reader.grab(0, row, stage.screen.width, 1)[0, :, 1])))
            time.sleep(0.02)
    return len(seen - {None}) >= 3


def rows(figures: Figures) -> Iterator[Row]:
    """The ratio, and the two shares that it is of."""
    text = f"{figures['ratio']:.2f} ({figures['program']:.2f} to {figures['mpv']:.2f} of a core)"
    kept = figures["ratio"] <= CPU_RATIO
    yield Row("processor for 1080p24 against mpv", text, f"at most {CPU_RATIO}", kept)
