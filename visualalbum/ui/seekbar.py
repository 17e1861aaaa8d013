"""The seek bar: where the track is, its segments and stills, and the way to any place in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from visualalbum.ui.bar import Bar
from visualalbum.ui.presenters import Mark, MarkKind, time_text

SEGMENT_PX = 6
"""Segments stand out of a thin line, so that a stretch without film is seen at a glance."""
LINE_PX = 2
GAP_PX = 2
STILL_PX = 4
PAGE_MS = 10_000


class SeekBar(Bar):
    """Shows a place in a track; `located` carries the place in the track a person chose, in microseconds."""

    located = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Place in the track", parent)
        self._marks: tuple[Mark, ...] = ()
        self._tip = QLabel(self)
        self._tip.setTextFormat(Qt.TextFormat.PlainText)
        self._tip.setProperty("role", "tip")
        self._tip.hide()
        # A drag shows where it would go; every locate on the way would prime decks nobody asked for.
        self.setTracking(False)
        self.setRange(0, 0)
        self.setPageStep(PAGE_MS)
        self.actionTriggered.connect(self._on_action)

    def set_track(self, length_us: int, marks: tuple[Mark, ...]) -> None:
        """Show another track, or what has become known of this one."""
        self._marks = marks
        self.setRange(0, max(0, length_us // 1000))
        self.setEnabled(length_us > 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 28)

    def text_at(self, x: float) -> str:
        """What lies at a place: its time, and the segment or still there."""
        part = self.part_at(x)
        labels = [mark.label for mark in self._marks if mark.label and mark.start <= part < mark.end]
        return " · ".join([time_text(self.value_at(x) * 1000), *dict.fromkeys(labels)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._show_tip(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._show_tip(event.position().x())

    def leaveEvent(self, event: QEvent) -> None:
        self._tip.hide()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paint_groove(self, painter: QPainter, groove: QRectF, colour: QColor) -> None:
        middle = groove.center().y()
        painter.setBrush(colour)
        painter.drawRect(QRectF(groove.left(), middle - LINE_PX / 2, groove.width(), LINE_PX))
        for mark in self._marks:
            left = groove.left() + mark.start * groove.width()
            right = groove.left() + mark.end * groove.width()
            if mark.kind is MarkKind.STILL:
                box = QRectF(left, middle - 9 - STILL_PX / 2, max(STILL_PX, right - left - GAP_PX), STILL_PX / 2)
                painter.drawRoundedRect(box, 1, 1)
            else:
                gap = GAP_PX if right - left > 2 * GAP_PX else 0
                box = QRectF(left, middle - SEGMENT_PX / 2, right - left - gap, SEGMENT_PX)
                painter.drawRoundedRect(box, 2, 2)

    def _show_tip(self, x: float) -> None:
        if self.maximum() == self.minimum():
            return
        # A part of the window and no window of its own: no platform can misplace it.
        self._tip.setParent(self.window())
        self._tip.setText(self.text_at(x))
        self._tip.adjustSize()
        above = self.mapTo(self.window(), QPoint(round(x) - self._tip.width() // 2, -self._tip.height()))
        furthest = self.window().width() - self._tip.width()
        self._tip.move(max(0, min(above.x(), furthest)), above.y())
        self._tip.show()
        self._tip.raise_()

    @Slot(int)
    def _on_action(self, action: int) -> None:
        if not self.isSliderDown():
            self.located.emit(self.sliderPosition() * 1000)
