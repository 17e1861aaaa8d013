"""The bridge: runs the engine's tick, brings what changed to the widgets and the decks' bells to the GUI."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.ui.ports import Controls

TICK_MS = 10
ROLLING_MS = 20
"""The same while the song rolls and nothing was commanded of late: what has an instant is handed over 0.1 to 0.2 s
before it, and a hundred ticks a second took 10 % of a core beside 1080p24, whose pictures took 4 (measured)."""

EAGER_TICKS = 100
"""For so many ticks after a command a picture may still have to join the song, the sooner the better."""

QUICK_MS = 2
"""The same from when the sound is told to begin until it does: the first picture is let go within 10 ms of that."""

REST_MS = 200
"""How often it ticks while nothing happens; a twentieth of the work for a machine on its battery."""

CALM_TICKS = 100
"""After so many ticks in which nothing changed, nothing happens."""

APART_NS = 14_000_000
"""Ticks that pictures bring forward are at least so far apart: those of 60 a second bring one each."""

SLOW_NS = 33_000_000
"""Texts change at most 30 times a second; nobody reads faster."""


class Bridge(QObject):
    """Calls `tick` every 10 ms while started; every 2 while the song is about to be heard, 20 while it rolls on and on,
    200 while nothing happens.

    `ticked` carries every snapshot; `stage_changed` one whose stage, planned picture or stills ahead differ, in the
    same tick; `changed` one in which anything differs, at most 30 times a second; `timeline_changed` another timeline.
    """

    ticked = Signal(object)
    stage_changed = Signal(object)
    changed = Signal(object)
    timeline_changed = Signal(object)

    def __init__(self, controls: Controls, tick: Callable[[], Snapshot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controls = controls
        self._tick = tick
        self._timeline = controls.timeline
        self._staged: Snapshot | None = None
        self._told: Snapshot | None = None
        self._told_ns = self._ticked_ns = 0
        self._last: Snapshot | None = None
        self._calm = 0
        self._eager = 0
        self._timer = QTimer(self)
        self._timer.setObjectName("tick")
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.run_tick)

    def start(self) -> None:
        """Begin to tick, the first one now."""
        self.run_tick()
        self._timer.start()

    @Slot()
    def wake(self) -> None:
        """Tick as soon as whoever calls has done what it does: a command was given."""
        if self._timer.isActive():
            self._timer.start(0)
        self._calm, self._eager = 0, EAGER_TICKS

    @Slot()
    def on_painted(self) -> None:
        """A film's picture has been painted, and the next one is farthest away: what a rolling song's tick asks of the
        widgets makes none late now."""
        rolling = self._timer.isActive() and self._timer.interval() == ROLLING_MS
        if rolling and time.monotonic_ns() - self._ticked_ns >= APART_NS:
            self._timer.start()
            self.run_tick()

    def stop(self) -> None:
        """End ticking; the first step of closing."""
        self._timer.stop()

    @Slot()
    def run_tick(self) -> None:
        """One tick: ask the engine, tell those whose part of the snapshot changed."""
        self._ticked_ns = time.monotonic_ns()
        snapshot = self._tick()
        self._pace(snapshot)
        timeline = self._controls.timeline
        if timeline is not self._timeline:
            self._timeline = timeline
            self.timeline_changed.emit(timeline)
        if self._staged is None or _stage_part(snapshot) != _stage_part(self._staged):
            self._staged = snapshot
            self.stage_changed.emit(snapshot)
        self.ticked.emit(snapshot)
        now_ns = time.monotonic_ns()
        if snapshot != self._told and now_ns - self._told_ns >= SLOW_NS:
            self._told, self._told_ns = snapshot, now_ns
            self.changed.emit(snapshot)

    def _pace(self, snapshot: Snapshot) -> None:
        """Slow down where nothing has changed for a while, and be quick again with the first change.

        A start may wait for a device that sleeps for longer than that, and then has no tick to lose.
        """
        still = snapshot == self._last and snapshot.state is not State.STARTING
        self._calm = self._calm + 1 if still else 0
        self._eager = max(0, self._eager - 1)
        self._last = snapshot
        wanted_ms = REST_MS if self._calm >= CALM_TICKS else TICK_MS
        if snapshot.state is State.ROLLING and not self._eager:
            wanted_ms = ROLLING_MS
        if snapshot.state is State.STARTING and snapshot.sounding:
            wanted_ms = QUICK_MS
        if self._timer.isActive() and self._timer.interval() != wanted_ms:
            self._timer.start(wanted_ms)


def _stage_part(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.stage, snapshot.planned, snapshot.stills_ahead, snapshot.track


class PictureBell(QObject):
    """Rung by a deck's thread, heard in the GUI thread; a GUI that is late hears a deck once, not once a picture."""

    heard = Signal(str)
    _rung = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[str] = set()
        # Queued to a slot of this object: a connection to a lambda may run in the deck's thread.
        self._rung.connect(self._on_rung, Qt.ConnectionType.QueuedConnection)

    def ring(self, deck: str) -> None:
        """A deck has a new picture. Called by libVLC's threads."""
        if deck not in self._waiting:
            self._waiting.add(deck)
            self._rung.emit(deck)

    @Slot(str)
    def _on_rung(self, deck: str) -> None:
        # Taken off first: a picture that arrives from here on rings again.
        self._waiting.discard(deck)
        self.heard.emit(deck)
