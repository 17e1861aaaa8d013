"""The school's roof at dusk: a great sky, hills in haze, a small town with its first lights, a parapet and a fence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from drawing.lamps import Floats, grid, step
from drawing.space import HEIGHT, WIDTH, Camera
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF


@dataclass(frozen=True)
class Light:
    """A time of day: colours from the top of the sky to the horizon, of hills far and near, and of the sun."""

    sky: tuple[tuple[float, float, float], ...]
    far: tuple[float, float, float]
    near: tuple[float, float, float]
    sun: tuple[float, float, float]
    glow: float = 1.0
    lamps: float = 1.0


DUSK = Light(
    ((0.085, 0.085, 0.215), (0.235, 0.165, 0.335), (0.56, 0.275, 0.355), (0.93, 0.475, 0.265), (1.0, 0.68, 0.36)),
    (0.56, 0.31, 0.33), (0.075, 0.05, 0.095), (1.0, 0.62, 0.28),
)  # fmt: skip
MORNING = Light(
    ((0.22, 0.36, 0.56), (0.38, 0.52, 0.68), (0.62, 0.70, 0.76), (0.92, 0.84, 0.76), (1.0, 0.90, 0.76)),
    (0.58, 0.66, 0.72), (0.10, 0.16, 0.20), (1.0, 0.88, 0.66), 0.8, 0.0,
)  # fmt: skip
NOON = Light(
    ((0.16, 0.40, 0.72), (0.30, 0.54, 0.82), (0.50, 0.70, 0.88), (0.70, 0.82, 0.90), (0.80, 0.87, 0.90)),
    (0.42, 0.60, 0.70), (0.10, 0.22, 0.20), (1.0, 0.97, 0.85), 0.25, 0.0,
)  # fmt: skip
NIGHT = Light(
    ((0.012, 0.018, 0.05), (0.02, 0.032, 0.085), (0.035, 0.055, 0.13), (0.06, 0.085, 0.17), (0.085, 0.11, 0.20)),
    (0.05, 0.07, 0.14), (0.012, 0.016, 0.035), (0.55, 0.66, 0.95), 0.45, 1.6,
)  # fmt: skip


@cache
def _clouds(seed: int) -> Floats:
    """Long thin clouds, 0 to 1, over twice the picture's width."""
    rng = np.random.default_rng(seed)
    high, wide = HEIGHT, WIDTH
    total = np.zeros((high, wide), np.float32)
    for octave, weight in ((3, 1.0), (6, 0.6), (12, 0.34), (24, 0.2), (48, 0.11)):
        rows, columns = octave * 4, octave
        noise = rng.random((rows + 3, columns + 3)).astype(np.float32)
        y, x = np.linspace(0, rows, high, endpoint=False), np.linspace(0, columns, wide, endpoint=False)
        iy, ix = y.astype(int), x.astype(int)
        fy, fx = (y - iy)[:, None], (x - ix)[None, :]
        fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
        corner = noise[iy][:, ix], noise[iy][:, ix + 1], noise[iy + 1][:, ix], noise[iy + 1][:, ix + 1]
        total += weight * (
            (corner[0] * (1 - fx) + corner[1] * fx) * (1 - fy) + (corner[2] * (1 - fx) + corner[3] * fx) * fy
        )
    total = (total - total.min()) / (total.max() - total.min())
    return step(total, 0.46, 0.82)


@lru_cache(maxsize=4)
def sky(light: Light, horizon: float, sun_x: float, sun_y: float, seed: int = 4) -> Floats:
    """The sky with its clouds lit from below, down to the horizon's row."""
    columns, rows = grid()
    share = np.clip(rows / max(horizon, 1), 0, 1) ** 1.15 * (len(light.sky) - 1)
    colours = np.array(light.sky, np.float32)
    low = np.minimum(share.astype(int), len(light.sky) - 2)
    part = (share - low)[..., None]
    picture = colours[low] * (1 - part) + colours[low + 1] * part
    far = np.hypot((columns - sun_x) / 1.5, rows - sun_y)
    halo = np.exp(-far / 150)[..., None] * 0.42 + np.exp(-far / 420)[..., None] * 0.18
    sun = np.array(light.sun, np.float32)
    picture += halo * sun * light.glow
    clouds = (_clouds(seed) * step(rows, horizon * 1.05, horizon * 0.55) * 0.85)[..., None]
    under = np.exp(-far / 520)[..., None]
    tone = picture * 0.62 + colours[1] * 0.10
    lit = tone + sun * under * 0.42 * light.glow
    picture = picture * (1 - clouds) + lit * clouds
    disc = step(np.hypot(columns - sun_x, rows - sun_y), 27, 24.5)[..., None]
    return (picture * (1 - disc) + disc * _disc(light)).astype(np.float32)


def _disc(light: Light) -> Floats:
    """The sun's own colour, or the moon's where nights are lit by it."""
    pale = (0.86, 0.90, 1.0) if light.lamps > 1 else (1.15, 0.96, 0.66) if light.glow == 1 else (1.15, 1.1, 0.98)
    return np.array(pale, np.float32)


def ridge(x: float, layer: int) -> float:
    """How high a line of hills stands over the horizon, in pixels at a focal length of 1000."""
    a, b, c = layer * 1.7, layer * 2.9, layer * 0.6
    return float(
        34 * np.sin(x / 233 + a) + 19 * np.sin(x / 97 + b) + 8 * np.sin(x / 41 + c) + 4 * np.sin(x / 17 + a * 3)
    )


def _tone(light: Light, share: float) -> QColor:
    mix = [a + (b - a) * share for a, b in zip(light.far, light.near, strict=True)]
    return QColor.fromRgbF(*[min(1.0, value) for value in mix])


def land(light: Light, horizon: float, drift: float, zoom: float = 1.0) -> QImage:
    """Hills in four layers and the town between them, as a picture with nothing where the sky is."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rng = np.random.default_rng(12)
    for layer, (base, share) in enumerate(((-62, 0.06), (-30, 0.30), (6, 0.56), (46, 0.80))):
        shift = drift * (0.25 + 0.3 * layer)
        path = QPainterPath(QPointF(0, HEIGHT))
        for x in range(0, WIDTH + 9, 8):
            path.lineTo(x, horizon + zoom * (base - ridge((x + shift) / zoom, layer + 2) * (1.15 - 0.2 * layer)))
        path.lineTo(WIDTH + 8, HEIGHT)
        painter.setBrush(_tone(light, share))
        painter.drawPath(path)
        if layer == 2:
            _town(painter, light, horizon + zoom * 30, shift, zoom, rng)
    painter.end()
    return image


def _town(painter: QPainter, light: Light, base: float, shift: float, zoom: float, rng: np.random.Generator) -> None:
    """Small houses on the slope, a temple roof, a pylon; windows that come on one after the other."""
    dark = _tone(light, 0.80)
    for _ in range(150):
        x, depth = rng.uniform(-100, WIDTH * 1.3), rng.random()
        wide, high = rng.uniform(12, 30) * zoom, rng.uniform(7, 14) * zoom
        gable, bright, place = rng.random() < 0.7, rng.random(), rng.random()
        left, top = x - shift, base - 6 * zoom + depth * 58 * zoom
        tone = QColor(dark)
        tone = tone.lighter(round(118 - 30 * depth))
        painter.setBrush(tone)
        painter.drawRect(QRectF(left, top - high, wide, high + 30))
        if gable:
            eaves = (left - 3 * zoom, 0.0), (left + wide / 2, 7 * zoom), (left + wide + 3 * zoom, 0.0)
            painter.drawPolygon(QPolygonF([QPointF(x_, top - high - up) for x_, up in eaves]))
        if bright < 0.5 * light.lamps:
            painter.setBrush(QColor(255, 200, 120, round(150 + 100 * place)))
            painter.drawRect(QRectF(left + wide * (0.2 + 0.5 * place), top - high * 0.7, 2.6 * zoom, 2.6 * zoom))
    painter.setPen(QPen(dark, 1.3 * zoom))
    for x in range(-200, 1900, 260):
        foot = QPointF(x - shift, base + 26 * zoom)
        painter.drawLine(foot, foot - QPointF(0, 66 * zoom))
        painter.drawLine(foot + QPointF(-8 * zoom, -60 * zoom), foot + QPointF(8 * zoom, -60 * zoom))
    painter.setPen(Qt.PenStyle.NoPen)


def deck(camera: Camera, light: Light, sun_x: float) -> tuple[Floats, Floats]:
    """The roof's concrete under the sky, coloured, and where it is (0 to 1)."""
    points, ahead = camera.on_plane(1, 0.0)
    x, z = points[:, :, 0], points[:, :, 2]
    there = step(z, 4.02, 3.98) * ahead
    slabs = np.maximum(np.abs((x / 1.5) % 1 - 0.5), np.abs((z / 1.5) % 1 - 0.5))
    away = np.maximum(0.3, z - camera.z)
    joint = np.clip((slabs - 0.5 + 0.012 + away / camera.focal) / (away / camera.focal + 0.004), 0, 1) * np.clip(
        3 / away, 0, 1
    )
    worn = 0.9 + 0.1 * np.sin(x * 2.3 + 2 * np.sin(z * 1.1)) * np.sin(z * 3.1 + np.sin(x * 1.7))
    columns, _ = grid()
    glint = np.exp(-(((columns - sun_x) / 330) ** 2)) * np.exp(-np.maximum(0, 3.5 - z) / 4.0)
    top, low = np.array(light.sky[1], np.float32), np.array(light.sun, np.float32)
    tone = top * 0.34 * worn[..., None] + low * (0.30 * light.glow * glint * worn)[..., None]
    return (tone * (1 - 0.45 * joint)[..., None]).astype(np.float32), there.astype(np.float32)


def fence(camera: Camera, z: float = 3.9, high: float = 1.5, mesh: bool = True) -> QImage:
    """The parapet and the fence on it, as dark lines with a bright edge left out."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = camera.scale(0, 0.5, z)
    dark = QColor(15, 10, 18)
    left, right = camera.x - 9, camera.x + 9
    _, top = camera.pixel(0, 0.32, z)
    _, low = camera.pixel(0, 0, z)
    painter.fillRect(QRectF(0, top, WIDTH, max(1.0, low - top)), dark)
    if mesh:
        painter.setPen(QPen(QColor(15, 10, 18, 120), max(0.7, 0.006 * scale)))
        for number in range(int(left / 0.11) - 8, int(right / 0.11) + 8):
            start = camera.pixel(number * 0.11, 0.32, z)
            for lean in (-1, 1):
                end = camera.pixel(number * 0.11 + lean * (high - 0.32), high, z)
                painter.drawLine(QPointF(*start), QPointF(*end))
    for number in range(int(left / 2) - 1, int(right / 2) + 2):
        painter.setPen(QPen(dark, max(1.5, 0.05 * scale)))
        painter.drawLine(QPointF(*camera.pixel(number * 2, 0, z)), QPointF(*camera.pixel(number * 2, high + 0.05, z)))
    painter.setPen(QPen(dark, max(1.2, 0.035 * scale)))
    for level in (high, 0.42):
        painter.drawLine(QPointF(0, camera.pixel(0, level, z)[1]), QPointF(WIDTH, camera.pixel(0, level, z)[1]))
    painter.end()
    return image


def over(picture: Floats, image: QImage) -> None:
    """Lay a picture with transparency (premultiplied) over one of floats."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(np.float32) / 255
    picture *= 1 - rows[:, :, 3:]
    picture += rows[:, :, 2::-1]
