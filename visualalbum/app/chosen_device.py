"""Keeps the sound device that a person has chosen from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualalbum.app.keeping import keep
from visualalbum.sound.client import SoundProcess
from visualalbum.ui.bridge import Bridge
from visualalbum.ui.tongue import translated
from visualalbum.ui.window import Window


class ChosenDevice(QObject):
    """Ties the window's menu to the sound; what was only asked for on the command line is not kept."""

    def __init__(self, sound: SoundProcess, window: Window, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._sound = sound
        self._window = window
        window.devices.chosen.connect(sound.choose)
        window.devices.aboutToShow.connect(sound.look)
        bridge.ticked.connect(self._on_tick)

    @Slot()
    def _on_tick(self) -> None:
        for choice in self._sound.choices():
            if choice.sentence:
                self._window.area.tell(translated(choice.sentence))
            else:
                keep(self._window, device=choice.device.name, device_title=choice.device.title)
        self._window.devices.show_devices(self._sound.devices, self._sound.device)
