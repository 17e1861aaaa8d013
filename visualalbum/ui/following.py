"""Keeps the moment of the song in the middle of what scrolls, and lets go while somebody reads elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QEvent, QObject, QPropertyAnimation
from PySide6.QtWidgets import QAbstractScrollArea

from visualalbum.ui.motion import may_move

GLIDE_MS = 320
"""Long enough to be seen as a movement, over before the next line of a fast song."""

HANDS_OFF_S = 6.0
"""For so long after a hand has scrolled the page is not moved."""

BY_HAND = (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)


class Following(QObject):
    """Scrolls an area to a height of its contents, softly unless the system asks for less motion."""

    def __init__(self, area: QAbstractScrollArea, now_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._viewport = area.viewport()
        self._area = area
        self._now_s = now_s
        self._free_s = 0.0
        self._glide = QPropertyAnimation(self._bar, b"value", self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        for watched in (area, area.viewport(), self._bar):
            watched.installEventFilter(self)

    @property
    def held(self) -> bool:
        """Whether somebody reads elsewhere."""
        return self._now_s() < self._free_s or self._bar.isSliderDown()

    def follow_again(self) -> None:
        """Take the page along again at once: somebody has gone to a moment."""
        self._free_s = 0.0

    def show_height(self, middle: int, *, at_once: bool = False) -> None:
        """Bring a height of the contents, in pixels from their top, to the middle of the area."""
        if self.held:
            return
        goal = min(max(self._bar.minimum(), middle - self._viewport.height() // 2), self._bar.maximum())
        gliding = self._glide.state() is QAbstractAnimation.State.Running
        if goal == (self._glide.endValue() if gliding else self._bar.value()):
            return
        self._glide.stop()
        far = abs(goal - self._bar.value()) > 2 * self._viewport.height()
        if at_once or far or not self._area.isVisible() or not may_move():
            self._bar.setValue(goal)
            return
        self._glide.setStartValue(self._bar.value())
        self._glide.setEndValue(goal)
        self._glide.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in BY_HAND:
            self._glide.stop()
            self._free_s = self._now_s() + HANDS_OFF_S
        return False
