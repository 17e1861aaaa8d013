"""The menu in which a person chooses how the window looks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from visualalbum.ui.theme import Appearance
from visualalbum.ui.tongue import keep_said, mark, tr

SCHEMES = (("system", mark("As the &system")), ("dark", mark("&Dark")), ("light", mark("&Light")))


class AppearanceMenu(QMenu):
    """Shows an appearance; `chosen` carries another one that a person wants."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_said(self, lambda: self.setTitle(tr("&Appearance")))
        self._appearance = Appearance()
        self._schemes = QActionGroup(self)
        for scheme, text in SCHEMES:
            action = self._add(scheme, text)
            self._schemes.addAction(action)
        self.addSeparator()
        self._more_contrast = self._add("more_contrast", mark("&More contrast"))
        self._less_motion = self._add("less_motion", mark("L&ess motion"))
        self.show_appearance(self._appearance)

    def show_appearance(self, appearance: Appearance) -> None:
        """Check what is worn."""
        self._appearance = appearance
        for action in self._schemes.actions():
            action.setChecked(action.objectName() == appearance.scheme)
        self._more_contrast.setChecked(appearance.more_contrast)
        self._less_motion.setChecked(appearance.less_motion)

    def _add(self, name: str, text: str) -> QAction:
        action = self.addAction("")
        keep_said(self, lambda: action.setText(tr(text)))
        action.setObjectName(name)
        action.setCheckable(True)
        action.triggered.connect(self._on_chosen)
        return action

    @Slot()
    def _on_chosen(self) -> None:
        scheme = self._schemes.checkedAction().objectName()
        contrast, motion = self._more_contrast.isChecked(), self._less_motion.isChecked()
        self._appearance = replace(self._appearance, scheme=scheme, more_contrast=contrast, less_motion=motion)
        self.chosen.emit(self._appearance)
