"""How the stage and the album share the window: each gets the room that it can use."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from visualalbum.ui.geometry import divide


class Sharing(QLayout):
    """Lays out two widgets, of which the second may be hidden; `divide` says where."""

    def __init__(self, stage: QWidget, album: QWidget) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.addWidget(stage)
        self.addWidget(album)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """What the widest and the highest of both need, since either may stand below the other."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        stage, album = self._items
        if album.isEmpty():
            stage.setGeometry(place)
            return
        width, height = divide(place.width(), place.height())
        stage.setGeometry(QRect(place.left(), place.top(), width, height))
        beside = width < place.width()
        rest = place.adjusted(width, 0, 0, 0) if beside else place.adjusted(0, height, 0, 0)
        album.setGeometry(rest)
