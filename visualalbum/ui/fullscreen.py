"""The stage alone over the whole screen, also where no window manager runs, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

POINTER_SHOWN_MS = 2_000


class Fullscreen(QObject):
    """Gives the window the screen and hides the pointer; `changed` tells to put away, or bring back, what is around."""

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, stage: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._before: QRect | None = None
        self._pointer = QTimer(self)
        self._pointer.setObjectName("pointer")
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(POINTER_SHOWN_MS)
        self._pointer.timeout.connect(self._hide_pointer)
        stage.setMouseTracking(True)
        stage.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Whether the stage has the screen."""
        return self._before is not None

    @Slot()
    def toggle(self) -> None:
        """Go there or back."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Take the whole screen the window is on."""
        if self.on:
            return
        window = self._window
        self._before = window.geometry()
        self.changed.emit(True)
        window.showFullScreen()
        # Where no window manager runs nobody sizes it for us; where one does it asks for the same.
        window.setGeometry(window.screen().geometry())
        self._pointer.start()

    def leave(self) -> None:
        """Be a window again, where it was."""
        if self._before is None:
            return
        before, self._before = self._before, None
        self._pointer.stop()
        self._stage.unsetCursor()
        self._window.showNormal()
        self._window.setGeometry(before)
        self.changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove and self.on:
            self._stage.unsetCursor()
            self._pointer.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _hide_pointer(self) -> None:
        self._stage.setCursor(Qt.CursorShape.BlankCursor)
