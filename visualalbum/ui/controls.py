"""The transport over the stage in full screen: there when a hand moves, gone with the pointer when it rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from visualalbum.ui.fading import Fading
from visualalbum.ui.sheet import RADIUS_PX
from visualalbum.ui.theme import dress_in, over_picture
from visualalbum.ui.tongue import keep_said, tr

REST_MS = 2_500
"""What mpv, VLC and web players are near to; a parked picture is looked at too, so being parked keeps nothing there."""

KEYBOARD_REST_MS = 10_000
"""For so long a control keeps the keyboard: who walks through controls reads them, or hears them read."""

JITTER_PX = 3
"""A table that shakes moves a mouse as far as this."""

WIDEST_PX = 1040


class Controls(QWidget):
    """Holds the transport while it is `alive`; `changed` tells that it has come or gone."""

    changed = Signal()

    def __init__(self, stage: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("controls")
        keep_said(self, lambda: self.setAccessibleName(tr("Controls")))
        self._stage = stage
        self._transport: QWidget | None = None
        self._seen_at = QPoint()
        self._fading = Fading(parent)
        self._fading.gone.connect(self.changed)
        self._column = QVBoxLayout(self)
        # The rounded rim alone is see-through; what is inside is opaque, so that no film picture paints it again.
        self._column.setContentsMargins(RADIUS_PX, 2, RADIUS_PX, 2)
        self._timer = QTimer(self)
        self._timer.setObjectName("rest")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_rest)
        stage.setMouseTracking(True)
        stage.installEventFilter(self)
        self.hide()

    @property
    def seen(self) -> bool:
        """Whether they are on screen, if only just."""
        return self.isVisible() or self._fading.isVisible()

    @property
    def alive(self) -> bool:
        """Whether the transport is here."""
        return self._transport is not None

    def take(self, transport: QWidget) -> None:
        """Take the transport, to have it over the stage when a hand moves; until then the stage is bare."""
        self._transport = transport
        self._column.addWidget(transport)
        dress_in(over_picture(), self)
        transport.setAutoFillBackground(True)
        for control in transport.findChildren(QWidget):
            control.installEventFilter(self)
        self._seen_at = QCursor.pos()
        self._stage.setCursor(Qt.CursorShape.BlankCursor)

    def give_back(self) -> None:
        """Be done with it: whoever lays it out elsewhere takes it."""
        if self._transport is None:
            return
        for control in self._transport.findChildren(QWidget):
            control.removeEventFilter(self)
        self._transport.setAutoFillBackground(False)
        dress_in(None, self)
        self._transport = None
        self._timer.stop()
        self._fading.stop()
        self.hide()
        self._stage.unsetCursor()

    @Slot()
    def wake(self) -> None:
        """Be there for a moment from now on."""
        if self._transport is None:
            return
        self._timer.start(KEYBOARD_REST_MS if self._has_keyboard() else REST_MS)
        if self.isHidden():
            self._fading.stop()
            self.show()
            self.raise_()
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST_PX, super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._stage and isinstance(event, QMouseEvent):
            self._on_hand(event.globalPosition().toPoint())
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.FocusIn) and (watched is not self._stage or _is_tab(event)):
            self.wake()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)

    def _on_hand(self, place: QPoint) -> None:
        """Wake where the pointer has really moved: Qt tells of a move too when something comes or goes under it."""
        if self.alive and (place - self._seen_at).manhattanLength() >= JITTER_PX:
            self._seen_at = place
            self._stage.unsetCursor()
            self.wake()

    @Slot()
    def _on_rest(self) -> None:
        if self._is_in_use():
            self._timer.start(REST_MS)
            return
        if self._has_keyboard():
            self._stage.setFocus()
        self._stage.setCursor(Qt.CursorShape.BlankCursor)
        self._seen_at = QCursor.pos()
        self._fading.take_away(self)

    def _is_in_use(self) -> bool:
        over = self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return over or held or QApplication.activePopupWidget() is not None

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)


def _is_tab(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
