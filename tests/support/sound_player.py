"""A process that plays songs as the program does, and can be frozen: what a window is to the sound.

Usage: python -m tests.support.sound_player OUTPUT [cross=SECOND] FILE:RATE:SAMPLES... It prints "SERIAL TIME_US
INSTANT_NS" for each reading. With `cross` it goes over, when a second is heard, into a programme that has two seconds
of silence before the same songs. On SIGUSR1 it sits for 0.3 s in a C call that keeps the interpreter lock; it ends at
the programme's end.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from fractions import Fraction
from pathlib import Path

from tests.support import songs
from visualalbum.engine.ports import USUAL
from visualalbum.sound.client import SoundProcess
from visualalbum.timeline.cues import SongClip, SoundPlan

FROZEN_US = 300_000
LATER = Fraction(2)
RATE = 48_000


def freeze(*_: object) -> None:
    """Sit in a C call, the interpreter lock in hand: PyDLL does not give it away."""
    ctypes.PyDLL(None).usleep(FROZEN_US)


def programme(files: list[str], start: Fraction) -> SoundPlan:
    """The files end to end, from a second on."""
    clips = [SongClip(None, 0, RATE, int(start) * RATE, Fraction(0), start)] if start else []
    for word in files:
        name, rate, samples = word.rsplit(":", 2)
        clips.append(songs.clip(Path(name), int(rate), int(samples), start))
        start += clips[-1].length
    return SoundPlan(tuple(clips))


def main(output: str, files: list[str]) -> None:
    """Play the files end to end."""
    cross_s = float(files.pop(0).partition("=")[2]) if files[0].startswith("cross=") else None
    plan = programme(files, Fraction(0))
    signal.signal(signal.SIGUSR1, freeze)
    sound = SoundProcess(output)
    sound.choose(USUAL)
    sound.load(plan)
    sound.prepare(1, 0)
    tick = threading.Event()
    rolling = False
    while not (report := sound.poll()).ended:
        if report.prepared == 1 and not rolling:
            sound.roll(1, 100_000)
            rolling = True
            print("child", sound.pid, flush=True)  # noqa: T201
        if cross_s is not None and report.readings and report.readings[-1].time_us >= cross_s * 1e6:
            sound.cross(2, programme(files, LATER), int(LATER) * 1_000_000)
            cross_s = None
            print("crossing", flush=True)  # noqa: T201
        for reading in report.readings:
            print(reading.serial, reading.time_us, reading.instant_ns, flush=True)  # noqa: T201
        for fault in report.faults:
            print("fault", fault, flush=True)  # noqa: T201
        tick.wait(0.02)
    print("ended", report.underruns, flush=True)  # noqa: T201
    sound.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
