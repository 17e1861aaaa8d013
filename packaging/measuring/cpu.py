"""What playing a large film costs beside mpv, nothing recording; and in another play, recorded, what it leaves out."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from measuring import load
from measuring.bench import Bench, Figures
from measuring.programs import Show
from measuring.row import Row
from measuring.setting import BIG
from tests.support import barcode, clips, players
from tests.support.analysis import Analysis
from tests.support.players import Playing
from tests.support.studio import Studio, studio
from tests.support.xscreen import ScreenReader

BIG_SCREEN = 1280, 720
CPU_RATIO = 1.2

STARTED_S = 5.0
"""So long after its start nothing of it is left that costs something."""

RECORDED_S = 12.0
"""How much of a film is recorded to see whether all of its frames are shown."""

ENDING_S = 1.0
"""A program that is ended takes its window away before its sound has faded: the last second says nothing."""


@dataclass(frozen=True)
class Kind:
    """A film that is costly to show."""

    name: str
    film: clips.Film


KINDS = {
    "cpu": Kind("1080p24", BIG),
    "cpu-1080p60": Kind("1080p60", replace(BIG, rate=Fraction(60), frames=1200, group=120)),
    "cpu-2160p24": Kind("2160p24", replace(BIG, width=3840, height=2160, frames=432)),
}
"""By the names of their phases."""


def measure(bench: Bench, kind: Kind) -> Figures:
    """The film on a screen of 1280x720 beside mpv, nothing recording: shares of a processor; and frames lost."""
    program, folder, setting = bench.program, bench.folder, bench.setting
    with studio(folder, *BIG_SCREEN) as stage:
        shows = {
            "mpv": bench.peer.whole(folder / "big-mpv", stage.screen, kind.film),
            "program": program.whole(folder / f"big-{kind.name}", stage.screen, kind.film),
        }
        with players.playing(shows["program"].command, stage.screen, stage.pulse, folder / "cpu-warm.log"):
            time.sleep(STARTED_S)
        shares: dict[str, list[float]] = {name: [] for name in shows}
        for name in ("mpv", "program", "mpv", "program"):
            shares[name].append(_share(stage, name, shows[name], setting.cpu))
        lost = {name: _lost(stage, f"lost-{name}", show) for name, show in shows.items()}
    share, mpv_share = (statistics.mean(shares[name]) for name in ("program", "mpv"))
    return {"mpv": mpv_share, "program": share, "ratio": share / mpv_share, "shares": shares, "lost": lost}


def _share(stage: Studio, name: str, show: Show, length_s: float) -> float:
    """What of a processor a player takes while it shows a film."""
    with players.playing(show.command, stage.screen, stage.pulse, stage.folder / f"cpu-{name}.log") as player:
        time.sleep(STARTED_S)
        share = load.cpu_share(player.process.pid, length_s)
        if not _shows_film(stage):
            raise RuntimeError(f"{name} showed no film while its cost was measured")
    return share


def _lost(stage: Studio, name: str, show: Show) -> Figures:
    """How many frames were never seen, of those that had to be."""

    def drive(player: Playing) -> None:
        time.sleep(RECORDED_S)

    whole = Analysis(stage.record(name, show.command, drive), show.plan)
    seen = replace(whole, until_s=whole.rolls[0].span_s[1] - ENDING_S)
    return {"missing": len(seen.missing), "expected": len(seen.expected)}


def _shows_film(stage: Studio) -> bool:
    """Whether a moving film is on the screen just now."""
    with ScreenReader(stage.screen.display) as reader:
        seen = set()
        for _ in range(20):
            row = int(stage.screen.height * barcode.LAYOUTS["measured"].line)
            seen.add(barcode.read(np.ascontiguousarray(reader.grab(0, row, stage.screen.width, 1)[0, :, 1])))
            time.sleep(0.02)
    return len(seen - {None}) >= 3


def rows(figures: Figures, kind: Kind) -> Iterator[Row]:
    """The ratio with the two shares that it is of; the frames lost beside mpv's."""
    text = f"{figures['ratio']:.2f} ({figures['program']:.2f} to {figures['mpv']:.2f} of a core)"
    kept = figures["ratio"] <= CPU_RATIO
    yield Row(f"processor for {kind.name} against mpv", text, f"at most {CPU_RATIO}", kept)
    ours, mpv = figures["lost"]["program"], figures["lost"]["mpv"]
    text = f"{ours['missing']} of {ours['expected']}"
    kept = ours["missing"] <= mpv["missing"] and ours["expected"] > 0
    yield Row(f"frames of {kind.name} never shown", text, f"mpv's: {mpv['missing']} of {mpv['expected']}", kept)
