"""Steel lockers from near by: doors that stand, swing and rattle, and what hangs in one of them."""

from __future__ import annotations

import numpy as np
from drawing.space import Camera
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF


def corners(
    camera: Camera, x: float, wide: float, low: float, high: float, angle: float, depth: float = 0.0
) -> list[QPointF]:
    """The pixels of a door's corners, its hinge at x, turned towards the viewer by an angle in degrees."""
    cosine, sine = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    found = []
    for along, y in ((0, low), (wide, low), (wide, high), (0, high)):
        found.append(QPointF(*camera.pixel(x + along * cosine, y, -along * sine + depth)))
    return found


def panel(
    painter: QPainter, camera: Camera, x: float, wide: float, angle: float, rattle: float, number: int, dim: float = 1.0
) -> None:
    """A steel door with pressed edges, slits, a handle and a number plate."""
    gap = 0.006
    tone = 0.85 + 0.15 * (np.sin(number * 12.9) * 43.7 % 1)

    def colour(r: float, g: float, b: float) -> QColor:
        shade = dim * tone * (1 - 0.35 * np.sin(np.radians(angle)))
        return QColor.fromRgbF(*[min(1.0, max(0.0, v * shade)) for v in (r, g, b)])

    painter.setPen(Qt.PenStyle.NoPen)
    outer = corners(camera, x + gap, wide - 2 * gap, 0.98, 1.88, angle, rattle)
    gradient = QLinearGradient(outer[3], outer[0])
    gradient.setColorAt(0, colour(0.52, 0.62, 0.72))
    gradient.setColorAt(1, colour(0.40, 0.49, 0.58))
    painter.setBrush(gradient)
    painter.drawPolygon(QPolygonF(outer))
    painter.setBrush(colour(0.47, 0.57, 0.66))
    lower = corners(camera, x + gap, wide - 2 * gap, 0.1, 0.965, 0, rattle)
    if not angle:
        painter.drawPolygon(QPolygonF(lower))
    edge_x, edge_z = 0.022 * np.cos(np.radians(angle)), 0.022 * np.sin(np.radians(angle))
    inner = corners(camera, x + edge_x, wide - 0.044, 1.005, 1.855, angle, rattle - edge_z)
    painter.setPen(QPen(colour(0.66, 0.76, 0.86), 1.6))
    painter.drawLine(inner[3], inner[2])
    painter.drawLine(inner[3], inner[0])
    painter.setPen(QPen(colour(0.22, 0.28, 0.34), 1.6))
    painter.drawLine(inner[0], inner[1])
    painter.drawLine(inner[1], inner[2])
    painter.setPen(Qt.PenStyle.NoPen)

    def spot(left: float, right: float, low: float, high: float, tint: QColor) -> None:
        cosine, sine = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        places = [QPointF(*camera.pixel(x + a * cosine, y, -a * sine + rattle)) for a, y in
                   ((left, low), (right, low), (right, high), (left, high))]  # fmt: skip
        painter.setBrush(tint)
        painter.drawPolygon(QPolygonF(places))

    for row in range(4):
        level = 1.76 - row * 0.035
        spot(0.12, wide - 0.12, level, level + 0.010, colour(0.10, 0.13, 0.17))
        spot(0.12, wide - 0.12, level - 0.003, level, colour(0.70, 0.80, 0.90))
    spot(wide - 0.075, wide - 0.050, 1.30, 1.45, colour(0.16, 0.19, 0.23))
    spot(wide - 0.070, wide - 0.058, 1.31, 1.44, colour(0.86, 0.92, 0.98))
    spot(wide / 2 - 0.04, wide / 2 + 0.04, 1.575, 1.612, colour(0.80, 0.80, 0.74))


def below(painter: QPainter, camera: Camera, x: float, wide: float) -> None:
    """The lower door of a column."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(112, 136, 158))
    painter.drawPolygon(QPolygonF(corners(camera, x + 0.006, wide - 0.012, 0.1, 0.965, 0)))


def inside(painter: QPainter, camera: Camera, wide: float) -> None:
    """The dark of the open locker, a shelf, and a pair of tap shoes hung by their laces."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(14, 17, 22))
    painter.drawPolygon(QPolygonF(corners(camera, 0.008, wide - 0.016, 0.99, 1.87, 0)))
    painter.setBrush(QColor(34, 41, 48))
    painter.drawPolygon(QPolygonF(corners(camera, 0.02, wide - 0.04, 1.615, 1.628, 0, 0.05)))
    painter.setBrush(QColor(26, 15, 9))
    for dx, tilt in ((0.17, -8), (0.27, 6)):
        x, y = camera.pixel(dx, 1.33, 0.1)
        scale = camera.scale(dx, 1.33, 0.1)
        painter.setPen(QPen(QColor(60, 55, 47), 2))
        painter.drawLine(QPointF(x, y), QPointF(*camera.pixel(0.22, 1.615, 0.1)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.translate(x, y)
        painter.rotate(tilt)
        painter.drawRoundedRect(QRectF(-0.038 * scale, 0, 0.076 * scale, 0.24 * scale), 0.036 * scale, 0.036 * scale)
        painter.setBrush(QColor(44, 47, 50))
        painter.drawRoundedRect(
            QRectF(-0.030 * scale, 0.155 * scale, 0.06 * scale, 0.075 * scale), 0.028 * scale, 0.028 * scale
        )
        painter.drawRoundedRect(
            QRectF(-0.026 * scale, 0.012 * scale, 0.052 * scale, 0.045 * scale), 0.016 * scale, 0.016 * scale
        )
        painter.setBrush(QColor(26, 15, 9))
        painter.restore()
