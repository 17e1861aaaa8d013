"""An output without a device, paced by the monotonic clock: for tests, rehearsals and machines without sound."""

from __future__ import annotations

import threading
import time

from visualalbum.said import NOTHING, Said, say
from visualalbum.sound.outputs.port import BLOCK, Fill
from visualalbum.sound.resample import RATE
from visualalbum.sound.stereo import silence


class NullOutput:
    """Asks for each block when it would be heard, and throws it away."""

    name = "null"
    latency_us = 0

    def __init__(self, device: str, fill: Fill) -> None:
        self.device: str = say("no device")
        self._fill = fill
        self._running: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def settle(self) -> bool:
        """It is always ready."""
        return True

    def start(self) -> None:
        """Start the clock."""
        self._running = threading.Event()
        self._thread = threading.Thread(target=self._pace, args=(self._running,), name="null-output", daemon=True)
        self._thread.start()

    def abort(self) -> None:
        """Stop the clock."""
        if self._running is not None and self._thread is not None:
            self._running.set()
            self._thread.join()
        self._running = self._thread = None

    def stalled(self) -> bool:
        """Never: it has no device that could hang."""
        return False

    def lost(self) -> Said:
        """It cannot be lost."""
        return NOTHING

    def close(self) -> None:
        """Stop the clock for good."""
        self.abort()

    def _pace(self, stopped: threading.Event) -> None:
        block = silence(BLOCK)
        start_ns = time.monotonic_ns()
        played = 0
        while not stopped.is_set():
            due_ns = start_ns + played * 10**9 // RATE
            self._fill(block, due_ns)
            played += BLOCK
            stopped.wait(max(0, due_ns + BLOCK * 10**9 // RATE - time.monotonic_ns()) / 1e9)
