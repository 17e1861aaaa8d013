"""Design sheets on paper: the dance as a score, the shoe, both characters from all sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from drawing.lamps import Floats
from drawing.rounds import Figure, Lamp, Round, draw, lay
from drawing.space import Camera, vec
from drawing.strokes import write
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from score import BREAKER, DANCER, SONGS

from backstage.breaking import STAND
from backstage.shots.base import stuffs
from backstage.skeleton import Arm, Foot, Pose, bones, foot_bones, stand_height
from backstage.wardrobe import breaker, dancer, shoe_alone

WIDE, HIGH = 1600, 1000
PAPER = (0.925, 0.895, 0.835)
INK, FAINT, RED, BLUE = QColor("#2a2622"), QColor(42, 38, 34, 70), QColor("#b23a26"), QColor("#33547d")
LAMPS = (Lamp(vec(-0.5, 0.8, -0.6), (1.5, 1.45, 1.4), 0.2), Lamp(vec(0.8, 0.2, 0.3), (0.55, 0.5, 0.5), 0.0))
AMBIENT = (0.42, 0.42, 0.44)


def sheet(tone: tuple[float, float, float] = PAPER, size: tuple[int, int] = (WIDE, HIGH)) -> Floats:
    """Paper: a tone, a few fibres, a darker rim."""
    rng = np.random.default_rng(17)
    wide, high = size
    noise = rng.normal(0, 1, (high // 4, wide // 4)).astype(np.float32).repeat(4, 0).repeat(4, 1)
    fine = rng.normal(0, 1, (high, wide)).astype(np.float32)
    rows, columns = np.mgrid[0:high, 0:wide].astype(np.float32)
    edge = np.minimum(np.minimum(columns, wide - columns), np.minimum(rows, high - rows)) / 260
    light = 1 + 0.006 * noise + 0.010 * fine - 0.10 * np.exp(-3 * edge)
    return (np.array(tone, np.float32) * light[..., None]).astype(np.float32)


def to_image(picture: Floats) -> QImage:
    """Floats as a picture to draw on."""
    bytes_ = np.ascontiguousarray(np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8))
    return QImage(
        bytes_.data, bytes_.shape[1], bytes_.shape[0], 3 * bytes_.shape[1], QImage.Format.Format_RGB888
    ).copy()


def of_pixels(picture: NDArray[np.uint8]) -> QImage:
    """A frame of the film as a picture, without its black bars."""
    inner = np.ascontiguousarray(picture[14:706])
    return QImage(inner.data, inner.shape[1], inner.shape[0], 3 * inner.shape[1], QImage.Format.Format_RGB888).copy()


def brush(image: QImage) -> QPainter:
    """A painter with smooth edges and no outline."""
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def rule(painter: QPainter, colour: QColor, width: float, *points: tuple[float, float]) -> None:
    """A line through points."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    painter.setPen(Qt.PenStyle.NoPen)


def body(picture: Floats, parts: Sequence[Round], camera: Camera, who: str) -> Figure | None:
    """A body in the light of a drawing room."""
    drawn = draw(parts, camera, stuffs(who), LAMPS, ambient=AMBIENT, samples=2)
    lay(picture, drawn)
    return drawn


def turn_around() -> QImage:
    """Both characters from five sides, on lines a head apart."""
    picture = sheet()
    shown = (0, 45, 90, 135, 180)
    for row, who in enumerate((DANCER, BREAKER)):
        for column, yaw in enumerate(shown):
            x = 210 + column * 295
            camera = Camera(0, 0.86, -14, focal=14 * 232, width=WIDE, height=HIGH)
            camera = replace(camera, shift=-236 + 474 * row)
            feet = tuple(_beside(side, yaw) for side in (-1, 1))
            pose = Pose(yaw=yaw, feet=(feet[0], feet[1]), pitch=1, bend=3, nod=2, arms=(Arm(0.13, -0.5, 0.03),) * 2)
            if who == BREAKER:
                pose = replace(pose, bend=9, nod=-2, arms=(Arm(0.19, -0.47, 0.06),) * 2, knees=0.5)
            pose = replace(pose, y=min(STAND.y + 0.03, stand_height(pose)))
            dress = dancer if who == DANCER else breaker
            moved = replace(camera, x=-(x - WIDE / 2) / 232)
            body(picture, dress(bones(pose)), moved, who)
    image = to_image(picture)
    painter = brush(image)
    head = 1.72 / 7.5 * 232
    for row in range(2):
        ground = 500 + 0.86 * 232 - 236 + 474 * row
        for line in range(9):
            y = ground - line * head
            if line == 8:
                y = ground - 7.5 * head
            rule(painter, RED if line in (0, 8) else FAINT, 1.6 if line in (0, 8) else 1.0, (70, y), (1530, y))
            if line < 8:
                write(painter, str(line), 44, y - 8, 15, INK if line else RED, 0.12)
    for column, yaw in enumerate(shown):
        write(painter, str(yaw), 196 + column * 295, 964, 18, BLUE, 0.12)
    painter.end()
    return image


def _beside(side: int, yaw: float) -> Foot:
    turn = np.radians(yaw)
    return Foot(-side * 0.11 * float(np.cos(turn)), -side * 0.11 * float(np.sin(turn)), yaw=yaw + side * -9)


def shoe_study() -> QImage:
    """The shoe from the side, at an angle, from above, and coming down."""
    picture = sheet()
    plain = Camera(0.0, 0.08, -6, focal=6 * 2700, width=WIDE, height=HIGH)

    def put(x: float, y: float, scale: float, foot: Foot, tilt: float = 0.0) -> None:
        """A shoe with the point below its ankle at a pixel, `scale` pixels to a metre."""
        camera = replace(plain, focal=6 * scale, x=-(x - WIDE / 2) / scale, y=0.0, shift=y - HIGH / 2)
        if tilt:
            camera = replace(camera, y=6.0, z=0.0, tilt=tilt)
        body(picture, shoe_alone(foot_bones(foot)), camera, DANCER)

    put(330, 440, 2700, Foot(0, 0, yaw=90))
    put(1190, 440, 2500, Foot(0, 0, yaw=38))
    put(330, 745, 2700, Foot(0, 0, yaw=90), -90)
    for number, (lift, pitch) in enumerate(((0.055, 26.0), (0.018, 12.0), (0.0, 0.0))):
        put(870 + number * 250, 850, 820, Foot(0, 0, lift, pitch, 90))
    image = to_image(picture)
    painter = brush(image)
    for x in range(0, WIDE, 50):
        painter.fillRect(QRectF(x, 0, 1, HIGH), QColor(51, 84, 125, 22))
    for y in range(0, HIGH, 50):
        painter.fillRect(QRectF(0, y, WIDE, 1), QColor(51, 84, 125, 22))
    rule(painter, INK, 2, (80, 441), (1520, 441))
    heel, toe = 330 - 0.067 * 2700, 330 + 0.204 * 2700
    plates = ((heel, toe, 108), (heel, 330 + 0.043 * 2700, 492), (330 + 0.064 * 2700, toe, 492))
    for start, end, y in plates:
        rule(painter, RED, 1.8, (start, y), (end, y))
        for x in (start, end):
            rule(painter, RED, 1.8, (x, y - 9), (x, y + 9))
            rule(painter, QColor(178, 58, 38, 70), 1, (x, y), (x, 441 if y < 441 else 640))
    for text, x, y in (("27", (heel + toe) / 2 - 18, 72), ("1", heel + 140, 508), ("2", toe - 190, 508)):
        write(painter, text, x, y, 24, RED, 0.1)
    rule(painter, INK, 2, (790, 851), (1540, 851))
    for number, high in enumerate((45, 15, 0)):
        x = 870 + number * 250
        rule(painter, BLUE, 1.6, (x - 66, 851 - high), (x - 66, 851))
        text, colour = ("-2", BLUE) if number == 0 else ("-1", BLUE) if number == 1 else ("0", RED)
        write(painter, text, x + 10, 878, 24, colour, 0.1)
    painter.end()
    return image


def step_sheet() -> QImage:
    """Both songs as a score for feet: a line for each song's four bars, round marks for him, square for the breaker."""
    image = to_image(sheet())
    painter = brush(image)
    for song, sections in enumerate(SONGS):
        his = [bar for section in sections for bar in section.dancer]
        other = [bar for section in sections for bar in section.breaker]
        top = 66 + song * 474
        write(painter, str(song + 1), 40, top + 150, 56, RED, 0.08)
        rows = 4
        per_row = len(his) // rows
        for row in range(rows):
            y = top + row * 112
            wide = 1440 / per_row
            for line in range(4):
                painter.fillRect(QRectF(110, y + 12 + line * 17, 1440, 1), FAINT)
            for place in range(per_row + 1):
                x = 110 + place * wide
                painter.fillRect(QRectF(x - 1, y + 4, 2, 68), INK)
            for place in range(per_row):
                bar = row * per_row + place
                x = 110 + place * wide
                write(painter, str(bar + 1), x + 4, y - 12, 10, BLUE, 0.13)
                _marks(painter, his[bar], x, y, wide, RED)
                _marks(painter, other[bar], x, y + 34, wide, BLUE, square=True)
    painter.end()
    return image


def _marks(painter: QPainter, bar: str, x: float, y: float, wide: float, loud: QColor, square: bool = False) -> None:
    foot = 0
    for place, mark in enumerate(bar):
        if mark == ".":
            continue
        size = 6.4 if mark == "X" else 3.8
        at = QPointF(x + 9 + place * (wide - 12) / len(bar), y + 12 + 17 * foot)
        painter.setBrush(loud if mark == "X" else INK)
        if square:
            painter.drawRect(QRectF(at.x() - size * 0.9, at.y() - size * 0.9, size * 1.8, size * 1.8))
        else:
            painter.drawEllipse(at, size, size)
        foot = 1 - foot
