"""The offset that holds: that of the command line, else what is kept for the device and the screen in use."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from visualalbum.engine.engine import Engine
from visualalbum.sound.client import SoundProcess
from visualalbum.store import offsets, settings
from visualalbum.ui.bridge import Bridge
from visualalbum.ui.screen import screen_name


class OffsetInForce(QObject):
    """Gives the engine another offset when the sound goes out by another device, or the window is on another screen."""

    def __init__(
        self, asked_ms: float | None, sound: SoundProcess, window: QWidget, engine: Engine, bridge: Bridge
    ) -> None:
        super().__init__(bridge)
        self._sound, self._window, self._engine = sound, window, engine
        self._place: tuple[str, QScreen] | None = None
        if asked_ms is not None:
            engine.set_offset(round(asked_ms * 1000))
        else:
            bridge.ticked.connect(self._on_tick)

    @property
    def place(self) -> tuple[str, str]:
        """The device and the screen in use, by the names that an offset is kept under."""
        return self._sound.plays_on, screen_name(self._window.screen())

    @Slot()
    def _on_tick(self) -> None:
        place = self._sound.plays_on, self._window.screen()
        if place != self._place:
            self._place = place
            kept_ms = offsets.offset_ms(settings.load().offsets, *self.place)
            self._engine.set_offset(round(kept_ms * 1000))
