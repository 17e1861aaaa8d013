"""The round buttons of the transport."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from visualalbum.ui.icons import Icon, draw_icon

SMALL_PX = 36
LARGE_PX = 48

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Space is the transport's everywhere, so a button that has the keyboard answers to these."""


class TextButton(QPushButton):
    """A button with a text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Qt's word for Enter


class SmallButton(QToolButton):
    """A button that shows an action, or a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class RoundButton(QAbstractButton):
    """A sign in a circle; `main` is larger and filled with the accent."""

    def __init__(self, icon: Icon, *, main: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._main = main
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_shown(self) -> Icon:
        """The sign it carries now."""
        return self._icon

    def set_name(self, name: str) -> None:
        """Tell what it does, as a tip and to screen readers."""
        if name != self.toolTip():
            self.setAccessibleName(name)
            self.setToolTip(name)

    def show_on(self, on: bool) -> None:
        """Tell by the accent, and to a screen reader as a tick, whether what it stands for is on."""
        self.setCheckable(True)
        self.setChecked(on)

    def show_icon(self, icon: Icon) -> None:
        """Carry another sign."""
        if icon is not self._icon:
            self._icon = icon
            self.update()

    def sizeHint(self) -> QSize:
        side = LARGE_PX if self._main else SMALL_PX
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """A click leaves the tick alone: what the button asks for tells when it has come about."""

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
        quiet = roles.Highlight if self.isChecked() else roles.WindowText if lit else roles.PlaceholderText
        sign = colours.color(roles.HighlightedText if self._main else quiet)
        inset = circle.width() * (0.22 if self._main else 0.18)
        draw_icon(painter, self._icon, circle.adjusted(inset, inset, -inset, -inset), sign)
