"""Paint and light for the film and the stills: colours, gradients, lamps, haze, and a fixed grain against banding."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QRadialGradient

Floats = NDArray[np.float32]


def canvas(width: int, height: int, colour: str = "#000000") -> QImage:
    """An empty picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    return image


def brush(image: QImage) -> QPainter:
    """A painter without outlines and with smooth edges."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def pixels(image: QImage) -> NDArray[np.uint8]:
    """A copy of an RGB888 picture's bytes, shape (height, width, 3)."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def grained(image: QImage, strength: float = 0.9, seed: int = 7) -> QImage:
    """The picture with a little noise, the same each time: dark gradients then show no steps."""
    array = pixels(image).astype(np.float64)
    array += np.random.default_rng(seed).normal(0, strength, array.shape[:2])[:, :, None]
    done = np.clip(np.round(array), 0, 255).astype(np.uint8)
    return QImage(done.data, image.width(), image.height(), image.width() * 3, QImage.Format.Format_RGB888).copy()


def shade(painter: QPainter, area: QRectF, *stops: tuple[float, str | QColor]) -> None:
    """Fill a rectangle from top to bottom with a gradient."""
    gradient = QLinearGradient(area.topLeft(), area.bottomLeft())
    for place, colour in stops:
        gradient.setColorAt(place, QColor(colour))
    painter.fillRect(area, QBrush(gradient))


def glow(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    """Add light: an ellipse, brightest in the middle."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.translate(x, y)
    painter.scale(width / 2, height / 2)
    gradient = QRadialGradient(QPointF(0, 0), 1)
    gradient.setColorAt(0, colour)
    middle, edge = QColor(colour), QColor(colour)
    middle.setAlphaF(colour.alphaF() * 0.45)
    edge.setAlpha(0)
    gradient.setColorAt(0.5, middle)
    gradient.setColorAt(1, edge)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(0, 0), 1, 1)
    painter.restore()


@cache
def _grid(width: int, height: int) -> tuple[Floats, Floats, Floats]:
    """Columns, rows, and noise between -0.5 and 0.5 that rounds a faint light without steps."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    return columns, rows, np.random.default_rng(3).random((height, width), np.float32) - 0.5


def beam(painter: QPainter, lamp: tuple[float, float], left: float, right: float, floor: float, colour: QColor) -> None:
    """Add a lamp's cone down to the floor and its pool of light there."""
    columns, rows, noise = _grid(painter.device().width(), round(floor))
    down = (rows - lamp[1]) / (floor - lamp[1])
    middle = lamp[0] + ((left + right) / 2 - lamp[0]) * down
    half = 8 + ((right - left) / 2 - 8) * down
    across = np.clip(1 - np.abs(columns - middle) / half, 0, 1)
    strength = across * (2 - across) * (0.16 + 0.84 * np.clip(1 - down, 0, 1) ** 1.2) * 0.75 * colour.alphaF()
    light = np.empty((*strength.shape, 3), np.uint8)
    for channel, value in enumerate((colour.red(), colour.green(), colour.blue())):
        light[:, :, channel] = np.clip(np.round(strength * value + noise * (strength > 0)), 0, 255)
    picture = QImage(light.data, light.shape[1], light.shape[0], light.shape[1] * 3, QImage.Format.Format_RGB888)
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawImage(0, 0, picture)
    painter.restore()
    glow(painter, (left + right) / 2, floor, (right - left) * 1.12, (right - left) * 0.24, colour)


def ring(painter: QPainter, x: float, y: float, age: int, scale: float, colour: QColor) -> None:
    """What a strike leaves on the floor for 8 frames: a ring that grows and goes; at age 0 it is brightest."""
    if not 0 <= age < 8:
        return
    fade = (1 - age / 8) ** 1.5
    size = (26 + 9 * age) * scale
    tone = QColor(colour)
    tone.setAlphaF(colour.alphaF() * fade)
    glow(painter, x, y + 2, size * 2.1, size * 0.42, tone)
    pen = painter.pen()
    tone.setAlphaF(min(1.0, colour.alphaF() * fade * 1.2))
    painter.setPen(tone)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y + 3), size, size * 0.16)
    painter.setPen(pen)
