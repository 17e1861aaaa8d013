"""The menu in which a person chooses the language of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from visualalbum.ui.choice import add_choice
from visualalbum.ui.tongue import LANGUAGES, SYSTEM, keep_said, tr


class LanguageMenu(QMenu):
    """Shows which language is spoken, each by its own name; `chosen` carries another one that a person wants."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        self._actions = {
            language: add_choice(self, group, partial(self.chosen.emit, language), name)
            for language, name in ((SYSTEM, ""), *LANGUAGES.items())
        }
        keep_said(self, self._speak)
        self.show_language(SYSTEM)

    def show_language(self, language: str) -> None:
        """Check one of `LANGUAGES`, or the system's."""
        self._actions[language].setChecked(True)

    def _speak(self) -> None:
        self.setTitle(tr("Lang&uage"))
        self._actions[SYSTEM].setText(tr("As the &system"))
