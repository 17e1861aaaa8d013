"""Keeps the language of the window from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualalbum.app.keeping import keep
from visualalbum.ui.tongue import Tongue
from visualalbum.ui.window import Window


class ChosenLanguage(QObject):
    """Says in the window's menu which language is spoken, and speaks what is chosen there."""

    def __init__(self, language: str, tongue: Tongue, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._tongue = tongue
        self._window = window
        window.language.show_language(language)
        window.language.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, language: str) -> None:
        self._tongue.speak(language)
        keep(self._window, language=language)
