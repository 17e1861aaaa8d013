"""Collects garbage in the window's thread alone, at moments when no picture is due."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Slot

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.ui.bridge import Bridge

MOVING = {State.STARTING, State.ROLLING}


class Sweeper(QObject):
    """Does what the collector would do by itself in whichever thread makes the next object.

    In a deck's thread or the jobs' that would end widgets and timers, which only their own thread may end: the program
    crashes some time later. And a whole sweep holds every thread up: 100 ms for what is there once a window is open
    (measured). So `app.starting` turns the collector off, and each tick looks whether one of its own thresholds is
    reached. While the song rolls, a whole sweep waits until no change of the picture is announced.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bridge.ticked.connect(self._on_tick)

    @Slot(object)
    def _on_tick(self, snapshot: Snapshot) -> None:
        due = [number >= bound > 0 for number, bound in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if not due[0]:
            return
        calm = snapshot.state not in MOVING or snapshot.planned is None
        gc.collect(2 if due[2] and calm else 1 if due[1] else 0)
