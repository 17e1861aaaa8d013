"""The gallery: an album's pictures, small, in rows; one that is chosen is looked at in the stage's place."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from visualalbum.timeline.booklet import Plate
from visualalbum.timeline.cues import Fit
from visualalbum.ui.listing import LIST_KEYS, Index, Listing
from visualalbum.ui.presenters import one_line
from visualalbum.ui.sharp import device_rect, draw_sharp
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import mark, tr

PLATE_ROLE = Qt.ItemDataRole.UserRole
MARGIN_PX, GAP_PX = 14, 8
WIDEST_PX = 190
"""Small pictures are as wide as fit in rows of at least two, and never wider than this."""

KEYS = (*LIST_KEYS, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Plates(QAbstractListModel):
    """The pictures of a booklet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plates: tuple[Plate, ...] = ()

    def set_plates(self, plates: tuple[Plate, ...]) -> None:
        """Show other pictures."""
        self.beginResetModel()
        self.plates = plates
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.plates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.plates):
            return None
        plate = self.plates[index.row()]
        if role == PLATE_ROLE:
            return plate
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(plate.picture.caption) or plate.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(plate, index.row() + 1, len(self.plates))
        return None


def spoken(plate: Plate, number: int, count: int) -> str:
    """A picture as a screen reader says it: what it shows, what is written beside it, which one of how many."""
    said = ". ".join(filter(None, (plate.picture.alt, plate.picture.caption))) or plate.path.name
    return tr("{picture}. Picture {number} of {count}", picture=said, number=number, count=count)


class PlateDelegate(QStyledItemDelegate):
    """Paints a picture, cut to its cell, over its caption."""

    def __init__(self, thumbnails: Stills, view: QListView) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._view = view

    def cell(self) -> QSize:
        """The size of one picture with its caption, gaps counted in."""
        width = self._view.viewport().width() - 2 * MARGIN_PX
        columns = max(2, -(-width // (WIDEST_PX + GAP_PX)))
        side = max(48, width // columns)
        return QSize(side, round((side - GAP_PX) * 0.75) + GAP_PX + self._caption_px())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plate: Plate = index.data(PLATE_ROLE)
        roles, colours = QPalette.ColorRole, option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = option.rect.adjusted(GAP_PX // 2, GAP_PX // 2, -GAP_PX // 2, -GAP_PX // 2)
        box = cell.adjusted(0, 0, 0, -self._caption_px())
        painter.fillRect(box, colours.color(roles.AlternateBase))
        image = self._thumbnails.image(plate.path, Fit.COVER)
        if image is not None:
            part = device_rect(QRectF(box), self._view.devicePixelRatioF())
            part.moveCenter(image.rect().center())
            draw_sharp(painter, QRectF(box), image, part.intersected(image.rect()))
        elif self._thumbnails.broken(plate.path):
            painter.setPen(colours.color(roles.PlaceholderText))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, tr("cannot be read"))
        if option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver):
            painter.setPen(QPen(colours.color(roles.Highlight), 2))
            painter.drawRect(box)
        painter.setFont(scaled(option.font, 0.86))
        painter.setPen(colours.color(roles.PlaceholderText))
        line = QRect(cell.left(), box.bottom() + 3, cell.width(), self._caption_px() - 3)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, line.width(), Qt.TextFlag.TextSingleLine
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def picture_size(self) -> QSize:
        """The size of a small picture in pixels of the device."""
        ratio = self._view.devicePixelRatioF()
        cell = self.cell()
        width, height = cell.width() - GAP_PX, cell.height() - GAP_PX - self._caption_px()
        return QSize(ceil(width * ratio), ceil(height * ratio))

    def _caption_px(self) -> int:
        return round(self._view.fontMetrics().height() * 0.86) + 6


class Gallery(Listing):
    """The small pictures on screen; `chosen` carries the row of the one to look at."""

    chosen = Signal(int)

    def __init__(self, thumbnails: Stills, parent: QWidget | None = None) -> None:
        super().__init__(mark("Gallery"), KEYS, parent)
        self.plates = Plates(self)
        self._thumbnails = thumbnails
        self._delegate = PlateDelegate(thumbnails, self)
        self.setModel(self.plates)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setViewportMargins(MARGIN_PX, 0, 0, 0)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.entered_row.connect(self.chosen)
        self.clicked.connect(self._on_clicked)
        thumbnails.ready.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_plates(self, plates: tuple[Plate, ...]) -> None:
        """Show the pictures of another booklet; the one that is chosen stays so, and the height, while they can."""
        if plates == self.plates.plates:
            return
        height, chosen = self.verticalScrollBar().value(), self.currentIndex().data(PLATE_ROLE)
        self.plates.set_plates(plates)
        row = next((row for row, plate in enumerate(plates) if chosen and plate.path == chosen.path), -1)
        self.setCurrentIndex(self.plates.index(row))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(height)

    def show_chosen(self, row: int) -> None:
        """Have another picture chosen, as somebody has gone on to it."""
        self.setCurrentIndex(self.plates.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        size = self._delegate.picture_size()
        self._thumbnails.set_stage(size.width(), size.height())

    @property
    def in_view(self) -> range:
        """The rows that can be seen, and some of the line below."""
        cell, room = self._delegate.cell(), self.viewport().size()
        columns = max(1, room.width() // cell.width())
        first = max(0, self.indexAt(QPoint(1, 1)).row())
        return range(first, min(first + columns * (room.height() // cell.height() + 2), self.plates.rowCount()))

    @Slot()
    def _on_scrolled(self) -> None:
        """Have what is in view read first, then what a turn of the wheel brings; not what was scrolled past."""
        seen = self.in_view
        keys = [(plate.path, Fit.COVER) for plate in self.plates.plates[seen.start : seen.stop + len(seen)]]
        self._thumbnails.look_at(keys[: len(seen)], keys[len(seen) :])

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
