"""Draws the people of the film: a silhouette with a rim of light, on two legs that reach where the feet are."""

from __future__ import annotations

from math import acos, atan2, cos, exp, hypot, pi, sin

from choreography import Foot
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

Point = tuple[float, float]
STEEL = QColor(236, 232, 220)


def limb(start: Point, end: Point, start_width: float, end_width: float) -> QPainterPath:
    """A tapered bar with round ends, all of it wound one way so that overlapping parts stay filled."""
    angle = atan2(end[1] - start[1], end[0] - start[0]) + pi / 2
    dx, dy = cos(angle) / 2, sin(angle) / 2
    bar = QPainterPath()
    bar.setFillRule(Qt.FillRule.WindingFill)
    bar.addPolygon(
        QPolygonF(
            [
                QPointF(start[0] - dx * start_width, start[1] - dy * start_width),
                QPointF(end[0] - dx * end_width, end[1] - dy * end_width),
                QPointF(end[0] + dx * end_width, end[1] + dy * end_width),
                QPointF(start[0] + dx * start_width, start[1] + dy * start_width),
            ]
        )
    )
    bar.closeSubpath()
    for (x, y), width in ((start, start_width), (end, end_width)):
        bar.addEllipse(QPointF(x, y), width / 2, width / 2)
    return bar


def bend(start: Point, end: Point, upper: float, lower: float, side: float) -> tuple[Point, Point]:
    """The joint and the end of a two-part limb that reaches for `end`, bending to `side` (1 or -1)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = min(hypot(dx, dy), (upper + lower) * 0.998)
    heading = atan2(dy, dx)
    turn = acos(max(-1.0, min(1.0, (upper**2 + reach**2 - lower**2) / (2 * upper * max(reach, 1e-6)))))
    joint = (start[0] + upper * cos(heading - side * turn), start[1] + upper * sin(heading - side * turn))
    return joint, (start[0] + reach * cos(heading), start[1] + reach * sin(heading))


def shoe(
    painter: QPainter,
    foot: Foot,
    x: float,
    floor: float,
    scale: float,
    facing: int,
    leather: QColor,
    plate: QColor = STEEL,
) -> None:
    """A tap shoe with its two plates; the sole is on the floor where `foot.lift` is 0."""
    painter.save()
    painter.translate(x, floor - foot.lift)
    painter.scale(scale * facing, scale)
    painter.translate(-9, 0)
    painter.rotate(-foot.pitch)
    painter.setPen(Qt.PenStyle.NoPen)
    upper = QPainterPath(QPointF(-0.5, -3.6))
    upper.cubicTo(-2.6, -9, -1.6, -15, 0, -19)
    upper.cubicTo(4, -17.6, 10, -17.6, 14.5, -19)
    upper.cubicTo(17, -13.5, 23, -11.6, 29.5, -10)
    upper.cubicTo(35.5, -8.6, 38, -6, 37, -2.6)
    upper.lineTo(12, -2.6)
    upper.closeSubpath()
    painter.fillPath(upper, QBrush(leather))
    painter.save()
    painter.setClipPath(upper)
    painter.setPen(QPen(leather.darker(135), 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(37.5, -2), 8.5, 9.5)
    painter.drawEllipse(QPointF(-4, -3), 10, 11)
    painter.setPen(QPen(leather.lighter(160), 0.9))
    for lace in range(3):
        left = QPointF(12.6 + lace * 3.3, -14.4 + lace * 1.35)
        painter.drawLine(left, left + QPointF(4.4, -2.4))
    painter.restore()
    painter.setBrush(leather.darker(190))
    painter.drawRect(QRectF(-0.6, -3.7, 11.6, 2.7))
    painter.drawRect(QRectF(10, -2.7, 27, 1.7))
    painter.setBrush(plate)
    painter.drawRoundedRect(QRectF(-0.6, -1, 11.2, 1), 0.4, 0.4)
    painter.drawRoundedRect(QRectF(21.5, -1, 15, 1), 0.4, 0.4)
    painter.restore()


def body(
    hip: Point, ankles: tuple[Point, Point], scale: float, facing: int, swing: float, crouch: float
) -> tuple[QPainterPath, QPainterPath]:
    """Legs, and all above them, as two outlines; `swing`, an angle, moves the arms, `crouch` (0 to 1) bends forward."""
    legs, upper = QPainterPath(), QPainterPath()
    for path in (legs, upper):
        path.setFillRule(Qt.FillRule.WindingFill)

    def part(path: QPainterPath, start: Point, end: Point, start_width: float, end_width: float) -> None:
        path.addPath(limb(start, end, start_width * scale, end_width * scale))

    for side, ankle in zip((-1, 1), ankles, strict=True):
        root = (hip[0] + side * 6 * scale, hip[1])
        bow = -facing if crouch < 0.5 else -side
        knee, heel = bend(root, ankle, 62 * scale, 60 * scale, bow)
        part(legs, root, knee, 25, 17)
        part(legs, knee, heel, 17, 13)
    lean = facing * (0.05 + 0.62 * crouch) + 0.05 * sin(swing)
    up = (sin(lean), -cos(lean))
    chest = (hip[0] + 74 * scale * up[0], hip[1] + 74 * scale * up[1])
    part(upper, hip, (hip[0] + 30 * scale * up[0], hip[1] + 30 * scale * up[1]), 33, 28)
    part(upper, (hip[0] + 24 * scale * up[0], hip[1] + 24 * scale * up[1]), chest, 28, 37)
    part(upper, chest, (chest[0] + 17 * scale * up[0], chest[1] + 17 * scale * up[1]), 20, 11)
    head = (chest[0] + (33 * up[0] + 3 * facing) * scale, chest[1] + 33 * scale * up[1])
    upper.addEllipse(QPointF(*head), 13.5 * scale, 16 * scale)
    upper.addEllipse(QPointF(head[0] - 4 * facing * scale, head[1] - 6 * scale), 14 * scale, 13 * scale)
    for side in (-1, 1):
        shoulder = (chest[0] + side * 17 * scale, chest[1] + 3 * scale)
        wave = swing + (0 if side < 0 else pi * 0.8)
        out = 34 + 22 * crouch + 15 * sin(wave)
        hand = (shoulder[0] + side * out * scale, shoulder[1] + (50 - 24 * cos(wave)) * scale)
        elbow, wrist = bend(shoulder, hand, 41 * scale, 38 * scale, side)
        part(upper, shoulder, elbow, 15, 11)
        part(upper, elbow, wrist, 11, 8)
        upper.addEllipse(QPointF(*wrist), 6 * scale, 6 * scale)
    return legs, upper


def dancer(
    painter: QPainter,
    pair: tuple[Foot, Foot],
    offset: float,
    floor: float,
    scale: float,
    *,
    facing: int = 1,
    swing: float = 0.0,
    since: int = 999,
    crouch: float = 0.0,
    cloth: QColor,
    rim: QColor,
    leather: QColor,
    rim_from: float = -1.0,
) -> None:
    """Draw one dancer; `offset` is taken off the feet's x, `since` is frames since the last strike: the knees give."""
    places = [foot.x - offset for foot in pair]
    ankles = tuple((x, floor - foot.lift - 15 * scale) for x, foot in zip(places, pair, strict=True))
    spread = abs(places[0] - places[1]) / 2
    give = 5 * exp(-since / 4) + 34 * crouch
    height = 15 + (max(60.0, 119**2 - (spread / scale) ** 2)) ** 0.5 - 3 - give
    hip = (sum(places) / 2 + 3 * sin(swing) * scale, floor - height * scale)
    legs, upper = body(hip, (ankles[0], ankles[1]), scale, facing, swing, crouch)
    painter.setPen(Qt.PenStyle.NoPen)
    for shift, colour in ((rim_from * 2.4 * scale, rim), (0.0, cloth)):
        painter.save()
        painter.translate(shift, -1.2 * scale if shift else 0)
        painter.fillPath(legs, QBrush(colour))
        painter.fillPath(upper, QBrush(colour))
        painter.restore()
    for x, foot in zip(places, pair, strict=True):
        shoe(painter, foot, x, floor, scale, facing, leather)
