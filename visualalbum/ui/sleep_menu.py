"""The sleep timer's menu, and the sign in the menu bar's corner that says how long is left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from visualalbum.ui.buttons import SmallButton
from visualalbum.ui.choice import add_choice
from visualalbum.ui.sleep_timer import Sleep, sleep_text
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, tr


class SleepMenu(QMenu):
    """One choice of all; `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = SleepSign(self, parent)
        group = QActionGroup(self)
        self._actions = {sleep: add_choice(self, group, partial(self.chosen.emit, sleep)) for sleep in Sleep}
        keep_said(self, self._speak)
        self.show_sleep(Sleep.OFF, None)

    def _speak(self) -> None:
        self.setTitle(tr("Sl&eep timer"))
        for sleep, action in self._actions.items():
            action.setText(sleep.text)

    def show_sleep(self, sleep: Sleep, left_us: int | None) -> None:
        """Show what the timer is set to, and what is left of it."""
        self._actions[sleep].setChecked(True)
        self.sign.show_text(sleep_text(sleep, left_us))


class SleepSign(SmallButton):
    """A few quiet words while the timer is on; a click offers to change it."""

    def __init__(self, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("role", "quiet")
        self.setFont(scaled(self.font(), 0.95))
        keep_said(self, self._speak)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show the words; none hide the sign."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text or tr("Sleep timer"))
            self.setVisible(bool(text))

    def _speak(self) -> None:
        self.setAccessibleName(self.text() or tr("Sleep timer"))
        self.setToolTip(tr("Sleep timer"))
        # A menu bar asks for its corner's size only when it is laid out.
        longest = sleep_text(Sleep.MINUTES_60, 60 * 60_000_000)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest) + 20)
