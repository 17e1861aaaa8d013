"""Plans: where the lamps hang and fall, and how the corridor is constructed."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
from drawing.space import Camera
from drawing.strokes import write
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QRadialGradient

from backstage import corridor
from backstage.sheets.paper import BLUE, INK, RED, brush, of_pixels, rule, sheet, to_image
from backstage.shots.school import CorridorFar

LINE, PALE = QColor("#b9c9dc"), QColor(185, 201, 220, 60)
WARM, COOL, GHOST, WHITE = QColor("#ffbf73"), QColor("#7fb0ff"), QColor("#f0e6b4"), QColor("#ffe9c8")
METRE = 150


def lighting_plot() -> QImage:
    """The stage from above: wings, boards, lamps with their beams, and the places of both."""
    image = QImage(1600, 1000, QImage.Format.Format_RGB888)
    image.fill(QColor("#0e1a2b"))
    painter = brush(image)
    for x in range(0, 1600, 50):
        painter.fillRect(QRectF(x, 0, 1, 1000), QColor(185, 201, 220, 14 if x % 150 else 30))
    for y in range(0, 1000, 50):
        painter.fillRect(QRectF(0, y, 1600, 1), QColor(185, 201, 220, 14 if y % 150 else 30))

    def at(x: float, z: float) -> QPointF:
        return QPointF(800 + x * METRE, 830 - z * METRE)

    for x in np.arange(-4.2, 4.21, 0.3):
        painter.setPen(QPen(QColor(185, 201, 220, 26), 1))
        painter.drawLine(at(x, -0.4), at(x, 4.9))
    painter.setPen(QPen(LINE, 3))
    painter.drawLine(at(-4.6, 4.9), at(4.6, 4.9))
    painter.drawLine(at(-4.6, 5.0), at(4.6, 5.0))
    for side in (-1, 1):
        for wing in range(3):
            z = 0.2 + 1.5 * wing
            points = [at(side * (3.4 + 0.12 * fold), z + (0.09 if fold % 2 else -0.09)) for fold in range(9)]
            painter.setPen(QPen(LINE, 2.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
    path = [at(4.4 * sin(radians(a)), 0.35 - 0.9 * cos(radians(a))) for a in range(-78, 79, 6)]
    painter.setPen(QPen(LINE, 2))
    painter.drawPolyline(QPolygonF(path))
    _beam(painter, at(-3.0, 2.1), at(-1.2, 0.2), 1.12, WARM)
    _beam(painter, at(3.0, 1.9), at(1.25, 0.0), 1.12, COOL)
    _beam(painter, at(0.0, 4.7), at(0.0, 1.3), 1.9, WHITE)
    _beam(painter, at(1.75, -1.0), at(-0.8, 4.9), 1.5, WARM, soft=True)
    glow = QRadialGradient(at(0.95, 2.6), 170)
    glow.setColorAt(0, QColor(240, 230, 180, 150))
    glow.setColorAt(1, QColor(240, 230, 180, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(at(0.95, 2.6), 170, 170)
    lamps = (
        (-3.0, 2.1, WARM, "1"),
        (3.0, 1.9, COOL, "2"),
        (0.95, 2.6, GHOST, "3"),
        (1.75, -1.0, WARM, "4"),
        (0.0, 4.7, WHITE, "5"),
    )
    for x, z, tone, number in lamps:
        place = at(x, z)
        painter.setPen(QPen(tone, 2.6))
        painter.setBrush(QColor("#0e1a2b"))
        painter.drawEllipse(place, 20, 20)
        write(painter, number, place.x() - 5, place.y() - 9, 18, tone, 0.13)
    for x, z, yaw, tone in ((-1.2, 0.2, 78, WARM), (1.25, 0.0, -90, COOL)):
        _person(painter, at(x, z), yaw, tone)
    for metre in range(-4, 5):
        write(painter, str(abs(metre)), 796 + metre * METRE, 972, 13, LINE, 0.12)
    rule(painter, LINE, 1.4, (200, 958), (1400, 958))
    painter.end()
    return image


def _beam(painter: QPainter, lamp: QPointF, middle: QPointF, radius: float, tone: QColor, soft: bool = False) -> None:
    size = radius * METRE
    way = middle - lamp
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    side = QPointF(-way.y() / length, way.x() / length) * size
    fill = QColor(tone)
    fill.setAlpha(30 if soft else 38)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([lamp, middle + side, middle - side]))
    if soft:
        return
    glow = QRadialGradient(middle, size)
    inner, outer = QColor(tone), QColor(tone)
    inner.setAlpha(120)
    outer.setAlpha(26)
    glow.setColorAt(0, inner)
    glow.setColorAt(0.95, outer)
    painter.setBrush(QBrush(glow))
    painter.setPen(QPen(tone, 1.6, Qt.PenStyle.DashLine))
    painter.drawEllipse(middle, size, size)
    painter.setPen(QPen(tone, 1.0, Qt.PenStyle.DotLine))
    painter.drawLine(lamp, middle)


def _person(painter: QPainter, place: QPointF, yaw: float, tone: QColor) -> None:
    painter.save()
    painter.translate(place)
    painter.rotate(yaw)
    painter.setPen(QPen(tone, 2.4))
    painter.setBrush(QColor("#0e1a2b"))
    painter.drawEllipse(QPointF(0, 4), 32, 15)
    painter.drawEllipse(QPointF(0, 0), 13, 15)
    painter.drawLine(QPointF(-9, 32), QPointF(0, 46))
    painter.drawLine(QPointF(9, 32), QPointF(0, 46))
    painter.restore()


def corridor_construction() -> QImage:
    """The corridor, half construction and half picture."""
    shot = CorridorFar()
    camera = shot.camera(120)
    final = of_pixels(shot.paint(120))
    image = to_image(sheet((0.90, 0.885, 0.85), (1280, 692)))
    painter = brush(image)
    _lines(painter, camera)
    shown = QImage(1280, 692, QImage.Format.Format_ARGB32_Premultiplied)
    shown.fill(0)
    over = brush(shown)
    over.drawImage(0, 0, final)
    over.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    rows = np.zeros((692, 1280), np.uint8)
    columns = np.arange(1280)[None, :] - (610 + 0.16 * (346 - np.arange(692)[:, None]))
    rows[:] = np.clip(columns / 90 * 255, 0, 255)
    mask = QImage(np.ascontiguousarray(rows).data, 1280, 692, 1280, QImage.Format.Format_Alpha8).copy()
    over.drawImage(0, 0, mask)
    over.end()
    painter.drawImage(0, 0, shown)
    painter.end()
    return image.scaled(1600, 865, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _lines(painter: QPainter, camera: Camera) -> None:
    """Vanishing point, edges, window frames and the sun's way through them."""

    def at(x: float, y: float, z: float) -> tuple[float, float]:
        seen = camera.pixel(x, y, z)
        return seen[0], seen[1] - 14

    vanish = camera.centre[0], camera.centre[1] - 14
    near = -1.0
    for x in (-corridor.HALF, corridor.HALF):
        for y in (0.0, corridor.HIGH, corridor.SILL, corridor.TOP, 1.86):
            rule(painter, QColor(51, 84, 125, 150), 1.2, at(x, y, near), vanish)
    for step in range(-6, 7):
        rule(painter, QColor(51, 84, 125, 60), 1, at(step * 0.45, 0, near), vanish)
    rule(painter, RED, 1.4, (0, vanish[1]), (1280, vanish[1]))
    painter.setBrush(RED)
    painter.drawEllipse(QPointF(*vanish), 5, 5)
    for number in range(70):
        z = near + number * 0.45
        rule(painter, QColor(51, 84, 125, 60), 1, at(-corridor.HALF, 0, z), at(corridor.HALF, 0, z))
    for bay in range(12):
        window, fallen = corridor.shaft_corners(bay)
        corners = [at(*corner) for corner in window]
        rule(painter, INK, 1.8, *corners, corners[0])
        rule(painter, INK, 1.0, at(-corridor.HALF, 1.62, window[0][2]), at(-corridor.HALF, 1.62, window[1][2]))
        middle = (window[0][2] + window[1][2]) / 2
        rule(painter, INK, 1.0, at(-corridor.HALF, corridor.SILL, middle), at(-corridor.HALF, corridor.TOP, middle))
        if bay % 2 == 1:
            for corner, end in zip(window, fallen, strict=True):
                rule(painter, QColor(196, 132, 30, 170), 1.2, at(*corner), at(*end))
        places = [at(*place) for place in fallen]
        painter.setBrush(QColor(230, 190, 90, 46))
        painter.drawPolygon(QPolygonF([QPointF(*place) for place in places]))
    ground, head = at(0.12, 0, 10.4), at(0.12, 1.72, 10.4)
    for line in range(9):
        y = ground[1] + (head[1] - ground[1]) * min(line, 7.5) / 7.5
        rule(painter, BLUE, 1, (ground[0] - 34, y), (ground[0] + 34, y))
    rule(painter, BLUE, 1.4, ground, head)
