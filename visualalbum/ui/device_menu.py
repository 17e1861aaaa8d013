"""The menu in which a person chooses the device that the sound goes out by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from visualalbum.engine.ports import USUAL, Device
from visualalbum.ui.choice import add_choice
from visualalbum.ui.device_rows import device_rows
from visualalbum.ui.tongue import keep_said, tr


class DeviceMenu(QMenu):
    """One choice of all; `chosen` carries a device. It may be shown other devices while it is open."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._devices: tuple[Device, ...] = ()
        self._wanted = USUAL
        self._group = QActionGroup(self)
        keep_said(self, self._speak)

    def show_devices(self, devices: Sequence[Device], wanted: Device) -> None:
        """Show the devices there are, and which of them is wanted; the row a person is at stays the same."""
        if (tuple(devices), wanted) != (self._devices, self._wanted):
            self._devices, self._wanted = tuple(devices), wanted
            self._fill()

    def _speak(self) -> None:
        self.setTitle(tr("Sound o&utput"))
        self._fill()

    def _fill(self) -> None:
        at = self.activeAction().data() if self.activeAction() is not None else None
        self.clear()
        for row in device_rows(self._devices, self._wanted):
            action = add_choice(self, self._group, partial(self.chosen.emit, row.device), row.text.replace("&", "&&"))
            action.setData(row.device.name)
            action.setToolTip(row.whole if row.whole != row.text else "")
            action.setChecked(row.chosen)
            if row.device.name == at:
                self.setActiveAction(action)
