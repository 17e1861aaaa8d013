"""Keeps the keys that a person has given to commands from one run to the next."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from visualalbum.store import keys
from visualalbum.ui.keymap import Keymap


class ChosenKeys(QObject):
    """Gives a keymap the keys of the last run and writes down what is changed; `tell` says what cannot be written."""

    def __init__(self, keymap: Keymap, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._keymap = keymap
        self._tell = tell
        for sentence in keymap.take(keys.load()):
            print(f"{keys.keys_file()}: {sentence}: it is left aside", file=sys.stderr)
        keymap.changed.connect(self._save)

    @Slot()
    def _save(self) -> None:
        try:
            keys.save(self._keymap.chosen)
        except OSError as error:
            self._tell(f"The keys hold for this run only: {error.filename} cannot be written")
