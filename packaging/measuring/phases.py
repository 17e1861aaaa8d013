"""One function for each thing that is measured; each plays a show, records it and returns plain figures."""

from __future__ import annotations

import json
import statistics
import time
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from measuring import load
from measuring.programs import SHY_OF_END_S, Program, VisualAlbum
from tests.support import barcode, clips, players, processes
from tests.support.albums import whole
from tests.support.analysis import Analysis, figures
from tests.support.players import Playing
from tests.support.songclock import Roll
from tests.support.studio import Studio, studio, until_end
from tests.support.xscreen import ScreenReader

FILM = clips.Film()
BIG = clips.Film(rate=Fraction(24), frames=600, width=1920, height=1080, group=48, detail=True)
BIG_SCREEN = 1280, 720
LIMIT_S = 90.0
JOIN_S = 0.05
STARTS = 5
INJECTED_MS = 0, 20, 80
REWIND_NS = 20_000_000  # PulseAudio plays a new sound into what it had rendered before, so it may seem to come early
Figures = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """The film that is cut, and how long each thing is looked at, in seconds."""

    zero: float
    blocked: float
    between_keys: float
    cpu: float
    film: clips.Film = FILM


def film(rate: Fraction, container: str) -> clips.Film:
    """The film at another rate or in another container, long enough for all that is cut from it."""
    codec = "libvpx" if container == "webm" else "libx264"
    return replace(FILM, rate=rate, frames=550 + int(5 * rate), container=container, codec=codec)


FULL = Setting(zero=12, blocked=14, between_keys=3.5, cpu=10)
SHORT = Setting(zero=3.2, blocked=7, between_keys=2.5, cpu=4)


def zero(stage: Studio, setting: Setting) -> float:
    """mpv's own offset on this recorder in one start of it, in ms: near enough for tests, whose bounds are wide."""
    return _mpv_ms(stage, setting, "zero", 0)


def zeros(stage: Studio, setting: Setting) -> Figures:
    """That of some starts of mpv: each of them, and the median, against which everything in a run is held."""
    starts_ms = [zero(stage, setting) for _ in range(STARTS)]
    return {"starts_ms": starts_ms, "median_ms": statistics.median(starts_ms)}


def accuracy(stage: Studio, setting: Setting, zero_ms: float) -> list[Figures]:
    """What the recorder makes of errors that it is given: sound shifted against its picture, played by mpv."""
    return [
        {"injected_ms": error_ms, "read_ms": _mpv_ms(stage, setting, f"injected-{error_ms}", error_ms) - zero_ms}
        for error_ms in INJECTED_MS
    ]


def _mpv_ms(stage: Studio, setting: Setting, name: str, ahead_ms: int) -> float:
    """How late mpv's picture is in the median, where the file has its sound so much ahead."""
    film = replace(setting.film, frames=round(setting.zero * setting.film.rate), song=Fraction(ahead_ms, 1000))
    recording = stage.record(name, players.mpv(clips.single_file(film), stage.screen), until_end(LIMIT_S))
    return figures(Analysis(recording, whole(film)).lates()).median_ms


def warm(program: Program, stage: Studio, setting: Setting) -> None:
    """Play for a moment, so that caches are filled and what is measured is a warm machine."""
    show = program.show(stage.folder / "album", stage.screen, setting.film)
    with players.playing(show.command, stage.screen, stage.pulse, stage.folder / "warm.log"):
        time.sleep(5)


def album(program: Program, stage: Studio, setting: Setting, zero_ms: float) -> Figures:
    """The six segments over two songs from start to end."""
    show = program.show(stage.folder / "album", stage.screen, setting.film)
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
    return held(seen, zero_ms) | {
        "first_picture_s": (pictures[0] - started[0]) / 1e9,
        "first_sound_s": (first_roll.first_ns - started[0]) / 1e9,
    }


def held(seen: Analysis, zero_ms: float) -> Figures:
    """How a show that was played through held to its plan."""
    segments = seen.plan.segments
    steady = [
        frame.late_ms
        for frame in seen.shown
        if frame.roll_s >= 1 and (frame.cut_s >= 1 or frame.segment == 0) and frame.sight.doubt_ms < 10
    ]
    after_cuts = {cut.segment: seen.lates_after_cut(cut.segment) for cut in seen.cuts}
    frame_ms = 1000 / float(segments[0].rate)
    joins = [float(part.start) for part in segments if part.start.denominator > 1000]
    seams = [(roll.programme_s(at), seam) for roll in seen.rolls for at, seam in roll.seams]
    return {
        "recorder": {
            "readings_a_second": seen.recording.readings_a_second,
            "gaps": len(seen.recording.gaps),
            "sound_clock_jump_ms": seen.recording.sound_clock_jump_ms,
        },
        "frame_ms": frame_ms,
        "rolls": len(seen.rolls),
        "steady": vars(figures(steady, zero_ms)),
        "after_start": vars(figures(seen.lates(0, 1, 3), zero_ms)),
        "after_cuts": vars(figures([late for lates in after_cuts.values() for late in lates], zero_ms)),
        "each_cut": [
            {
                "segment": cut.segment,
                "planned": cut.planned,
                "seen": cut.seen,
                "late_ms": cut.late_ms - zero_ms,
                "right": cut.right(frame_ms, zero_ms),
                "frames": vars(figures(after_cuts[cut.segment], zero_ms)),
            }
            for cut in seen.cuts
        ],
        "cuts_planned": len(seen.plan.cuts),
        "shown_percent": seen.shown_percent,
        "frames_expected": len(seen.expected),
        "missing": sorted(f"{segment}:{number}" for _, segment, number in seen.missing),
        "unplanned": [
            {"kind": stray.sight.kind, "number": stray.sight.number, "at_s": stray.programme_s, "ms": stray.length_ms}
            for stray in seen.strays
        ],
        "seams": [{"at_s": at, "length_ms": seam.length_ms, "step": seam.step} for at, seam in seams],
        "join_seams": sum(1 for at, _ in seams for join in joins[:1] if abs(at - join) < JOIN_S),
    }


def transport(program: Program, stage: Studio, setting: Setting, zero_ms: float) -> Figures:
    """Park, roll, and locate by keys: how the picture holds after each, and how soon something is seen and heard."""
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
    result: Figures = {}
    for (name, at), (_, following) in zip(pressed, [*pressed[1:], ("end", 1 << 62)], strict=True):
        if name == "park":
            silent = [roll.end_ns for roll in seen.rolls if roll.first_ns < at]
            result[name] = {"silence_ms": (silent[-1] - at) / 1e6 if silent else None}
            continue
        rolls = [index for index, roll in enumerate(seen.rolls) if at - REWIND_NS < roll.first_ns < following]
        if not rolls:
            result[name] = {"frames": vars(figures([])), "picture_ms": None, "sound_ms": None}
            continue
        roll = seen.rolls[rolls[-1]]
        picture = None if name == "resume" else _first_picture(seen, roll, at)
        result[name] = {
            "frames": vars(figures(seen.lates(rolls[-1]), zero_ms)),
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


def blocked(program: Program, stage: Studio, setting: Setting, kind: str) -> Figures:
    """The window's thread blocked for 300 ms every 2 s: what the sound loses; the longest freeze proves the block."""
    faults = stage.folder / f"{kind}.json"
    faults.write_text(json.dumps([{"at": 1, "fault": kind, "for": 0.3, "every": 2}]))
    words = ("--faults", faults, "--until", f"{setting.blocked:g}")
    show = program.show(stage.folder / "album", stage.screen, setting.film, words)
    seen = Analysis(stage.record(kind, show.command, until_end(LIMIT_S)), show.plan)
    roll = seen.rolls[0]
    frozen = [
        (sight.gone_ns - sight.first_ns) / 1e6
        for sight in seen.recording.sights
        if roll.first_ns + 5e8 < sight.first_ns and sight.gone_ns < roll.end_ns
    ]
    return {
        "rolls": len(seen.rolls),
        "seams": [{"at_s": roll.programme_s(at), "length_ms": seam.length_ms} for at, seam in roll.seams],
        "heard_s": (roll.end_ns - roll.first_ns) / 1e9,
        "longest_freeze_ms": max(frozen, default=0.0),
    }


def cpu(program: Program, folder: Path, setting: Setting) -> Figures:
    """1080p24 on a screen of 1280x720 beside mpv, nothing recording: shares of a processor."""
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


def memory(program: VisualAlbum, stage: Studio, minutes: int) -> Figures:
    """Memory over some minutes of playing, from a minute after the start on (a quarter, where that is less)."""
    show = program.long(stage.folder / "long", minutes + 1)
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
