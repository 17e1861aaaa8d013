"""The ground of all lists: how they scroll, and which keys are theirs while they have the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from visualalbum.ui.buttons import ENTER
from visualalbum.ui.own_keys import claims
from visualalbum.ui.tongue import keep_said, tr

Index = QModelIndex | QPersistentModelIndex

LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, *ENTER)


class Listing(QListView):
    """Rows that are looked through by keyboard once they have the focus, by a name to be translated.

    `entered_row` tells of Enter on one; `menu_asked` carries the row that a person wants a menu for, the place of the
    view to show it at, and whether a key has asked.
    """

    entered_row = Signal(int)
    menu_asked = Signal(int, QPoint, bool)

    def __init__(self, name: str, keys: tuple[Qt.Key, ...] = LIST_KEYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        keep_said(self, lambda: self.setAccessibleName(tr(name)))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # Arrows belong to the volume; whoever comes here by Tab wants to choose, who clicks does not.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent) -> bool:
        return claims(event, self._keys) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Without a row that is chosen nobody sees, or hears, that the keyboard is here.
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(max(0, self.first_row()), 0))
        super().focusInEvent(event)

    def first_row(self) -> int:
        """The row that the keyboard comes to where none has been chosen."""
        return 0

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.menu_asked.emit(index.row(), self.visualRect(index).center() if by_key else event.pos(), by_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
