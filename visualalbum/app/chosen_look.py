"""Keeps how the window looks from one run to the next."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject, Slot

from visualalbum.app.keeping import keep
from visualalbum.store.settings import Settings
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.window import Window


class ChosenLook(QObject):
    """Dresses for the settings, and for what is chosen in the window's menu."""

    def __init__(self, kept: Settings, theme: Theme, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        window.appearance.show_appearance(Appearance(kept.scheme, kept.more_contrast, kept.less_motion))
        window.appearance.chosen.connect(self._on_chosen)

    @Slot(object)
    def _on_chosen(self, appearance: Appearance) -> None:
        self._theme.wear(appearance)
        keep(self._window, **asdict(appearance))
