"""Digits and capitals drawn as strokes, so that no font of the machine has a say; the frame number as a barcode."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

BARCODE_CELLS = 16
BARCODE_HEIGHT = 12

# Digits in seven segments, capitals in strokes, both on a grid 4 wide and 6 high (two digits a point: x, y).
SEGMENTS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
    "8": "abcdefg", "9": "gfabcd",
}  # fmt: skip
LINES = {
    "a": (0, 0, 4, 0), "b": (4, 0, 4, 3), "c": (4, 3, 4, 6), "d": (0, 6, 4, 6), "e": (0, 3, 0, 6), "f": (0, 0, 0, 3),
    "g": (0, 3, 4, 3),
}  # fmt: skip
CAPITALS = {
    "A": "06 20 46;14 34", "B": "00 06 36 45 44 33 03;33 42 41 30 00", "C": "41 30 10 01 05 16 36 45",
    "K": "00 06;40 03 46", "S": "41 30 10 01 02 13 33 44 45 36 16 05", "T": "00 40;20 26",
    "G": "41 30 10 01 05 16 36 45 43 23", "E": "40 00 06 46;03 33", "L": "00 06 46", "R": "06 00 30 41 42 33 03;23 46",
    "-": "13 33", ":": "21 22;24 25", " ": "",
}  # fmt: skip


def write(
    painter: QPainter, text: str, x: float, y: float, height: float, colour: QColor, weight: float = 0.1
) -> float:
    """Write digits and capitals with their top left at (x, y); return the x after the last."""
    pen = QPen(colour, height * weight)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    unit = height / 6
    for character in text:
        for line in SEGMENTS.get(character, ""):
            x0, y0, x1, y1 = LINES[line]
            painter.drawLine(QPointF(x + x0 * unit * 0.8, y + y0 * unit), QPointF(x + x1 * unit * 0.8, y + y1 * unit))
        for stroke in filter(None, CAPITALS.get(character, "").split(";")):
            points = [QPointF(x + int(place[0]) * unit, y + int(place[1]) * unit) for place in stroke.split()]
            painter.drawPolyline(QPolygonF(points))
        x += unit * (4.8 if character in SEGMENTS else 2.6 if character in ": " else 5.8)
    painter.restore()
    return x


def barcode(painter: QPainter, number: int, width: int, bottom: int) -> None:
    """Sixteen cells along the bottom edge, most significant bit first, white for 1."""
    cell = width / BARCODE_CELLS
    for place in range(BARCODE_CELLS):
        bit = number >> (BARCODE_CELLS - 1 - place) & 1
        area = QRectF(place * cell, bottom - BARCODE_HEIGHT, cell, BARCODE_HEIGHT)
        painter.fillRect(area, QColor("white" if bit else "black"))
