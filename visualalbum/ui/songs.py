"""The song list: an album's tracks with number, title, artist and length, the one that is on marked."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from visualalbum.ui.listing import Index, Listing
from visualalbum.ui.own_keys import claims_where
from visualalbum.ui.presenters import SongRow
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import mark, tr
from visualalbum.ui.type_ahead import TypeAhead

ROW_ROLE = Qt.ItemDataRole.UserRole
PLAYING_ROLE = Qt.ItemDataRole.UserRole + 1


class Songs(QAbstractListModel):
    """The rows, and which of them is playing (-1: none)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SongRow, ...] = ()
        self._playing = -1

    @property
    def titles(self) -> tuple[str, ...]:
        """What is written in the rows."""
        return tuple(row.title for row in self._rows)

    def set_rows(self, rows: tuple[SongRow, ...]) -> None:
        """Show other rows; as many rows as before keep their selection."""
        if rows == self._rows:
            return
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_playing(self, row: int) -> None:
        """Mark the row that is on."""
        if row != self._playing:
            before, self._playing = self._playing, row
            for changed in (before, row):
                if 0 <= changed < len(self._rows):
                    self.dataChanged.emit(self.index(changed), self.index(changed))

    @property
    def playing(self) -> int:
        """The row that is on, -1 where none is."""
        return self._playing

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW_ROLE:
            return row
        if role == PLAYING_ROLE:
            return index.row() == self._playing
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{song}, playing", song=row.spoken) if index.row() == self._playing else row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            # Marked up here, so that a title with angle brackets is not taken for markup of its own.
            return f"<p>{escape(row.title)}<br>{escape(row.artist)}</p>"
        return None


class SongDelegate(QStyledItemDelegate):
    """Paints a row: number, title over artist, length."""

    MARGIN_PX = 14
    NUMBER_GAP_PX = 10
    LINES_GAP_PX = 3
    PADDING_PX = 9

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = option.fontMetrics.height() + self.LINES_GAP_PX + round(option.fontMetrics.height() * 0.88)
        return QSize(120, lines + 2 * self.PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SongRow = index.data(ROW_ROLE)
        playing = bool(index.data(PLAYING_ROLE))
        roles, colours = QPalette.ColorRole, option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver) or playing:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(roles.AlternateBase))
            painter.drawRoundedRect(box, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color(roles.Highlight), 1.5))
            painter.drawRoundedRect(box, 8, 8)
        accent, text, quiet = (colours.color(role) for role in (roles.Highlight, roles.Text, roles.PlaceholderText))
        inner = box.adjusted(self.MARGIN_PX - 6, self.PADDING_PX, -self.MARGIN_PX + 4, -self.PADDING_PX)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        digits = scaled(option.font, 0.92)
        painter.setFont(digits)
        painter.setPen(accent if playing else quiet)
        # As wide for every row as for the last one's number, so that titles stand in a line.
        number_px = painter.fontMetrics().horizontalAdvance("0" * max(2, len(str(index.model().rowCount()))))
        number = QRect(inner.left(), inner.top(), number_px, inner.height())
        painter.drawText(number, right | middle, row.number)
        painter.setPen(quiet)
        painter.drawText(inner, right | middle, row.length)
        length_px = painter.fontMetrics().horizontalAdvance(row.length) + 12
        words = inner.adjusted(number_px + self.NUMBER_GAP_PX, 0, -length_px, 0)
        title_font = scaled(option.font, 1.0)
        painter.setFont(title_font)
        painter.setPen(accent if playing else text)
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, (left | Qt.AlignmentFlag.AlignTop) if row.artist else (left | middle), title)
        if row.artist:
            painter.setFont(scaled(option.font, 0.88))
            painter.setPen(quiet)
            artist = painter.fontMetrics().elidedText(row.artist, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, left | Qt.AlignmentFlag.AlignBottom, artist)
        painter.restore()


class SongList(Listing):
    """The rows on screen; `played` carries the row a person chose by double click or Enter.

    While it has the focus letters lead to the song whose title begins with them; digits too, once a name is awaited.
    """

    played = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mark("Songs"), parent=parent)
        self.songs = Songs(self)
        self._typed = TypeAhead()
        self.setModel(self.songs)
        self.setItemDelegate(SongDelegate(self))
        self.setUniformItemSizes(True)
        self.entered_row.connect(self.played)
        self.doubleClicked.connect(self._on_double_clicked)

    def first_row(self) -> int:
        return self.songs.playing

    def show_rows(self, rows: tuple[SongRow, ...]) -> None:
        """Show other rows; the chosen row and the height stay."""
        height, row = self.verticalScrollBar().value(), self.currentIndex().row()
        self.songs.set_rows(rows)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.songs.index(row))
            self.doItemsLayout()
            self.verticalScrollBar().setValue(height)

    def await_name(self) -> None:
        """Take the keyboard, and what is typed next for a title or a number."""
        self.setFocus()
        self._typed.begin()

    def event(self, event: QEvent) -> bool:
        return claims_where(event, self._is_letter) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_letter(event):
            self.keyboardSearch(event.text())
        else:
            self._typed.end()
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Where letters come from an input method Qt calls this by itself.
        row = self._typed.type(search, self.songs.titles, self.currentIndex().row())
        if row >= 0:
            self.setCurrentIndex(self.songs.index(row))

    def _is_letter(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        text = event.text()
        wanted = text.isalpha() or (self._typed.active and text.isprintable() and bool(text))
        return modifiers == Qt.KeyboardModifier.NoModifier and wanted

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.played.emit(index.row())
