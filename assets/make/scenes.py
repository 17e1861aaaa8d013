"""Paints the film's scenes: what stands still once, what moves a frame at a time."""

from __future__ import annotations

from functools import cache
from math import pi, sin

import strokes
from choreography import HEIGHT, WIDTH, Foot, Scene, camera, feet, since_strike, strikes
from figure import dancer, shoe
from light import beam, brush, canvas, glow, grained, ring, shade
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

WARM = QColor(255, 214, 150)
CLOTH = QColor(13, 14, 20)
LEATHER = QColor(96, 62, 44)


def paint(scene: Scene, frame: int) -> QImage:
    """One picture of the film, without its number."""
    image = {"corridor": _corridor, "roof": _roof, "shoes": _boards, "after": _boards}.get(scene.name, _stage)(
        scene.name
    )
    offset = camera(scene, frame)
    image = image.copy(offset, 0, WIDTH, HEIGHT)
    painter = brush(image)
    FOREGROUND[scene.name](painter, scene, frame)
    painter.end()
    return image


def _rings(painter: QPainter, scene: Scene, frame: int, colour: QColor) -> None:
    shift = camera(scene, frame)
    for strike in strikes(scene):
        strength = QColor(colour)
        strength.setAlphaF(colour.alphaF() * (1 if strike.accent else 0.7))
        ring(painter, strike.x - shift + 8 * scene.scale, scene.floor, frame - strike.frame, scene.scale**0.7, strength)


@cache
def _corridor(_: str) -> QImage:
    """A school corridor at night, wide enough for the camera to go along it."""
    image = canvas(WIDTH + 800, HEIGHT)
    painter = brush(image)
    wide = image.width()
    shade(painter, QRectF(0, 0, wide, 436), (0, "#10141c"), (0.55, "#1d2733"), (1, "#141b24"))
    shade(painter, QRectF(0, 436, wide, 104), (0, "#2a2f33"), (0.1, "#1b2024"), (1, "#07090b"))
    painter.fillRect(QRectF(0, 300, wide, 3), QColor("#2c3945"))
    painter.fillRect(QRectF(0, 424, wide, 12), QColor("#0c1016"))
    for bay in range(8):
        left = 60 + bay * 232
        if bay % 4 == 3:
            for door in range(4):
                area = QRectF(left + door * 41, 150, 38, 274)
                shade(painter, area, (0, "#31414a"), (1, "#1c272e"))
                for slit in range(3):
                    painter.fillRect(QRectF(area.x() + 9, 172 + slit * 8, 20, 2), QColor("#121a20"))
                painter.fillRect(QRectF(area.x() + 30, 280, 3, 16), QColor("#7d8a8f"))
            continue
        shade(painter, QRectF(left, 96, 164, 168), (0, "#40648c"), (0.7, "#7f97a8"), (1, "#b39b86"))
        hills = [QPointF(left, 264), QPointF(left, 232), QPointF(left + 60, 206), QPointF(left + 104, 228)]
        painter.setBrush(QColor("#2b3e4d"))
        painter.drawPolygon(QPolygonF([*hills, QPointF(left + 164, 214), QPointF(left + 164, 264)]))
        for bar in (0, 80, 160):
            painter.fillRect(QRectF(left + bar, 92, 5, 176), QColor("#0e1319"))
        for bar in (92, 176, 263):
            painter.fillRect(QRectF(left - 4, bar, 173, 5), QColor("#0e1319"))
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        for pane in (0, 82):
            corner = left + pane + 34
            patch = [
                QPointF(corner, 446),
                QPointF(corner + 70, 446),
                QPointF(corner + 104, 512),
                QPointF(corner + 20, 512),
            ]
            painter.setBrush(QColor(70, 92, 112, 70))
            painter.drawPolygon(QPolygonF(patch))
        painter.restore()
        glow(painter, left + 84, 190, 420, 380, QColor(90, 120, 150, 26))
    painter.end()
    return grained(image)


def _corridor_front(painter: QPainter, scene: Scene, frame: int) -> None:
    offset = camera(scene, frame)
    _rings(painter, scene, frame, QColor(190, 215, 240, 150))
    dancer(painter, feet(scene, frame), offset, scene.floor, scene.scale, swing=2 * pi * (frame - scene.downbeat) / 25,
           since=since_strike(scene, frame), cloth=CLOTH, rim=QColor(120, 152, 186), leather=LEATHER)  # fmt: skip
    shade(painter, QRectF(0, 0, WIDTH, 90), (0, QColor(0, 0, 0, 170)), (1, QColor(0, 0, 0, 0)))


@cache
def _boards(_: str) -> QImage:
    """The floor of the stage from close by."""
    image = canvas(WIDTH, HEIGHT)
    painter = brush(image)
    shade(painter, QRectF(0, 0, WIDTH, 380), (0, "#08060a"), (0.7, "#17100f"), (1, "#241711"))
    shade(painter, QRectF(0, 380, WIDTH, 160), (0, "#4a2f1f"), (0.25, "#3a2418"), (1, "#120a07"))
    painter.setPen(QPen(QColor(14, 8, 6, 190), 2))
    for board in range(-8, 19):
        painter.drawLine(QPointF(480 + (board - 5) * 88, 380), QPointF(480 + (board - 5) * 190, 540))
    painter.setPen(Qt.PenStyle.NoPen)
    glow(painter, 480, 400, 1050, 300, QColor(255, 190, 120, 60))
    painter.end()
    return grained(image)


def _shoes_front(painter: QPainter, scene: Scene, frame: int) -> None:
    beam(painter, (760, -160), 130, 830, scene.floor + 14, QColor(255, 205, 140, 110))
    _rings(painter, scene, frame, QColor(255, 226, 180, 190))
    dancer(painter, feet(scene, frame), 0, scene.floor + 8, scene.scale, swing=2 * pi * (frame - scene.downbeat) / 50,
           since=since_strike(scene, frame), cloth=QColor(20, 18, 24), rim=QColor(168, 122, 78),
           leather=QColor(116, 70, 44), rim_from=1.0)  # fmt: skip


def _after_front(painter: QPainter, scene: Scene, frame: int) -> None:
    """A pair of shoes is put down, one after the other, and the light closes on it."""
    left = max(0.0, 1 - max(0, frame - scene.downbeat - 40) / 95)
    half = 175 + 175 * left
    beam(painter, (480, -120), 480 - half, 480 + half, scene.floor + 14, QColor(255, 205, 140, round(70 + 60 * left)))
    _rings(painter, scene, frame, QColor(255, 226, 180, 190))
    for landing in strikes(scene)[:2]:
        height = max(0, landing.frame - frame)
        drop = Foot(landing.x, height * 26 + height * height * 3.2, 2.4 * min(height, 9))
        shoe(painter, drop, landing.x, scene.floor + 8, scene.scale, 1, QColor(116, 70, 44))
    veil = QColor(0, 0, 0, round(120 * (1 - left)))
    painter.fillRect(QRectF(0, 0, WIDTH, 250), veil)
    shade(painter, QRectF(0, 250, WIDTH, 60), (0, veil), (1, QColor(0, 0, 0, 0)))


@cache
def _stage(name: str) -> QImage:
    """An empty stage: boards, a back wall in the dark, curtains."""
    image = canvas(WIDTH, HEIGHT)
    painter = brush(image)
    shade(painter, QRectF(0, 0, WIDTH, 400), (0, "#07070b"), (0.6, "#12111a"), (1, "#1b1720"))
    shade(painter, QRectF(0, 400, WIDTH, 140), (0, "#33231c"), (0.25, "#261a15"), (1, "#0a0706"))
    painter.fillRect(QRectF(0, 398, WIDTH, 2), QColor("#4a352a"))
    painter.setPen(QPen(QColor(10, 7, 6, 150), 1.4))
    for board in range(-9, 10):
        painter.drawLine(QPointF(480 + board * 74, 400), QPointF(480 + board * 128, 540))
    painter.setPen(Qt.PenStyle.NoPen)
    for fold in range(6):
        for edge, way in ((0, 1), (WIDTH, -1)):
            x = edge + way * fold * 24
            tone = QColor(58 - fold * 5, 12, 18)
            painter.setBrush(tone if fold % 2 else tone.darker(170))
            foot_width = 26 + (fold == 5) * 8
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(x, 0), QPointF(x + way * 24, 0), QPointF(x + way * foot_width, 470), QPointF(x, 470)]
                )
            )
    if name == "title":
        painter.fillRect(image.rect(), QColor(0, 0, 0, 110))
    painter.end()
    return grained(image)


def _title_front(painter: QPainter, scene: Scene, frame: int) -> None:
    rise = min(1.0, frame / 50)
    beam(painter, (480, -60), 250, 710, 436, QColor(255, 214, 150, round(120 * rise)))
    ink = QColor(250, 236, 208, round(255 * min(1.0, max(0.0, (frame - 12) / 30))))
    strokes.write(painter, "BACKSTAGE", 480 - 9 * 5.8 * 52 / 6 / 2 + 8, 214, 52, ink, 0.085)


def _stage_front(painter: QPainter, scene: Scene, frame: int) -> None:
    pair = feet(scene, frame)
    middle = 480 + ((pair[0].x + pair[1].x) / 2 - 480) * 0.75
    beam(painter, (480, -70), middle - 165, middle + 165, scene.floor + 6, QColor(255, 214, 150, 150))
    _rings(painter, scene, frame, QColor(255, 230, 190, 190))
    dancer(painter, pair, 0, scene.floor, scene.scale, swing=2 * pi * (frame - scene.downbeat) / 50,
           since=since_strike(scene, frame), cloth=CLOTH, rim=QColor(220, 176, 118), leather=LEATHER)  # fmt: skip


def _face_off_front(painter: QPainter, scene: Scene, frame: int) -> None:
    turns = [since_strike(scene, frame, who) for who in (0, 1)]
    lit = 0 if turns[0] <= turns[1] else 1
    for who, (lamp, middle) in enumerate(((250, 318), (710, 648))):
        tone = QColor(WARM) if who == 0 else QColor(150, 190, 255)
        tone.setAlpha(150 if who == lit else 52)
        beam(painter, (lamp, -70), middle - 135, middle + 135, scene.floor + 6, tone)
    _rings(painter, scene, frame, QColor(240, 232, 220, 190))
    swing = 2 * pi * (frame - scene.downbeat) / 50
    dancer(painter, feet(scene, frame, 0), 0, scene.floor, scene.scale, swing=swing if lit == 0 else 0.4 * sin(swing),
           since=turns[0], cloth=CLOTH, rim=QColor(220, 176, 118), leather=LEATHER)  # fmt: skip
    dancer(painter, feet(scene, frame, 1), 0, scene.floor, scene.scale, facing=-1,
           swing=swing * 2 if lit else 0.4 * sin(swing), since=turns[1],
           crouch=0.75 if lit else 0.35, cloth=CLOTH, rim=QColor(120, 156, 214),
           leather=QColor(196, 200, 208), rim_from=1.0)  # fmt: skip


@cache
def _roof(_: str) -> QImage:
    """The school's roof at dusk, hills behind the town."""
    image = canvas(WIDTH, HEIGHT)
    painter = brush(image)
    shade(painter, QRectF(0, 0, WIDTH, 404), (0, "#1c2348"), (0.45, "#5b4a72"), (0.75, "#c9715a"), (1, "#f0b072"))
    glow(painter, 690, 318, 520, 420, QColor(255, 190, 110, 110))
    painter.setBrush(QColor(255, 226, 170))
    painter.drawEllipse(QPointF(690, 318), 34, 34)
    for base, tone, seed in ((318, "#6b4a63", 0.9), (346, "#48354f", 2.2), (372, "#2c2238", 4.1)):
        ridge = [
            QPointF(x, base - 26 * sin(x / 131 + seed) - 15 * sin(x / 57 + 2 * seed)) for x in range(0, WIDTH + 1, 12)
        ]
        painter.setBrush(QColor(tone))
        painter.drawPolygon(QPolygonF([QPointF(0, HEIGHT), *ridge, QPointF(WIDTH, HEIGHT)]))
    for light in range(34):
        painter.fillRect(QRectF((light * 137) % WIDTH, 378 + (light * 29) % 18, 2, 2), QColor(255, 214, 140, 170))
    painter.setPen(QPen(QColor("#17131f"), 2))
    for post in range(0, WIDTH + 1, 48):
        painter.drawLine(QPointF(post, 330), QPointF(post, 404))
    for wire in (332, 356, 380):
        painter.drawLine(QPointF(0, wire), QPointF(WIDTH, wire))
    painter.setPen(Qt.PenStyle.NoPen)
    shade(painter, QRectF(0, 404, WIDTH, 136), (0, "#3a2c38"), (0.06, "#211a26"), (1, "#0d0a10"))
    glow(painter, 690, 424, 600, 60, QColor(255, 170, 100, 60))
    painter.end()
    return grained(image)


def _roof_front(painter: QPainter, scene: Scene, frame: int) -> None:
    _rings(painter, scene, frame, QColor(255, 200, 150, 200))
    dancer(painter, feet(scene, frame), 0, scene.floor, scene.scale, swing=2 * pi * (frame - scene.downbeat) / 50,
           since=since_strike(scene, frame), cloth=QColor(16, 12, 20), rim=QColor(236, 150, 96),
           leather=LEATHER, rim_from=1.0)  # fmt: skip


FOREGROUND = {
    "title": _title_front, "corridor": _corridor_front, "shoes": _shoes_front, "stage": _stage_front,
    "roof": _roof_front, "face-off": _face_off_front, "after": _after_front,
}  # fmt: skip
