"""The three ways to play an album, side by side above its songs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.mode import Mode
from visualalbum.ui.buttons import SmallButton
from visualalbum.ui.tongue import keep_said, mark, tr

WAYS = {
    Mode.TOGETHER: ("together", mark("Together")),
    Mode.SONGS: ("songs_alone", mark("Songs")),
    Mode.FILM: ("film_alone", mark("Film")),
}
"""For each way the id of its command, and its name where there is little room."""


class Ways(QWidget):
    """Shows the way that is played and offers the others; hidden where there is but one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_said(self, lambda: self.setAccessibleName(tr("What is played")))
        self._actions: Mapping[str, QAction] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 6, 20, 0)
        self._row.setSpacing(4)
        self.buttons: dict[Mode, SmallButton] = {}
        self.hide()

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions that the buttons press."""
        self._actions = actions
        for mode, (command_id, _) in WAYS.items():
            button = SmallButton(self)
            button.setDefaultAction(actions[command_id])
            button.setProperty("role", "way")
            self.buttons[mode] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        keep_said(self, self._speak)

    def _speak(self) -> None:
        for command_id, name in WAYS.values():
            self._actions[command_id].setIconText(tr(name))  # what a tool button takes

    def show_timeline(self, timeline: Timeline) -> None:
        """Check the way in which an album is played, and enable those that it has."""
        for mode, (command_id, _) in WAYS.items():
            self._actions[command_id].setEnabled(mode in timeline.modes and len(timeline.modes) > 1)
            self._actions[command_id].setChecked(mode is timeline.mode)
        self.setVisible(len(timeline.modes) > 1)
