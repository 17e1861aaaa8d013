"""The menu of albums of late."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from visualalbum.ui.presenters import recent_text
from visualalbum.ui.tongue import keep_said, tr


class RecentMenu(QMenu):
    """Each album by its title and folder; `chosen` carries the path of its manifest."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        keep_said(self, lambda: self.setTitle(tr("&Recent")))

    def show_recent(self, albums: Sequence[tuple[str, Path]]) -> None:
        """Offer albums by title and manifest."""
        self.clear()
        self.setEnabled(bool(albums))
        for title, manifest in albums:
            action = self.addAction(recent_text(title, manifest).replace("&", "&&"))
            action.triggered.connect(partial(self.chosen.emit, manifest))
