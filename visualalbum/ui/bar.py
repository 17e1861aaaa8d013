"""A slider that goes where it is clicked: the ground of the seek bar and the volume."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from visualalbum.ui.own_keys import claims
from visualalbum.ui.tongue import keep_said, tr

KNOB_PX = 13
GROOVE_PX = 4
HEIGHT_PX = 24
"""High enough to hit with a pointer: WCAG 2.2, 2.5.8 asks for 24 px."""

ALONG = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
KEYS = (*ALONG, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Bar(QAbstractSlider):
    """A horizontal slider by a name to be translated.

    `actionTriggered` tells a person's moves from those the program makes.
    """

    def __init__(self, name: str, keys: tuple[Qt.Key, ...] = KEYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setOrientation(Qt.Orientation.Horizontal)
        keep_said(self, lambda: self.setAccessibleName(tr(name)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        return claims(event, self._keys) or super().event(event)

    def follow(self, value: int) -> None:
        """Show a value that comes from the engine, unless a hand is on the knob."""
        if not self.isSliderDown() and value != self.value():
            self.setValue(value)

    def groove(self) -> QRectF:
        """Where the groove lies: as long as the knob's middle can travel."""
        margin = KNOB_PX / 2 + 2
        return QRectF(margin, (self.height() - GROOVE_PX) / 2, self.width() - 2 * margin, GROOVE_PX)

    def part_at(self, x: float) -> float:
        """How far along the groove a place is, 0 to 1."""
        groove = self.groove()
        return min(1.0, max(0.0, (x - groove.left()) / max(1.0, groove.width())))

    def value_at(self, x: float) -> int:
        """The value at a place."""
        return self.minimum() + round(self.part_at(x) * (self.maximum() - self.minimum()))

    def value_of(self, event: QMouseEvent) -> int:
        """The value a hand means."""
        return self.value_at(event.position().x())

    def knob(self) -> QPointF:
        """The middle of the knob."""
        groove = self.groove()
        span = self.maximum() - self.minimum()
        part = (self.sliderPosition() - self.minimum()) / span if span else 0.0
        return QPointF(groove.left() + part * groove.width(), groove.center().y())

    def sizeHint(self) -> QSize:
        return QSize(110, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, HEIGHT_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.maximum() > self.minimum():
            self.setSliderDown(True)
            self.setSliderPosition(self.value_of(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self.value_of(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        groove, knob = self.groove(), self.knob()
        self.paint_groove(painter, groove, self.palette().color(QPalette.ColorRole.Mid))
        painter.save()
        painter.setClipRect(QRectF(0, 0, knob.x(), self.height()))
        self.paint_groove(painter, groove, accent)
        painter.restore()
        self.paint_knob(painter, knob)

    def paint_knob(self, painter: QPainter, knob: QPointF) -> None:
        """Paint the knob while a hand or the keyboard is near, with a halo for the keyboard."""
        if self.underMouse() or self.isSliderDown() or self.hasFocus():
            accent = self.palette().color(QPalette.ColorRole.Highlight)
            if self.hasFocus():
                halo = QColor(accent)
                halo.setAlphaF(0.3)
                painter.setBrush(halo)
                painter.drawEllipse(knob, KNOB_PX / 2 + 4, KNOB_PX / 2 + 4)
            painter.setBrush(accent)
            painter.drawEllipse(knob, KNOB_PX / 2, KNOB_PX / 2)

    def paint_groove(self, painter: QPainter, groove: QRectF, colour: QColor) -> None:
        """Paint what the knob travels along, in one colour."""
        painter.setBrush(colour)
        painter.drawRoundedRect(groove, GROOVE_PX / 2, GROOVE_PX / 2)
