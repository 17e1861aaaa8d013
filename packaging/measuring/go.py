"""From standby to the first sound after the key: an album that is parked, its first picture seen, and GO."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence

from measuring.bench import Bench, Figures
from measuring.row import Row, all_of, most, within
from measuring.transport import REWIND_NS
from measuring.zero import LIMIT_S
from tests.support import processes
from tests.support.analysis import Analysis, figures
from tests.support.keyboard import Keyboard
from tests.support.players import Playing

PRESSES = 20
GO_MS = 30
STANDS_S, ROLLS_S = 1.47, 1.27
"""So long it is parked, and heard: no whole number of ticks, and long enough to hear a second struck."""

FIRST_S = 0.3, 1.0
FIRST_MS = 6.0
"""What the picture has to keep within the first second: a sound that comes sooner must not cost it."""


def measure(bench: Bench) -> Figures:
    """Park and roll again and again by the key; how soon the song is heard, and how the picture holds to it then."""
    stage, program = bench.stage, bench.program
    show = program.whole(stage.folder / "go", stage.screen, bench.setting.film)
    lines = stage.folder / "go" / "screen.jsonl"
    pressed: list[int] = []

    def drive(player: Playing) -> None:
        processes.wait_until(lambda: '"frame"' in lines.read_text(), "a first picture", LIMIT_S)
        time.sleep(ROLLS_S)
        with Keyboard(stage.screen.display) as keyboard:
            for _ in range(PRESSES):
                keyboard.press(program.keys["roll"])
                time.sleep(STANDS_S)
                pressed.append(keyboard.press(program.keys["roll"]))
                time.sleep(ROLLS_S)

    seen = Analysis(stage.record("go", show.command, drive), show.plan)
    heard = after(pressed, [roll.first_ns for roll in seen.rolls])
    began = [index for index, roll in enumerate(seen.rolls) if roll.first_ns > pressed[0] - REWIND_NS]
    lates = [late for index in began for late in seen.lates(index, *FIRST_S)]
    return {"pressed": len(pressed), "sound_ms": heard, "first_second": vars(figures(lates, bench.zero_ms))}


def after(pressed_ns: Sequence[int], heard_ns: Sequence[float]) -> list[float]:
    """How many milliseconds after each key the next sound began; a key that nothing followed is left out."""
    found = []
    for at_ns, following_ns in zip(pressed_ns, [*pressed_ns[1:], 1 << 62], strict=True):
        first = next((ns for ns in heard_ns if at_ns - REWIND_NS < ns < following_ns - REWIND_NS), None)
        if first is not None:
            found.append((first - at_ns) / 1e6)
    return found


def rows(figures: Figures) -> Iterator[Row]:
    heard_ms = figures["sound_ms"]
    yield all_of("GOs from standby that were heard", len(heard_ms), figures["pressed"])
    yield most("GO to first sound from standby, median", statistics.median(heard_ms or [float("nan")]), GO_MS, "ms", 1)
    yield most(f"the same, the slowest of {len(heard_ms)}", max(heard_ms, default=None), GO_MS, "ms", 1)
    yield within("from 0.3 s after GO, its first second", figures["first_second"], FIRST_MS)
