"""The card over the seek bar: a small picture of what the stage shows at a place, its time and what is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from visualalbum.ui.previews import BOX_PX
from visualalbum.ui.sharp import draw_sharp
from visualalbum.ui.sheet import QUIET, TEXT, Sheet
from visualalbum.ui.sheet import RADIUS_PX as SHEET_RADIUS_PX
from visualalbum.ui.theme import scaled

EDGE_PX = 7
GAP_PX = 5
PICTURE_RADIUS_PX = 7
EMPTY = QColor(0, 0, 0, 120)
RIM = QColor(255, 255, 255, 34)
"""Where the card lies on dark ground its edge is all that sets it off."""


class PreviewCard(Sheet):
    """Shows its time at once; the picture's place is kept free until it is there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._strong = scaled(self.font(), 0.95, bold=True)
        self._plain = scaled(self.font(), 0.92)
        self._image: QImage | None = None
        self._pictured = False
        self.time, self.label, self.line = "", "", ""
        self._two_rows = False

    @property
    def image(self) -> QImage | None:
        """The picture it shows, None while there is none."""
        return self._image

    def show_text(self, time: str, label: str, line: str, *, two_rows: bool) -> None:
        """Show a time and what is there; `two_rows` keeps a row for the words also where nobody sings."""
        self.time, self.label, self.line, self._two_rows = time, label, line, two_rows
        self.resize(self.sizeHint())
        self.update()

    def show_image(self, image: QImage | None, *, expected: bool) -> None:
        """Show a picture, or keep its place while one is `expected`."""
        self._image = image if image is not None and not image.isNull() else None
        self._pictured = expected
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        row_px = QFontMetrics(self._strong).height()
        rows = 2 if self._two_rows else 1
        picture_px = BOX_PX[1] + GAP_PX if self._pictured else 0
        return QSize(BOX_PX[0] + 2 * EDGE_PX, picture_px + rows * (row_px + 1) + 2 * EDGE_PX)

    def paint_content(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(RIM)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), SHEET_RADIUS_PX, SHEET_RADIUS_PX)
        inner = self.rect().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        if self._pictured:
            self._paint_image(painter, QRectF(inner.left(), inner.top(), *BOX_PX))
            inner.setTop(inner.top() + BOX_PX[1] + GAP_PX)
        row_px = QFontMetrics(self._strong).height() + 1
        row = QRect(inner.left() + 2, inner.top(), inner.width() - 4, row_px)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._strong)
        painter.setPen(TEXT)
        painter.drawText(row, side, self.time)
        time_px = QFontMetrics(self._strong).horizontalAdvance(self.time) + 9
        painter.setFont(self._plain)
        self._paint_row(painter, row.adjusted(time_px, 0, 0, 0), self.label, QUIET)
        self._paint_row(painter, row.translated(0, row_px), self.line, TEXT)

    def _paint_row(self, painter: QPainter, row: QRect, text: str, colour: QColor) -> None:
        painter.setPen(colour)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_image(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, PICTURE_RADIUS_PX, PICTURE_RADIUS_PX)
        painter.fillPath(shape, EMPTY)
        if self._image is None:
            return
        image = self._image
        scale = min(box.width() / image.width(), box.height() / image.height())
        place = QRectF(0, 0, image.width() * scale, image.height() * scale)
        place.moveCenter(box.center())
        painter.save()
        painter.setClipPath(shape)
        draw_sharp(painter, place, image)
        painter.restore()
