"""A song rolling in the sound's real process, and what the process has told of it."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable

from visualalbum.engine.ports import USUAL, Device, Fault, Reading, SoundReport
from visualalbum.sound.client import SoundProcess
from visualalbum.timeline.cues import SoundPlan


class Show:
    """A song rolling on an output, and what it reported."""

    def __init__(self, output: str, plan: SoundPlan, device: Device = USUAL) -> None:
        self.sound = SoundProcess(output)
        self.sound.choose(device)
        self.sound.load(plan)
        self.readings: list[Reading] = []
        self.faults: list[Fault] = []
        self.report = SoundReport()
        self._a_while = threading.Event()

    def until(self, holds: Callable[[], object], limit_s: float = 12.0) -> None:
        deadline_s = time.monotonic() + limit_s
        while True:
            self.report = self.sound.poll()
            self.readings += self.report.readings
            self.faults += self.report.faults
            if holds():
                return
            assert time.monotonic() < deadline_s, f"waited in vain: {self.report}, {self.faults}"
            self._a_while.wait(0.005)

    def roll(self, position_us: int = 0) -> None:
        self.sound.prepare(1, position_us)
        self.until(lambda: self.report.prepared == 1)
        self.sound.roll(1, 0)
        self.until(lambda: len(self.readings) > 30)

    def hear_more(self, count: int = 30) -> None:
        """Wait for readings that come after all so far."""
        self.until(lambda: not self.sound.poll().readings or True)
        self.readings.clear()
        self.until(lambda: len(self.readings) >= count)

    def fault(self, kind: str) -> Fault:
        self.until(lambda: any(fault.kind == kind for fault in self.faults))
        return next(fault for fault in self.faults if fault.kind == kind)

    def kill(self) -> None:
        """End the process as a crash would."""
        assert self.sound.pid is not None
        os.kill(self.sound.pid, signal.SIGKILL)

    @property
    def offset_us(self) -> float:
        """When time 0 was heard, by the last readings."""
        latest = sorted(reading.instant_ns / 1000 - reading.time_us for reading in self.readings[-20:])
        return latest[len(latest) // 2]
