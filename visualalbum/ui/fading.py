"""What goes away softly: its picture fades in its place, at the price of copying one picture for each step."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from visualalbum.ui.motion import may_move

FADE_MS = 220


class Fading(QWidget):
    """The picture of a widget that is gone already; where things may not move it is gone at once, too.

    `gone` tells that nothing is to be seen of it any more.
    """

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fading")
        self._pixmap = QPixmap()
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._on_step)
        self._fade.finished.connect(self._on_end)
        self.hide()

    def take_away(self, widget: QWidget) -> None:
        """Hide a widget of the same parent, softly."""
        if not may_move() or not widget.isVisible():
            widget.hide()
            self.gone.emit()
            return
        ratio = widget.devicePixelRatioF()
        self._pixmap = QPixmap(widget.size() * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        widget.render(self._pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        self.setGeometry(widget.geometry())
        self.show()
        widget.hide()
        self._fade.start()

    def stop(self) -> None:
        """Be gone at once: what was fading comes back."""
        self._fade.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(float(self._fade.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._pixmap)

    @Slot()
    def _on_step(self) -> None:
        self.update()

    @Slot()
    def _on_end(self) -> None:
        self.hide()
        self.gone.emit()
