"""A process that plays songs as the program does, and can be frozen: what a window is to the sound.

Usage: python -m tests.support.sound_player OUTPUT FILE:RATE:SAMPLES... It prints "SERIAL TIME_US INSTANT_NS" for each
reading. On SIGUSR1 it sits for 0.3 s in a C call that keeps the interpreter lock; it ends at the programme's end.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from fractions import Fraction
from pathlib import Path

from tests.support import songs
from visualalbum.sound.client import SoundProcess
from visualalbum.timeline.cues import SongClip, SoundPlan

FROZEN_US = 300_000


def freeze(*_: object) -> None:
    """Sit in a C call, the interpreter lock in hand: PyDLL does not give it away."""
    ctypes.PyDLL(None).usleep(FROZEN_US)


def main(output: str, files: list[str]) -> None:
    """Play the files end to end."""
    clips: list[SongClip] = []
    start = Fraction(0)
    for word in files:
        name, rate, samples = word.rsplit(":", 2)
        clips.append(songs.clip(Path(name), int(rate), int(samples), start))
        start += clips[-1].length
    signal.signal(signal.SIGUSR1, freeze)
    sound = SoundProcess(output)
    sound.load(SoundPlan(tuple(clips)))
    sound.prepare(1, 0)
    tick = threading.Event()
    rolling = False
    while not (report := sound.poll()).ended:
        if report.prepared == 1 and not rolling:
            sound.roll(1, 100_000)
            rolling = True
            print("child", sound.pid, flush=True)  # noqa: T201
        for reading in report.readings:
            print(reading.serial, reading.time_us, reading.instant_ns, flush=True)  # noqa: T201
        for fault in report.faults:
            print("fault", fault, flush=True)  # noqa: T201
        tick.wait(0.02)
    print("ended", report.underruns, flush=True)  # noqa: T201
    sound.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
