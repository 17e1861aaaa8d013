"""A dark translucent sheet that lies over the stage: the ground of notes, sync figures and the page of keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

GROUND = QColor(18, 19, 22, 218)
"""Dark in both themes: it lies over a picture, and light text on it is read over snow and night alike."""

TEXT = QColor("#f2efe9")
QUIET = QColor("#b9b4aa")
RADIUS_PX = 12


class Sheet(QWidget):
    """A rounded sheet with light text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, TEXT)
        self.setPalette(colours)
        self._drawn = QPixmap()
        self.hide()

    def update(self, *place: Any) -> None:
        """Paint it anew: what stands on it is another."""
        self._drawn = QPixmap()
        super().update(*place)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, type or language."""
        self._drawn = QPixmap()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A film under it has it painted with each of its pictures: what was drawn once is copied then."""
        ratio = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * ratio:
            self._drawn = self._draw(ratio)
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _draw(self, ratio: float) -> QPixmap:
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        self.paint_content(painter)
        painter.end()
        return drawn

    def paint_content(self, painter: QPainter) -> None:
        """Paint what stands on the sheet."""
