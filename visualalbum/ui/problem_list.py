"""A list of problems: where, what, and what to do; each wraps as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from visualalbum.problems import Problem, Severity
from visualalbum.ui.listing import Index, Listing
from visualalbum.ui.presenters import ProblemRow, problem_rows, severity_text
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import mark

ROW_ROLE = Qt.ItemDataRole.UserRole
MARGIN_PX, PADDING_PX, GAP_PX = 20, 9, 3
WIDEST_PX = 720
"""Some 90 characters a line; longer ones lose the eye."""


class Problems(QAbstractListModel):
    """The problems, errors first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ProblemRow, ...] = ()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """List other problems."""
        rows = problem_rows(problems)
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.sentence
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None


class ProblemDelegate(QStyledItemDelegate):
    """Paints the place in the colour of its severity, the sentence, and the remedy quietly below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        parts = self._parts(index.data(ROW_ROLE), view.font(), view.palette(), width)
        text_px = sum(height + GAP_PX for _, _, _, height in parts)
        return QSize(width, text_px - GAP_PX + 2 * PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        roles, states = QPalette.ColorRole, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        box.setWidth(min(box.width(), WIDEST_PX + 2 * MARGIN_PX))
        if option.state & (states.State_Selected | states.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(roles.AlternateBase))
            painter.drawRoundedRect(box, 8, 8)
        if option.state & states.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(option.palette.color(roles.Highlight), 1.5))
            painter.drawRoundedRect(box, 8, 8)
        top = option.rect.top() + PADDING_PX
        parts = self._parts(index.data(ROW_ROLE), option.font, option.palette, option.rect.width())
        for text, font, colour, height in parts:
            painter.setFont(font)
            painter.setPen(colour)
            place = QRect(option.rect.left() + MARGIN_PX, top, _text_px(option.rect.width()), height)
            painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading, text)
            top += height + GAP_PX
        painter.restore()

    @staticmethod
    def _parts(row: ProblemRow, font: QFont, colours: QPalette, width: int) -> list[tuple[str, QFont, QColor, int]]:
        """What is painted below each other: text, font, colour, height."""
        roles = QPalette.ColorRole
        small = scaled(font, 0.92)
        accent = roles.BrightText if row.severity is Severity.ERROR else roles.Highlight
        lines = (
            (f"{row.place}  ·  {severity_text(row.severity)}", small, accent),
            (row.sentence, font, roles.Text),
            (row.remedy, small, roles.PlaceholderText),
        )
        room = QRect(0, 0, _text_px(width), 10_000)
        return [
            (
                text,
                face,
                colours.color(role),
                QFontMetrics(face).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height(),
            )
            for text, face, role in lines
            if text
        ]


def _is_same(one: ProblemRow, other: ProblemRow) -> bool:
    """Whether they are of one problem, which may have moved in its text, or be said in another language now."""
    return one.problem.sentence == other.problem.sentence


def _text_px(width: int) -> int:
    return max(40, min(WIDEST_PX, width - 2 * MARGIN_PX))


class ProblemList(Listing):
    """The problems on screen; `chosen` carries the one that was clicked or entered."""

    chosen = Signal(object)
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mark("Problems of the album"), parent=parent)
        self.problems = Problems(self)
        self.setModel(self.problems)
        self.setItemDelegate(ProblemDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.entered_row.connect(self._on_row)
        self.clicked.connect(self._on_clicked)

    @property
    def current(self) -> Problem | None:
        """The problem that is chosen, or the first one."""
        rows, row = self.problems.rows, max(0, self.currentIndex().row())
        return rows[row].problem if row < len(rows) else None

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List other problems, at the same height; the one that was chosen stays chosen while it is there."""
        chosen, height = self.currentIndex().data(ROW_ROLE), self.verticalScrollBar().value()
        self.problems.set_problems(problems)
        again = [number for number, row in enumerate(self.problems.rows) if chosen and _is_same(row, chosen)]
        if again:
            self.setCurrentIndex(self.problems.index(again[0]))
        self.verticalScrollBar().setValue(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_row(index.row())

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.chosen.emit(self.problems.rows[row].problem)
