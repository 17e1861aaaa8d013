"""The words of a song: lines that go by with it, the line and the word of the moment marked, each a way to go there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from visualalbum.ui.following import Following
from visualalbum.ui.listing import Index, Listing
from visualalbum.ui.tongue import mark, tr
from visualalbum.ui.word_rows import Mark, WordRow, WordRows
from visualalbum.ui.word_shape import WordShape

ROW_ROLE = Qt.ItemDataRole.UserRole
MARK_ROLE = Qt.ItemDataRole.UserRole + 1


class Lines(QAbstractListModel):
    """The rows, and what of them is on; the view paints that, and asks nothing else again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = WordRows()
        self.mark = Mark()

    def set_rows(self, rows: WordRows) -> None:
        """Show other words."""
        self.beginResetModel()
        self.rows, self.mark = rows, Mark()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows.rows):
            return None
        row = self.rows.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == ROW_ROLE:
            return row
        if role == MARK_ROLE:
            return self.mark if self.mark.row == index.row() else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            on = self.mark.row == index.row() and self.mark.on
            return tr("{line} – now", line=row.spoken) if on else row.spoken
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line: as a whole quiet, the one that is on plain and its sung words in the accent."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._shapes: dict[WordRow, WordShape] = {}

    def forget(self) -> None:
        """Drop the shapes of words that are gone."""
        self._shapes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        return QSize(width, self.shape(index).height(view.font(), width))

    def shape(self, index: Index) -> WordShape:
        """The line's shape."""
        row: WordRow = index.data(ROW_ROLE)
        return self._shapes.setdefault(row, WordShape(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Mark | None = index.data(MARK_ROLE)
        self.shape(index).paint(painter, option, mark)


class WordList(Listing):
    """The words on screen; `located` carries the time of the track that a person chose, in microseconds."""

    located = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mark("Words"), parent=parent)
        self.lines = Lines(self)
        self._delegate = LineDelegate(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.entered_row.connect(self._on_entered)
        self.following = Following(self)

    def show_rows(self, rows: WordRows, *, stay: bool = False) -> None:
        """Show the words of another track, from their start; or the same ones edited, where they were read."""
        height = self.verticalScrollBar().value()
        self._delegate.forget()
        self.lines.set_rows(rows)
        if stay:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(height)
            return
        self.following.follow_again()
        self.scrollToTop()

    def show_time(self, time_us: int) -> None:
        """Mark what is on at a time of the track, and bring it into sight."""
        mark, before = self.lines.rows.at(time_us), self.lines.mark
        if mark != before:
            self.lines.mark = mark
            # Painted anew and no more: for data that changes Qt lays out every line again, 15 ms for a song of 600.
            for row in {before.row, mark.row}:
                self.update(self.lines.index(row))
        if mark.row >= 0:
            place = self.visualRect(self.lines.index(mark.row))
            self.following.show_height(self.verticalScrollBar().value() + place.center().y())

    @property
    def row(self) -> WordRow | None:
        """The row that was walked to by keyboard, else the one that is on; None before the first."""
        row = self.currentIndex().row() if self.hasFocus() else self.lines.mark.row
        return self.lines.rows.rows[row] if 0 <= row < len(self.lines.rows.rows) else None

    def first_row(self) -> int:
        return self.lines.mark.row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._locate(self._time_at(index, event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _time_at(self, index: QModelIndex | QPersistentModelIndex, place: QPoint) -> int:
        """The time of the word under a place; of the line, where the place is beside its words."""
        row = self.lines.rows.rows[index.row()]
        box = self.visualRect(index)
        word = self._delegate.shape(index).word_at(self.font(), box.width(), place - box.topLeft())
        return row.words[word].start_us if word >= 0 else row.start_us

    @Slot(int)
    def _on_entered(self, row: int) -> None:
        self._locate(self.lines.rows.rows[row].start_us)

    def _locate(self, time_us: int) -> None:
        self.following.follow_again()
        self.located.emit(time_us)
