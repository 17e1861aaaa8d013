"""Light as numbers: cones in the air, pools on floors, shadows that fall, dust, and the last step to eight bits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from drawing.rounds import Round
from drawing.space import BAR, HEIGHT, WIDTH, Camera, Vector

Floats = NDArray[np.float32]
Colour = tuple[float, float, float]


SIZE = (WIDTH, HEIGHT)


@cache
def grid(step: int = 1, size: tuple[int, int] = SIZE) -> tuple[Floats, Floats]:
    """Columns and rows of a picture's pixels."""
    rows, columns = np.mgrid[0 : size[1] : step, 0 : size[0] : step].astype(np.float32)
    return columns, rows


def step(value: Floats, low: float, high: float) -> Floats:
    """Smoothly from 0 at `low` to 1 at `high` (which may be the smaller)."""
    share = np.clip((value - low) / (high - low), 0, 1)
    return (share * share * (3 - 2 * share)).astype(np.float32)


def doubled(layer: Floats) -> Floats:
    """A layer of half the size made as large as the picture."""
    padded = np.pad(layer, ((0, 1), (0, 1)), mode="edge")
    middle = (padded[:-1] + padded[1:]) * 0.5
    tall = np.empty((layer.shape[0] * 2, padded.shape[1]), np.float32)
    tall[0::2], tall[1::2] = padded[:-1], middle
    wide = np.empty((tall.shape[0], layer.shape[1] * 2), np.float32)
    wide[:, 0::2], wide[:, 1::2] = tall[:, :-1], (tall[:, :-1] + tall[:, 1:]) * 0.5
    return wide


def blurred(layer: Floats, radius: int, times: int = 2) -> Floats:
    """A layer (2-D) averaged over boxes, `times` over."""
    if radius < 1:
        return layer
    for _ in range(times):
        for axis in (0, 1):
            pad = [(0, 0), (0, 0)]
            pad[axis] = (radius + 1, radius)
            sums = np.cumsum(np.pad(layer, pad, mode="edge"), axis=axis, dtype=np.float32)
            size = 2 * radius + 1
            layer = (sums[size:] - sums[:-size] if axis == 0 else sums[:, size:] - sums[:, :-size]) / size
    return layer


def cone(
    lamp: tuple[float, float],
    centre: tuple[float, float],
    half: float,
    *,
    core: float = 6.0,
    fade: float = 1.2,
    size: tuple[int, int] = SIZE,
) -> Floats:
    """A lamp's light in the air, from its pixel to a pool's centre `half` pixels wide, at half size; strongest at 1."""
    columns, rows = grid(2, size)
    dx, dy = centre[0] - lamp[0], centre[1] - lamp[1]
    length = float(np.hypot(dx, dy))
    along = ((columns - lamp[0]) * dx + (rows - lamp[1]) * dy) / length**2
    across = np.abs((columns - lamp[0]) * dy - (rows - lamp[1]) * dx) / length
    width = core + (half - core) * np.clip(along, 0, 1.4)
    inside = np.clip(1 - across / width, 0, 1)
    depth = 0.10 + 0.90 * np.clip(1 - along, 0, 1) ** fade
    return (inside * (2 - inside)) ** 1.3 * depth * step(along, -0.01, 0.04) * step(along, 1.12, 0.9)


def add(picture: Floats, layer: Floats, colour: Colour) -> None:
    """Add a layer of light (full or half size) in a colour."""
    whole = doubled(layer) if layer.shape[0] * 2 == picture.shape[0] else layer
    for channel in range(3):
        picture[:, :, channel] += whole * np.float32(colour[channel])


def glow(x: float, y: float, wide: float, high: float, size: tuple[int, int] = SIZE) -> Floats:
    """A soft ellipse of light at half size, `wide` and `high` its radii in pixels, 1 in the middle."""
    columns, rows = grid(2, size)
    far = ((columns - x) / wide) ** 2 + ((rows - y) / high) ** 2
    return np.exp(-2.2 * far).astype(np.float32)


def mask(camera: Camera, shapes: Sequence[Vector], step_px: int = 2) -> Floats:
    """Polygons (pixels) as coverage between 0 and 1, at the picture's size divided by `step_px`."""
    image = QImage(camera.width // step_px, camera.height // step_px, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    painter.scale(1 / step_px, 1 / step_px)
    for shape in shapes:
        painter.drawPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in shape]), Qt.FillRule.WindingFill)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(np.float32) / 255


def _hull(points: Vector) -> Vector:
    ordered = sorted(map(tuple, points))

    def half(run: list[tuple[float, float]]) -> list[tuple[float, float]]:
        out: list[tuple[float, float]] = []
        for p in run:
            while len(out) > 1 and (out[-1][0] - out[-2][0]) * (p[1] - out[-2][1]) <= (out[-1][1] - out[-2][1]) * (
                p[0] - out[-2][0]
            ):
                out.pop()
            out.append(p)
        return out[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


_RING = np.linspace(0, 2 * np.pi, 10, endpoint=False)


def shadow(
    parts: Sequence[Round], camera: Camera, lamp: Vector, *, axis: int = 1, level: float = 0.0, soft: int = 3
) -> Floats:
    """The shadow that a lamp at a place throws of a body onto the plane `axis` = `level`, at half size."""
    centres = np.array([part.p0 for part in parts] + [part.p1 for part in parts])
    radii = np.array([part.r0 for part in parts] + [part.r1 for part in parts])
    rays = centres - lamp
    one = np.cross(rays, (0.31, 0.77, 0.56))
    one /= np.linalg.norm(one, axis=1)[:, None]
    two = np.cross(rays, one) / np.linalg.norm(rays, axis=1)[:, None]
    rims = np.cos(_RING)[None, :, None] * one[:, None] + np.sin(_RING)[None, :, None] * two[:, None]
    rims = centres[:, None] + radii[:, None, None] * rims
    along = rims[..., axis] - lamp[axis]
    share = (level - lamp[axis]) / np.where(np.abs(along) < 1e-6, 1e-6, along)
    fallen = lamp + (rims - lamp) * share[..., None]
    seen, near = camera.seen(fallen.reshape(-1, 3))
    seen, good = seen.reshape(len(centres), -1, 2), ((near.reshape(share.shape) > 0.2) & (share > 0)).all(axis=1)
    count = len(parts)
    shapes = [_hull(np.concatenate((seen[n], seen[n + count]))) for n in range(count) if good[n] and good[n + count]]
    return blurred(mask(camera, shapes), soft)


def motes(picture: Floats, frame: int, layer: Floats, colour: Colour, count: int = 60, seed: int = 5) -> None:
    """Slow dust where a layer of light (half size) is, each a soft dot."""
    rng = np.random.default_rng(seed)
    starts, speeds = rng.random((count, 2)), rng.uniform(-1, 1, (count, 2))
    sizes, phases = rng.uniform(0.8, 1.9, count), rng.random(count)
    for start, speed, size, phase in zip(starts, speeds, sizes, phases, strict=True):
        x = (start[0] * WIDTH + speed[0] * frame * 0.35 + 9 * np.sin(frame / 40 + 6 * phase)) % (WIDTH - 8) + 2
        y = (start[1] * HEIGHT + (speed[1] * 0.2 + 0.12) * frame + 6 * np.sin(frame / 55 + 9 * phase)) % (
            HEIGHT - 8
        ) + 2
        light = float(layer[int(y) // 2, int(x) // 2]) * (0.55 + 0.45 * np.sin(frame / 21 + 20 * phase))
        if light < 0.02:
            continue
        left, top = int(x) - 2, int(y) - 2
        columns, rows = np.arange(left, left + 6) - x, np.arange(top, top + 6) - y
        dot = np.exp(-(columns[None, :] ** 2 + rows[:, None] ** 2) / size**2) * light
        area = picture[max(0, top) : top + 6, max(0, left) : left + 6]
        area += dot[: area.shape[0], : area.shape[1], None] * np.array(colour, np.float32)


@cache
def _vignette(size: tuple[int, int]) -> Floats:
    columns, rows = grid(1, size)
    far = ((columns / size[0] - 0.5) / 0.62) ** 2 + ((rows / size[1] - 0.5) / 0.72) ** 2
    return (1 - 0.42 * np.clip(far, 0, 1.6) ** 1.4).astype(np.float32)[:, :, None]


@cache
def _dither(size: tuple[int, int]) -> Floats:
    noise = np.random.default_rng(3).random((size[1], size[0], 2)).astype(np.float32)
    return ((noise[:, :, 0] + noise[:, :, 1] - 1) * 0.9 / 255)[:, :, None]


def finish(picture: Floats, *, exposure: float = 1.0, vignette: bool = True, bars: bool = True) -> NDArray[np.uint8]:
    """Light to eight bits: highlights roll off, corners fall a little, a fixed dither hides the steps."""
    size = (picture.shape[1], picture.shape[0])
    light = picture * (_vignette(size) * np.float32(exposure) if vignette else np.float32(exposure))
    bright = light > 0.6
    light[bright] = 0.6 + 0.4 * np.tanh((light[bright] - 0.6) / 0.4)
    light += _dither(size)
    light *= 255
    np.minimum(np.maximum(light, 0, out=light), 254.5, out=light)
    light += 0.5
    out = light.astype(np.uint8)
    if bars:
        out[:BAR] = 0
        out[size[1] - BAR :] = 0
    return out
