"""Fifty locates while the song rolls: how soon the right picture and sound are there, and how they hold after."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from measuring.bench import Bench, Figures
from measuring.programs import Reel
from measuring.row import Row, all_of, most, told, within
from measuring.transport import FIRST_S, REWIND_NS, SOON_MS
from measuring.zero import LIMIT_S
from tests.support import clips, processes
from tests.support.albums import Part
from tests.support.analysis import DOUBT_MS, ELSEWHERE_S, Analysis, figures
from tests.support.players import Playing
from tests.support.songclock import Roll

FILM = clips.Film(frames=1500, group=50, b_frames=2)
LOCATES, FEW = 50, 12
WAIT_S = 1.7, 2.3
"""From one to the next: so that a second of the song begins in each, and that no place is like another."""

STEP_S, SHY_S = 5.0, 8.0
"""What a key leads on by, and how near to the song's ends none leads."""

SHOT_S = Fraction(7)
SHOTS = 9
MEDIAN_MS, WORST_MS = 150.0, 300.0


MUSIC = (clips.Song(samples=round(SHOTS * SHOT_S * 44100)),)
PARTS = (tuple(Part((241 + 733 * number) % (FILM.frames - 200), number * SHOT_S) for number in range(SHOTS)),)
"""A song of 63 seconds with nine segments, in-points out of order."""


def measure(bench: Bench) -> Figures:
    """Keys to and fro at random moments, then what was seen and heard after each."""
    wanted = bench.ours.beside(bench.folder / "locates" / "album", bench.stage.screen, Reel(FILM, MUSIC, PARTS))
    zero_ms = bench.zero_ms
    pressed: list[int] = []
    seen_file = bench.folder / "locates" / "screen.jsonl"
    count = FEW if bench.setting.short else LOCATES
    recording = bench.stage.record(
        "locates", wanted.command, lambda player: pressed.extend(press(player, seen_file, count))
    )
    return found(Analysis(recording, wanted.plan), pressed, zero_ms)


def press(player: Playing, seen_file: Path, count: int) -> list[int]:
    """Lead the song to and fro so many times, from its first picture on; the instants, in ns."""
    dice = random.Random(5)
    processes.wait_until(lambda: '"frame"' in seen_file.read_text(), "a first picture", LIMIT_S)
    place_s, since_s = 0.0, time.monotonic()
    pressed = []
    for _ in range(count):
        time.sleep(dice.uniform(*WAIT_S))
        place_s += time.monotonic() - since_s
        since_s = time.monotonic()
        on = dice.random() < 0.5
        on = place_s < SHY_S or (on and place_s < float(SHOTS * SHOT_S) - STEP_S - SHY_S)
        place_s += STEP_S if on else -STEP_S
        pressed.append(player.press("Right" if on else "Left"))
    time.sleep(WAIT_S[1])
    return pressed


def found(seen: Analysis, pressed: list[int], zero_ms: float) -> Figures:
    """What was seen and heard after each key, in ms from its press; what never came is missing."""
    each: list[Figures] = []
    lates: list[float] = []
    for at, following in zip(pressed, [*pressed[1:], 1 << 62], strict=True):
        rolls = [index for index, roll in enumerate(seen.rolls) if at - REWIND_NS < roll.first_ns < following]
        if not rolls:
            continue
        roll = seen.rolls[rolls[-1]]
        picture = _first_right(seen, roll, at)
        if picture is None or picture >= following:
            continue
        frames = [
            frame
            for frame in seen.shown
            if frame.roll == rolls[-1] and at < frame.sight.instant_ns < following and frame.sight.doubt_ms < DOUBT_MS
        ]
        lates += [frame.late_ms for frame in frames if frame.roll_s >= FIRST_S[0]]
        moving = [frame.sight.instant_ns for frame in frames if abs(frame.late_ms - zero_ms) < SOON_MS]
        each.append(
            {
                "place_s": roll.span_s[0],
                "sound_ms": (roll.first_ns - at) / 1e6,
                "picture_ms": (picture - at) / 1e6,
                "both_ms": (max(picture, roll.first_ns) - at) / 1e6,
                "together_ms": (moving[0] - at) / 1e6 if moving else None,
            }
        )
    return {"pressed": len(pressed), "each": each, "frames": vars(figures(lates, zero_ms))}


def _first_right(seen: Analysis, roll: Roll, pressed_ns: int) -> float | None:
    """The first instant after a key at which a picture was seen that the song is near, or begins near, in its time."""
    for sight in seen.recording.sights:
        if sight.kind != "frame" or sight.instant_ns <= pressed_ns:
            continue
        place_s = roll.programme_s(max(sight.instant_ns, roll.first_ns))
        sought = seen.plan.sought(sight.film, sight.number, place_s)
        if sought is None or place_s - sought[1] > ELSEWHERE_S:
            continue
        from_s = sought[1] - ELSEWHERE_S  # it may have come too early, and wait
        right_ns = sight.instant_ns if from_s <= roll.span_s[0] else max(sight.instant_ns, roll.instant_ns(from_s))
        if right_ns < sight.gone_instant_ns:
            return right_ns
    return None


def rows(figures: Figures) -> Iterator[Row]:
    each = figures["each"]
    yield all_of("locates while rolling that were seen and heard", len(each), figures["pressed"])
    both = [one["both_ms"] for one in each]
    yield most("picture and sound after a locate, median", statistics.median(both) if both else None, MEDIAN_MS, "ms")
    yield most("the same, the slowest", max(both, default=None), WORST_MS, "ms")
    together = [one["together_ms"] for one in each if one["together_ms"] is not None]
    if together:
        text = f"{statistics.median(together):.0f} ms median, {max(together):.0f} at most"
        yield told(f"until the picture keeps to the song within {SOON_MS:g} ms", text)
    yield within("from 0.3 s after a locate while rolling", figures["frames"], SOON_MS)
