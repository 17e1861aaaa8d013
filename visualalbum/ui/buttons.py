"""The round buttons of the transport."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from visualalbum.ui.icons import Icon, draw_icon
from visualalbum.ui.tongue import keep_said, tr

SMALL_PX = 36
LARGE_PX = 48


class RoundButton(QAbstractButton):
    """A sign in a circle; `main` is larger and filled with the accent."""

    def __init__(self, icon: Icon, *, main: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._main = main
        self._on = False
        keep_said(self, self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_shown(self) -> Icon:
        """The sign it carries now."""
        return self._icon

    def set_name(self, name: str) -> None:
        """Tell what it does, as a tip and to screen readers."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_on(self, on: bool) -> None:
        """Tell by the accent, and to a screen reader, whether what it stands for is on."""
        if on != self._on:
            self._on = on
            self._tell()
            self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(tr("on") if self._on else "")

    def show_icon(self, icon: Icon) -> None:
        """Carry another sign."""
        if icon is not self._icon:
            self._icon = icon
            self.update()

    def sizeHint(self) -> QSize:
        side = LARGE_PX if self._main else SMALL_PX
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space is the transport's everywhere, so a focused button answers to Enter.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, colours = QPalette.ColorRole, self.palette()
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        lit = self.underMouse() or self.isDown()
        ground = colours.color(roles.Highlight if self._main else roles.AlternateBase)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._main or lit:
            painter.setBrush(ground.lighter(112) if lit else ground)
            painter.drawEllipse(circle)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color(roles.WindowText if self._main else roles.Highlight), 2))
            painter.drawEllipse(circle)
        quiet = roles.Highlight if self._on else roles.WindowText if lit else roles.PlaceholderText
        sign = colours.color(roles.HighlightedText if self._main else quiet)
        inset = circle.width() * (0.22 if self._main else 0.18)
        draw_icon(painter, self._icon, circle.adjusted(inset, inset, -inset, -inset), sign)
