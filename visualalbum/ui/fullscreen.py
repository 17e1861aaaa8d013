"""The stage alone over the whole screen, also where no window manager runs, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget


class Fullscreen(QObject):
    """Gives the window the screen; `changed` tells to put away, or bring back, what is around the stage."""

    changed = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QRect | None = None

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

    def leave(self) -> None:
        """Be a window again, where it was."""
        if self._before is None:
            return
        before, self._before = self._before, None
        self._window.showNormal()
        self._window.setGeometry(before)
        self.changed.emit(False)
