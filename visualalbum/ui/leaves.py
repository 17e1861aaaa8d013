"""Leaves one behind the other with a row of names above them; a leaf with nothing on it has no name there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from visualalbum.ui.bar import ALONG
from visualalbum.ui.lull import Lull
from visualalbum.ui.own_keys import claims
from visualalbum.ui.tongue import keep_said, tr


class Names(QTabBar):
    """The names; the arrows are its own while it has the keyboard."""

    def event(self, event: QEvent) -> bool:
        return claims(event, ALONG) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self.tabBarClicked.emit(self.currentIndex())


class Leaves(QWidget):
    """Shows one leaf at a time, chosen by hand; where the chosen one empties, the first until it fills again.

    `turned` tells that somebody asked for a leaf.
    """

    turned = Signal()

    def __init__(self, lull: Lull, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lull = lull
        self.bar = Names(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep_said(self, lambda: self.bar.setAccessibleName(tr("What is shown beside the stage")))
        self._pages = QStackedWidget(self)
        self._chosen = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self.bar.currentChanged.connect(self._on_current)
        self.bar.tabBarClicked.connect(self._on_chosen)

    def add(self, name: str, leaf: QWidget) -> None:
        """Add a leaf under a name to be translated; but for the first one they are empty until they are filled."""
        self._pages.addWidget(leaf)
        number = self.bar.addTab("")
        keep_said(self, lambda: self.bar.setTabText(number, tr(name)))
        self.bar.setTabVisible(number, number == 0)
        self.bar.setVisible(self.bar.count() > 1 and self._visible() > 1)

    def set_filled(self, leaf: QWidget, filled: bool) -> None:
        """Tell whether there is anything on a leaf."""
        number = self._pages.indexOf(leaf)
        if filled != self.bar.isTabVisible(number):
            self.bar.setTabVisible(number, filled)
            self.bar.setVisible(self._visible() > 1)
            self.bar.setCurrentIndex(self._chosen if self.bar.isTabVisible(self._chosen) else 0)

    def turn_to(self, leaf: QWidget) -> None:
        """Show a leaf, where there is anything on it; one that is shown already gets the keyboard."""
        number = self._pages.indexOf(leaf)
        if leaf.isVisible():
            leaf.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.bar.isTabVisible(number):
            self._on_chosen(number)
            self.bar.setCurrentIndex(number)
            self._turn()
            self.turned.emit()

    @Slot()
    def _on_current(self) -> None:
        self._lull.then(self._turn)

    def _turn(self) -> None:
        self._pages.setCurrentIndex(self.bar.currentIndex())

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._chosen = number

    def _visible(self) -> int:
        return sum(self.bar.isTabVisible(number) for number in range(self.bar.count()))
