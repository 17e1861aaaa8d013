"""Keeps the keys that a person has given to commands from one run to the next."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Slot

from visualalbum.store import keys
from visualalbum.ui.tongue import tr
from visualalbum.ui.window import Window


class ChosenKeys(QObject):
    """Gives a window the keys of the last run, and writes down what is changed."""

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        for sentence in window.keymap.take(keys.load()):
            print(f"{keys.keys_file()}: {sentence}: it is left aside", file=sys.stderr)
        window.keymap.changed.connect(self._save)

    @Slot()
    def _save(self) -> None:
        try:
            keys.save(self._window.keymap.chosen)
        except OSError as error:
            self._window.area.tell(tr("The keys hold for this run only: {file} cannot be written", file=error.filename))
