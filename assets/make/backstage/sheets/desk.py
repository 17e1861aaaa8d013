"""Behind the scenes: the animator's desk by lamplight, and the exposure sheet of one tap."""

from __future__ import annotations

import numpy as np
from drawing.lamps import Floats, add, finish, glow
from drawing.rounds import Figure, draw
from drawing.space import Camera
from drawing.strokes import write
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF, QTransform

from backstage.roof import over
from backstage.sheets.paper import AMBIENT, BLUE, INK, LAMPS, RED, brush, rule, sheet, to_image
from backstage.shots.base import stuffs
from backstage.shots.school import Shoes
from backstage.skeleton import bones
from backstage.stage import hashed
from backstage.wardrobe import dancer

TAP = 48
"""The frame of the shoes' shot around which the sheet is ruled: an accent on a bar's first beat."""


def drawing(frame: int, camera: Camera, ink: QColor) -> QImage:
    """A frame of the shoes as a pencil drawing: the edges of what the renderer knows, on nothing."""
    shot = _shoes()
    drawn = draw(dancer(bones(shot.dancer.pose(frame))), camera, stuffs("dancer"), LAMPS, ambient=AMBIENT, samples=2)
    image = QImage(camera.width, camera.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    if drawn is None:
        return image
    line = _edges(drawn)
    whole = np.zeros((camera.height, camera.width, 4), np.float32)
    rows, columns = slice(drawn.top, drawn.top + line.shape[0]), slice(drawn.left, drawn.left + line.shape[1])
    tone = np.array((ink.blueF(), ink.greenF(), ink.redF(), 1.0), np.float32)
    whole[rows, columns] = line[..., None] * tone
    bytes_ = np.ascontiguousarray((whole * 255).astype(np.uint8))
    return QImage(bytes_.data, camera.width, camera.height, 4 * camera.width, image.format()).copy()


def _edges(drawn: Figure) -> Floats:
    alpha, light = drawn.alpha, drawn.rgb.mean(axis=2)
    line = np.zeros_like(alpha)
    for layer, weight in ((alpha, 1.6), (light, 4.0)):
        across, down = np.zeros_like(layer), np.zeros_like(layer)
        across[:, 1:-1] = layer[:, 2:] - layer[:, :-2]
        down[1:-1] = layer[2:] - layer[:-2]
        line = np.maximum(line, np.hypot(across, down) * weight)
    return np.clip(line, 0, 0.9)


_SHOES: list[Shoes] = []


def _shoes() -> Shoes:
    if not _SHOES:
        _SHOES.append(Shoes())
    return _SHOES[0]


def exposure_sheet() -> QImage:
    """Ten frames around a tap, and the ruled sheet that says which of them it is."""
    picture = sheet((0.905, 0.89, 0.84), (1600, 900))
    image = to_image(picture)
    painter = brush(image)
    shot = _shoes()
    first = TAP - 5
    for number in range(10):
        column, row = number % 5, number // 5
        frame = first + number
        area = QRectF(40 + column * 236, 60 + row * 400, 222, 222)
        struck = frame == TAP
        painter.fillRect(area.adjusted(-4, -4, 4, 4), RED if struck else QColor("#3a352f"))
        pixels = shot.paint(frame)
        x, y = shot.camera(frame).pixel(*_sole(shot))
        left, top = int(min(max(0, x - 230), 1280 - 460)), int(min(max(14, y - 330), 706 - 460))
        crop = np.ascontiguousarray(pixels[top : top + 460, left : left + 460])
        part = QImage(crop.data, 460, 460, 3 * 460, QImage.Format.Format_RGB888).copy()
        painter.drawImage(area, part)
        write(painter, f"{frame - TAP}", area.x() + 4, area.bottom() + 20, 26,
              RED if struck else INK, 0.1)  # fmt: skip
        rule(
            painter, QColor(42, 38, 34, 90), 1, (area.x() + 70, area.bottom() + 34), (area.right(), area.bottom() + 34)
        )
        if struck:
            rule(painter, RED, 3, (area.x() + 70, area.bottom() + 44), (area.right(), area.bottom() + 44))
    _chart(painter, QRectF(1240, 60, 320, 780), first)
    painter.end()
    return image


def _sole(shot: Shoes) -> tuple[float, float, float]:
    strike = next(contact for contact in shot.contacts() if contact.frame == TAP)
    return strike.x, 0.0, strike.z


def _chart(painter: QPainter, area: QRectF, first: int) -> None:
    """Rows for frames, columns for sound, left foot, right foot, light; the tap's row is red."""
    high = area.height() / 24
    for row in range(25):
        y = area.y() + row * high
        rule(
            painter,
            QColor(42, 38, 34, 150 if row % 12 == 0 else 60),
            1.6 if row % 12 == 0 else 1,
            (area.x(), y),
            (area.right(), y),
        )
    for column in range(6):
        x = area.x() + (0, 56, 122, 188, 254, 320)[column]
        rule(painter, QColor(42, 38, 34, 130), 1.2, (x, area.y()), (x, area.bottom()))
    strikes = {strike.frame: strike for strike in _shoes().strikes}
    for row in range(24):
        frame = first - 7 + row
        y = area.y() + (row + 0.5) * high
        write(painter, f"{696 + 228 + frame:04}", area.x() + 7, y - 6, 12, RED if frame == TAP else INK, 0.13)
        strike = strikes.get(frame)
        if strike is None:
            continue
        tone = RED if frame == TAP else BLUE
        wave = [(area.x() + 89 + 26 * np.exp(-k / 5) * np.sin(k * 2.1), y + (k - 2) * high / 9) for k in range(18)]
        rule(painter, tone, 1.8, *wave)
        x = area.x() + (155 if strike.foot == 0 else 221)
        painter.setBrush(tone)
        painter.drawEllipse(QPointF(x, y), 9 if strike.accent else 6, 9 if strike.accent else 6)
        rule(painter, tone, 2, (area.x() + 266, y), (area.x() + (308 if strike.accent else 290), y))
    y = area.y() + (TAP - first + 7) * high
    painter.setPen(QPen(RED, 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(area.x() - 4, y, area.width() + 8, high))
    painter.setPen(Qt.PenStyle.NoPen)


def the_desk() -> QImage:
    """From above: wood, a light table with the drawing on it, its ghosts beneath, pencils, a chart; one lamp."""
    size = (1600, 900)
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    plank = np.floor(rows / 150)
    grain = np.sin(rows * 0.55 + 7 * np.sin(columns / 260 + plank * 2) + plank * 9) * np.sin(
        rows * 0.21 + columns / 400
    )
    tone = 0.5 + 0.10 * hashed(plank, 2.0) + 0.045 * grain
    tone = tone * (1 - 0.5 * np.clip(1.5 - np.abs(rows - (plank + 0.5) * 150 + 75) % 150, 0, 1))
    wood = tone[..., None] * np.array((0.36, 0.22, 0.13), np.float32)
    far = np.hypot((columns - 1130) / 1.25, rows - 210)
    lamp = (0.10 + 1.55 * np.exp(-((far / 560) ** 2)))[..., None] * np.array((1.0, 0.82, 0.58), np.float32)
    picture = (wood * lamp).astype(np.float32)
    table = QRectF(250, 150, 820, 600)
    _shadowed(picture, table.adjusted(10, 16, 26, 30), 0.6)
    over(picture, _layer(size, lambda painter: _light_table(painter, table)))
    add(picture, glow(660, 450, 620, 470, size), (0.10, 0.105, 0.10))
    chart = QRectF(0, 0, 250, 470)
    _shadowed(picture, QRectF(1180, 330, 270, 500), 0.5)
    over(picture, _layer(size, lambda painter: _loose_sheet(painter, chart)))
    over(picture, _layer(size, _pencils))
    add(picture, glow(1190, 90, 420, 330, size), (0.16, 0.12, 0.07))
    bytes_ = finish(picture, exposure=1.12, bars=False)
    return QImage(np.ascontiguousarray(bytes_).data, *size, 3 * size[0], QImage.Format.Format_RGB888).copy()


def _layer(size: tuple[int, int], paint: object) -> QImage:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = brush(image)
    paint(painter)
    painter.end()
    return image


def _shadowed(picture: Floats, area: QRectF, strength: float) -> None:
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    out = np.maximum(
        np.maximum(area.left() - columns, columns - area.right()), np.maximum(area.top() - rows, rows - area.bottom())
    )
    picture *= 1 - strength * np.clip(0.5 - out / 36, 0, 1)[..., None]


def _light_table(painter: QPainter, table: QRectF) -> None:
    painter.setBrush(QColor("#20242a"))
    painter.drawRoundedRect(table.adjusted(-26, -26, 26, 26), 14, 14)
    glass = QLinearGradient(table.topLeft(), table.bottomRight())
    glass.setColorAt(0, QColor("#dfe6e4"))
    glass.setColorAt(0.6, QColor("#f4f5ee"))
    glass.setColorAt(1, QColor("#d3dad9"))
    painter.setBrush(glass)
    painter.drawRect(table)
    page = table.adjusted(70, 46, -60, -54)
    painter.setBrush(QColor(255, 252, 240, 205))
    painter.drawRect(page)
    for peg in (-1, 0, 1):
        painter.setBrush(QColor("#8b8f92"))
        painter.drawRoundedRect(
            QRectF(page.center().x() + peg * 130 - (26 if peg else 12), page.y() + 8, 52 if peg else 24, 16), 8, 8
        )
    camera = Camera(0.0, 0.17, -1.75, focal=1050, shift=-40, width=690, height=500)
    painter.setClipRect(page)
    place = QPointF(page.x(), page.y() + 10)
    for frame, ink in ((TAP - 4, QColor("#b04a3a")), (TAP - 2, QColor("#5a7fae")), (TAP, QColor("#1c1a18"))):
        painter.setOpacity(1.0 if frame == TAP else 0.45)
        painter.drawImage(place, drawing(frame, camera, ink))
    painter.setOpacity(1)
    ground = place.y() + camera.pixel(0, 0, -0.1)[1]
    rule(painter, QColor(178, 58, 38, 150), 1.6, (page.x() + 20, ground), (page.right() - 20, ground))
    write(painter, f"{924 + TAP:04}", page.right() - 96, page.bottom() - 36, 20, INK, 0.12)
    painter.setClipping(False)


def _loose_sheet(painter: QPainter, chart: QRectF) -> None:
    painter.setTransform(QTransform().translate(1180, 340).rotate(5))
    painter.fillRect(chart, QColor(214, 196, 160))
    for row in range(25):
        y = chart.y() + 16 + row * 18
        rule(painter, QColor(60, 46, 30, 120 if row % 6 == 0 else 60), 1, (14, y), (236, y))
    for x in (14, 56, 100, 146, 190, 236):
        rule(painter, QColor(60, 46, 30, 110), 1, (x, 16), (x, 448))
    for strike in _shoes().strikes:
        row = strike.frame - TAP + 9
        if 0 <= row < 24:
            painter.setBrush(RED if strike.frame == TAP else BLUE)
            painter.drawEllipse(QPointF(123 if strike.foot == 0 else 168, 25 + row * 18), 6, 6)
            rule(painter, RED if strike.frame == TAP else BLUE, 2, (64, 25 + row * 18), (92, 25 + row * 18))
    painter.resetTransform()


def _pencils(painter: QPainter) -> None:
    for x, y, turn, tone, tip in (
        (960, 800, -12, "#8f2d22", "#b23a26"), (1010, 842, -9, "#2d4768", "#33547d"),
            (160, 700, -72, "#1f1d1b", "#2a2622"),
    ):  # fmt: skip
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawRoundedRect(QRectF(6, 9, 330, 13), 6, 6)
        body = QLinearGradient(0, -7, 0, 7)
        body.setColorAt(0, QColor(tone).lighter(150))
        body.setColorAt(1, QColor(tone).darker(150))
        painter.setBrush(body)
        painter.drawRect(QRectF(0, -7, 290, 14))
        painter.setBrush(QColor("#c8a678"))
        painter.drawPolygon(QPolygonF([QPointF(290, -7), QPointF(290, 7), QPointF(328, 0)]))
        painter.setBrush(QColor(tip))
        painter.drawPolygon(QPolygonF([QPointF(316, -2.4), QPointF(316, 2.4), QPointF(330, 0)]))
        painter.restore()
    painter.setBrush(QColor("#d9d3c6"))
    painter.save()
    painter.translate(1120, 720)
    painter.rotate(18)
    painter.drawRoundedRect(QRectF(0, 0, 74, 36), 7, 7)
    painter.setBrush(QColor("#33547d"))
    painter.drawRect(QRectF(26, 0, 30, 36))
    painter.restore()
