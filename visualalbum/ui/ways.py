"""The three ways to play an album, side by side above its songs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.mode import Mode

WAYS = {
    Mode.TOGETHER: ("together", "Together"),
    Mode.SONGS: ("songs_alone", "Songs"),
    Mode.FILM: ("film_alone", "Film"),
}
"""For each way the id of its command, and its name where there is little room."""


class Ways(QWidget):
    """Shows the way that is played and offers the others; hidden where there is but one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What is played")
        self._actions: Mapping[str, QAction] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 6, 20, 0)
        self._row.setSpacing(4)
        self.buttons: dict[Mode, QToolButton] = {}
        self.hide()

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions that the buttons press."""
        self._actions = actions
        for mode, (command_id, name) in WAYS.items():
            actions[command_id].setIconText(name)  # what a tool button takes
            button = QToolButton(self)
            button.setDefaultAction(actions[command_id])
            button.setProperty("role", "way")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.buttons[mode] = button
            self._row.addWidget(button)
        self._row.addStretch(1)

    def show_timeline(self, timeline: Timeline) -> None:
        """Check the way in which an album is played, and enable those that it has."""
        for mode, (command_id, _) in WAYS.items():
            self._actions[command_id].setEnabled(mode in timeline.modes and len(timeline.modes) > 1)
            self._actions[command_id].setChecked(mode is timeline.mode)
        self.setVisible(len(timeline.modes) > 1)
