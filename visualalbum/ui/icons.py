"""The transport's signs as outlines in a square of 24 units, drawn here so that they are sharp and take any colour."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

UNITS = 24.0

ICON = Path(__file__).with_name("visualalbum.svg")
"""The program's own, for windows and desktops."""


class Icon(StrEnum):
    """What a sign says."""

    PLAY = "play"
    PAUSE = "pause"
    PREVIOUS = "previous"
    NEXT = "next"
    SOUND = "sound"
    SILENT = "silent"
    FIGURES = "figures"
    FULLSCREEN = "fullscreen"
    CLOSE = "close"
    WORDS = "words"
    CAPTIONS = "captions"


def draw_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor) -> None:
    """Draw a sign into a box."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / UNITS, box.height() / UNITS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(_solid(icon))
    pen = QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_lines(icon), pen)
    painter.restore()


def _solid(icon: Icon) -> QPainterPath:
    """The filled part of a sign."""
    path = QPainterPath()
    if icon is Icon.PLAY:
        path.addPolygon(_polygon((8, 5), (19.5, 12), (8, 19)))
    elif icon is Icon.PAUSE:
        path.addRoundedRect(6.5, 5, 4, 14, 1, 1)
        path.addRoundedRect(13.5, 5, 4, 14, 1, 1)
    elif icon is Icon.PREVIOUS:
        path.addPolygon(_polygon((18, 6), (8.5, 12), (18, 18)))
        path.addRoundedRect(5.5, 6, 2, 12, 0.8, 0.8)
    elif icon is Icon.NEXT:
        path.addPolygon(_polygon((6, 6), (15.5, 12), (6, 18)))
        path.addRoundedRect(16.5, 6, 2, 12, 0.8, 0.8)
    elif icon in (Icon.SOUND, Icon.SILENT):
        path.addPolygon(_polygon((3.5, 9.5), (7, 9.5), (11.5, 5.5), (11.5, 18.5), (7, 14.5), (3.5, 14.5)))
    elif icon is Icon.FIGURES:
        for x, top in ((5, 13), (10.5, 6), (16, 10)):
            path.addRoundedRect(x, top, 3, 19 - top, 1, 1)
    elif icon is Icon.WORDS:
        path.addEllipse(QPointF(6.5, 16.5), 3, 2.4)
    return path


def _lines(icon: Icon) -> QPainterPath:
    """The drawn part of a sign."""
    path = QPainterPath()
    if icon is Icon.SOUND:
        for radius in (3.2, 6.4):
            arc = QRectF(12 - radius + 1.6, 12 - radius, 2 * radius, 2 * radius)
            path.arcMoveTo(arc, -48)
            path.arcTo(arc, -48, 96)
    elif icon is Icon.SILENT:
        for start, end in (((15, 9.5), (20, 14.5)), ((20, 9.5), (15, 14.5))):
            path.moveTo(*start)
            path.lineTo(*end)
    elif icon is Icon.CLOSE:
        for left, right in ((6.5, 17.5), (17.5, 6.5)):
            path.moveTo(left, 6.5)
            path.lineTo(right, 17.5)
    elif icon is Icon.WORDS:
        path.addPolygon(QPolygonF([QPointF(9.1, 16.5), QPointF(9.1, 6), QPointF(12, 7.5)]))
        for y, right in ((10.5, 20), (14, 20), (17.5, 17)):
            path.moveTo(13, y)
            path.lineTo(right, y)
    elif icon is Icon.CAPTIONS:
        path.addRoundedRect(3.5, 5.5, 17, 13, 2, 2)
        for y, edges in ((11, (7, 10, 13, 17)), (14.8, (7, 13, 16, 17))):
            for left, right in (edges[:2], edges[2:]):
                path.moveTo(left, y)
                path.lineTo(right, y)
    elif icon is Icon.FULLSCREEN:
        for x, y in ((5, 5), (19, 5), (19, 19), (5, 19)):
            inward_x, inward_y = (4 if x < UNITS / 2 else -4), (4 if y < UNITS / 2 else -4)
            path.moveTo(x + inward_x, y)
            path.lineTo(x, y)
            path.lineTo(x, y + inward_y)
    return path


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])
