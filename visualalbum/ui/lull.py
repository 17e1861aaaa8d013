"""Lulls: the moments after a film's picture has been painted, when the next one is farthest away."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

LONGEST_MS = 60
"""A film has a picture in so long, or none is rolling: 24 a second are 42 ms apart."""


class Lull(QObject):
    """Puts off what takes long to lay out and paint, a panel that opens, until it makes no picture late.

    `begin` is told of every picture that has been painted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._began_s = -1.0
        self._acts: list[Callable[[], object]] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONGEST_MS)
        self._patience.timeout.connect(self._act)

    def then(self, act: Callable[[], object]) -> None:
        """Do something in the next lull, after what else waits for it; at once where no film rolls."""
        self._acts.append(act)
        if time.monotonic() - self._began_s > LONGEST_MS / 1000:
            self._act()
        elif not self._patience.isActive():
            self._patience.start()

    @Slot()
    def begin(self) -> None:
        """A picture has been painted."""
        self._began_s = time.monotonic()
        if self._acts:
            self._act()

    @Slot()
    def _act(self) -> None:
        self._patience.stop()
        acts, self._acts = self._acts, []
        for act in acts:
            act()
