"""The thread that decodes ahead: it keeps the ring of the present stretch full."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from visualalbum.sound.mix import Programme
from visualalbum.sound.player import Stretch
from visualalbum.sound.resample import RATE
from visualalbum.sound.strip import Tell
from visualalbum.timeline.cues import SoundPlan

CHUNK = RATE // 10
"""Samples made at a time."""

REST_S = 0.05
"""How long a full ring is left alone."""


class Feeder(threading.Thread):
    """Reads the programme into rings. `tell` and `on_filled` are called by this thread."""

    def __init__(self, tell: Tell, on_filled: Callable[[Stretch], None]) -> None:
        super().__init__(name="feeder", daemon=True)
        self._tell = tell
        self._on_filled = on_filled
        self._wake = threading.Event()
        self._wanted: tuple[SoundPlan, Stretch | None] = SoundPlan(), None  # replaced as a whole by the other thread
        self._stalled_until_s = 0.0
        self._closing = False

    def feed(self, plan: SoundPlan, stretch: Stretch | None) -> None:
        """Feed this stretch of this plan from now on, and none before it."""
        self._wanted = plan, stretch
        self._wake.set()

    def revise(self, plan: SoundPlan) -> None:
        """Feed the same stretch from another plan, which is the same around where it is read."""
        self._wanted = plan, self._wanted[1]
        self._wake.set()

    def stall(self, seconds: float) -> None:
        """Behave for a while as if the disk did not answer; for tests and rehearsals."""
        self._stalled_until_s = time.monotonic() + seconds

    def close(self) -> None:
        """End the thread, at the latest after the chunk it is at."""
        self._closing = True
        self._wake.set()
        self.join(1.0)

    def run(self) -> None:
        """Keep the ring full until closed."""
        plan, stretch = SoundPlan(), None
        programme = Programme(plan, self._tell)
        while not self._closing:
            before, (plan, stretch) = (plan, stretch), self._wanted
            if plan is not before[0] and stretch is before[1]:
                programme.revise(plan)
            elif plan is not before[0]:
                programme.close()  # a file of the same name may be another one by now
                programme = Programme(plan, self._tell)
            elif stretch is not before[1]:
                programme.forgive()
            if stretch is None or not self._add_to(stretch, programme):
                self._wake.wait(REST_S)
                self._wake.clear()
        programme.close()

    def _add_to(self, stretch: Stretch, programme: Programme) -> bool:
        """Write one chunk, and tell whether there was room for it."""
        ring = stretch.ring
        if ring.room < CHUNK or ring.written >= stretch.end:
            return False
        if ring.taken > ring.written:
            # Too late for these: the song goes on, so read where it will be when this chunk is there.
            ring.skip_to(ring.taken)
        samples = programme.read(ring.written, CHUNK)
        while time.monotonic() < self._stalled_until_s and not self._closing:
            time.sleep(REST_S)
        if stretch is self._wanted[1]:
            was_filled = stretch.filled
            ring.write(samples)
            if stretch.filled and not was_filled:
                self._on_filled(stretch)
        return True
