"""A dark translucent sheet that lies over the stage: the ground of notes, sync figures and the page of keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
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
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        self.paint_content(painter)

    def paint_content(self, painter: QPainter) -> None:
        """Paint what stands on the sheet."""
