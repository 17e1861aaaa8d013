"""A sound device whose clock runs 200 ppm fast or slow: in 20 minutes it parts from ours by a quarter of a second."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from measuring.bench import Bench, Figures
from measuring.row import Row, none
from measuring.zero import zeros
from tests.support import albums, clips
from tests.support.analysis import DOUBT_MS, SETTLE_S, Analysis, figures
from tests.support.paced_sink import paced_sink
from tests.support.songclock import Roll
from tests.support.studio import until_end

PPM = 200
WITHIN_MS = 8
SONG_S = 128  # after so many seconds the programme of tones begins anew, so that one file follows itself
SONGS = 10
SHORT_S = 60
PARTS_S = 4  # from cut to cut
NEAR_PPM = 30  # how exactly the device's pace has to be read back: by chords to the sample, some 20 in a minute
END_S = 60  # what the program may take to start and end


def measure(bench: Bench) -> Figures:
    """Some minutes on a device that is fast, and on one that is slow; mpv on the same device is the zero."""
    return {"fast": _measured(bench, "fast", PPM), "slow": _measured(bench, "slow", -PPM)}


def _measured(bench: Bench, name: str, ppm: float) -> Figures:
    setting = bench.setting
    album = cut_album(bench.folder / "album-clock", setting.film, *((SHORT_S, 1) if setting.short else (SONG_S, SONGS)))
    length_s = float(album.plan.length)
    with paced_sink(ppm) as pulse:
        stage = replace(bench.stage, pulse=pulse, folder=bench.folder / name)
        bench.say(f"on a device that is {name}, mpv for its zero, then the program for {length_s / 60:.0f} minutes")
        zero = zeros(stage, setting)
        command = bench.ours.playing(album).command
        recording = stage.record("clock", command, until_end(length_s + END_S))
    return followed(Analysis(recording, album.plan, until_s=length_s - 1), zero["median_ms"]) | {"zero": zero}


def cut_album(folder: Path, film: clips.Film, seconds: int, times: int) -> albums.Album:
    """The same song so many times, cut every few seconds to places all over the film."""
    places = film.frames - int(2 * PARTS_S * film.rate)
    starts = range(0, seconds - PARTS_S + 1, PARTS_S)
    row = [albums.Part(113 * number % places, Fraction(at)) for number, at in enumerate(starts)]
    song = clips.Song(samples=seconds * albums.SONG_RATE)
    return albums.album(folder, film, [row] * times, [song] * times)


def followed(seen: Analysis, zero_ms: float) -> Figures:
    """How the picture held to a song that was heard at another pace: each minute by itself, and that pace."""
    minutes: dict[int, list[float]] = {}
    for frame in seen.shown:
        if frame.roll_s >= SETTLE_S and frame.sight.doubt_ms < DOUBT_MS:
            minutes.setdefault(int(frame.roll_s // 60), []).append(frame.late_ms)
    return {
        "minutes": [vars(figures(lates, zero_ms)) for _, lates in sorted(minutes.items())],
        "whole": vars(figures([late for lates in minutes.values() for late in lates], zero_ms)),
        "ppm": statistics.median(pace_ppm(roll) for roll in seen.rolls),
        "breaks": len(seen.rolls) - 1 + sum(len(roll.seams) for roll in seen.rolls),
    }


def pace_ppm(roll: Roll) -> float:
    """By how many millionths the song was heard fast, from its first second to its last."""
    (first_ns, first_zero), (last_ns, last_zero) = roll.marks[0], roll.marks[-1]
    heard_ns = last_ns - first_ns
    return (heard_ns - (last_zero - first_zero)) / heard_ns * 1e6 - 1e6 if heard_ns else 0.0


def rows(figures: Figures) -> Iterator[Row]:
    """What holds in every minute, and that the device was as fast or slow as it was meant to be."""
    for name, ppm in (("fast", PPM), ("slow", -PPM)):
        found = figures[name]
        minutes, whole = found["minutes"], found["whole"]
        worst = max((minute["within_ms"] for minute in minutes), default=math.nan)
        text = f"{whole['median_ms']:+.1f} ms, 99 % within {worst:.1f} in the worst of {len(minutes)} min"
        what = f"picture to song, sound device {PPM} ppm {name}"
        yield Row(what, text, f"99 % within {WITHIN_MS} ms in each", worst <= WITHIN_MS)
        read = found["ppm"]
        yield Row(
            "the same device as it was heard", f"{read:+.0f} ppm", f"{ppm:+d} ±{NEAR_PPM}", abs(read - ppm) <= NEAR_PPM
        )
        yield none("breaks of the sound on it", found["breaks"])
