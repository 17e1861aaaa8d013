"""Keeps the language of the window from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualalbum.store import settings
from visualalbum.ui.tongue import Tongue, tr
from visualalbum.ui.window import Window


class ChosenLanguage(QObject):
    """Speaks as the settings say, and what is chosen in the window's menu."""

    def __init__(self, tongue: Tongue, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._tongue = tongue
        self._window = window
        window.language.show_language(settings.load().language)
        window.language.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, language: str) -> None:
        self._tongue.speak(language)
        try:
            settings.change(language=language)
        except OSError as error:
            self._window.area.tell(tr("This holds for this run only: {file} cannot be written", file=error.filename))
