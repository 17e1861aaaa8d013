"""The ground of all lists: how they scroll, and which keys are theirs while they have the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from visualalbum.ui.tongue import keep_said, tr

Index = QModelIndex | QPersistentModelIndex

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, *ENTER_KEYS)


class Listing(QListView):
    """Rows that are looked through by keyboard once they have the focus, by a name to be translated.

    `entered_row` tells of Enter on one.
    """

    entered_row = Signal(int)

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
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in self._keys:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
