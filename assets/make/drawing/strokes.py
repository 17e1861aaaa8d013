"""Numbers written in seven strokes, so that no font of the machine has a say."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

# A digit's strokes, and where each runs on a grid 4 wide and 6 high: x, y to x, y.
SEGMENTS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
    "8": "abcdefg", "9": "gfabcd", "-": "g",
}  # fmt: skip
LINES = {
    "a": (0, 0, 4, 0), "b": (4, 0, 4, 3), "c": (4, 3, 4, 6), "d": (0, 6, 4, 6), "e": (0, 3, 0, 6), "f": (0, 0, 0, 3),
    "g": (0, 3, 4, 3),
}  # fmt: skip


def write(
    painter: QPainter, text: str, x: float, y: float, height: float, colour: QColor, weight: float = 0.1
) -> float:
    """Write a number with its top left at (x, y); return the x after it."""
    pen = QPen(colour, height * weight)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.save()
    painter.setPen(pen)
    unit = height / 6
    for character in text:
        for line in SEGMENTS[character]:
            x0, y0, x1, y1 = LINES[line]
            painter.drawLine(QPointF(x + x0 * unit * 0.8, y + y0 * unit), QPointF(x + x1 * unit * 0.8, y + y1 * unit))
        x += unit * 4.8
    painter.restore()
    return x
