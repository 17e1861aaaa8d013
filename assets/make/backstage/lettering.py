"""The title's letters, drawn as strokes of a broad pen: no font has a say in it."""

from __future__ import annotations

import numpy as np
from drawing.lamps import Floats
from drawing.space import HEIGHT, WIDTH
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

# Each stroke is a list of points on a grid six high; three numbers more make a curve through a control point.
LETTERS: dict[str, tuple[float, tuple[tuple[tuple[float, ...], ...], ...]]] = {
    "A": (4.4, (((0, 6), (2.2, 0), (4.4, 6)), ((0.85, 4.1), (3.55, 4.1)))),
    "B": (3.6, (((0, 0), (0, 6)), ((0, 0), (2, 0), (3.3, 0, 3.3, 1.45), (3.3, 2.85, 2, 2.85), (0, 2.85)),
                ((0, 2.85), (2.2, 2.85), (3.7, 2.85, 3.7, 4.4), (3.7, 6, 2.2, 6), (0, 6)))),
    "C": (4.2, (((4.2, 1.1), (3.5, 0, 2.3, 0), (0, 0, 0, 3), (0, 6, 2.3, 6), (3.5, 6, 4.2, 4.9)),)),
    "E": (3.2, (((3.2, 0), (0, 0), (0, 6), (3.2, 6)), ((0, 2.9), (2.7, 2.9)))),
    "G": (4.5, (((4.3, 1.1), (3.6, 0, 2.3, 0), (0, 0, 0, 3), (0, 6, 2.4, 6), (4.4, 6, 4.4, 3.4), (2.7, 3.4)),)),
    "K": (3.8, (((0, 0), (0, 6)), ((3.6, 0), (0.1, 3.5)), ((1.3, 2.4), (3.8, 6)))),
    "S": (3.5, (((3.3, 0.9), (2.8, 0, 1.8, 0), (0.2, 0, 0.2, 1.5), (0.2, 2.6, 1.8, 2.95), (3.5, 3.3, 3.5, 4.5),
                 (3.5, 6, 1.7, 6), (0.6, 6, 0, 5.0)),)),
    "T": (4.2, (((0, 0), (4.2, 0)), ((2.1, 0), (2.1, 6)))),
}  # fmt: skip
GAP = 1.9


def path_of(stroke: tuple[tuple[float, ...], ...]) -> QPainterPath:
    """A stroke as a path."""
    path = QPainterPath(QPointF(*stroke[0][:2]))
    for point in stroke[1:]:
        if len(point) == 4:
            path.quadTo(point[0], point[1], point[2], point[3])
        else:
            path.lineTo(point[0], point[1])
    return path


def word(
    text: str, middle: float, top: float, height: float, drawn: float = 1.0, weight: float = 0.075,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> Floats:  # fmt: skip
    """A word as light between 0 and 1, the pen having gone `drawn` of its way, letter after letter."""
    image = QImage(*size, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = height / 6
    whole = sum(LETTERS[letter][0] + GAP for letter in text) - GAP
    x = middle - whole * unit / 2
    for number, letter in enumerate(text):
        wide, strokes = LETTERS[letter]
        share = min(1.0, max(0.0, drawn * (len(text) + 2) - number) / 3)
        painter.save()
        painter.translate(x, top)
        painter.scale(unit, unit)
        pen = QPen(QColor("white"), 6 * weight)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        for order, stroke in enumerate(strokes):
            part = min(1.0, max(0.0, share * len(strokes) - order))
            if part <= 0:
                continue
            path = path_of(stroke)
            length = path.length() / (6 * weight)
            pen.setDashPattern([max(0.01, length * part), length * 2])
            painter.setPen(pen)
            painter.drawPath(path)
        painter.restore()
        x += (wide + GAP) * unit
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(size[1], image.bytesPerLine())
    return rows[:, : size[0]].astype(np.float32) / 255
