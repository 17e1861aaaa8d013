"""Park, roll and locate by keys: how the picture holds after each, and how soon something is seen and heard."""

from __future__ import annotations

import time
from collections.abc import Iterator

from measuring.bench import Bench, Figures
from measuring.row import Row, drift, most, within
from measuring.zero import LIMIT_S
from tests.support import processes
from tests.support.analysis import Analysis, figures
from tests.support.players import Playing
from tests.support.songclock import Roll

LOCATE_MS = 400
CLICK_MS = 100
REWIND_NS = 20_000_000  # PulseAudio plays a new sound into what it had rendered before, so it may seem to come early
FIRST_S, SOON_MS = (0.3, 1.0), 6.0
"""What of the first second after a start, a resume or a locate counts, and what it is to keep."""

KEYS = {"resume": "a resume", "right": "a locate forwards", "left": "a locate back", "next track": "a next track"}


def measure(bench: Bench) -> Figures:
    """Park, roll, and locate by keys: how the picture holds after each, and how soon something is seen and heard."""
    program, stage, setting = bench.program, bench.stage, bench.setting
    show = program.show(stage.folder / "album", stage.screen, setting.film)
    pressed: list[tuple[str, int]] = []
    lines = stage.folder / "transport" / "screen.jsonl"

    def drive(player: Playing) -> None:
        processes.wait_until(lambda: '"frame"' in lines.read_text(), "a first picture", LIMIT_S)
        time.sleep(setting.between_keys)
        pressed.append(("park", player.press(program.keys["roll"])))
        time.sleep(1.5)
        pressed.append(("resume", player.press(program.keys["roll"])))
        time.sleep(setting.between_keys)
        for name in ("left", "next track", "right"):  # in this order none of them leads past the end
            if name in program.keys:
                pressed.append((name, player.press(program.keys[name])))
                time.sleep(setting.between_keys)

    seen = Analysis(stage.record("transport", show.command, drive), show.plan)
    result: Figures = {"start": {"first": vars(figures(seen.lates(0, *FIRST_S), bench.zero_ms))}}
    for (name, at), (_, following) in zip(pressed, [*pressed[1:], ("end", 1 << 62)], strict=True):
        if name == "park":
            silent = [roll.end_ns for roll in seen.rolls if roll.first_ns < at]
            result[name] = {"silence_ms": (silent[-1] - at) / 1e6 if silent else None}
            continue
        rolls = [index for index, roll in enumerate(seen.rolls) if at - REWIND_NS < roll.first_ns < following]
        if not rolls:
            nothing = vars(figures([]))
            result[name] = {"frames": nothing, "first": nothing, "picture_ms": None, "sound_ms": None}
            continue
        roll = seen.rolls[rolls[-1]]
        picture = None if name == "resume" else _first_picture(seen, roll, at)
        result[name] = {
            "frames": vars(figures(seen.lates(rolls[-1]), bench.zero_ms)),
            "first": vars(figures(seen.lates(rolls[-1], *FIRST_S), bench.zero_ms)),
            "picture_ms": None if picture is None else (picture - at) / 1e6,
            "sound_ms": (roll.first_ns - at) / 1e6,
            "at_s": roll.span_s[0],
        }
    return result


def _first_picture(seen: Analysis, roll: Roll, pressed_ns: int) -> float | None:
    """The instant at which the first frame of the place where a roll begins was seen."""
    place = roll.span_s[0]
    for sight in seen.recording.sights:
        if sight.instant_ns > pressed_ns and sight.kind == "frame":
            sought = seen.plan.sought(sight.film, sight.number, place)
            if sought is not None and abs(sought[1] - place) < 0.5:
                return sight.instant_ns
    return None


def rows(figures: Figures) -> Iterator[Row]:
    yield within("from 0.3 to 1 s after a start", figures["start"]["first"], SOON_MS)
    for name, what in KEYS.items():
        if name in figures:
            yield within(f"from 0.3 to 1 s after {what}", figures[name]["first"], SOON_MS)
            yield drift(f"from 1 s after {what}", figures[name]["frames"])
            if name != "resume":
                yield most(f"picture after {what}", figures[name]["picture_ms"], LOCATE_MS, "ms")
                yield most(f"sound after {what}", figures[name]["sound_ms"], CLICK_MS, "ms")
