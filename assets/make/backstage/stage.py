"""The stage: boards, a back wall of painted brick, black wings, and lamps above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from drawing.lamps import Floats, add, cone, step
from drawing.space import Camera

BACK = 5.2
"""Depth of the back wall, metres."""
WARM, COOL, GHOST = (1.0, 0.74, 0.42), (0.42, 0.62, 1.0), (0.9, 0.85, 0.62)


@dataclass(frozen=True)
class Spot:
    """A lamp high above and its pool on the floor: metres, and how bright."""

    x: float
    z: float
    radius: float = 1.3
    colour: tuple[float, float, float] = WARM
    level: float = 1.0
    lamp: tuple[float, float, float] = (0.0, 6.5, 1.5)
    air: float = 0.16
    """How much of it the dust shows."""


def hashed(values: Floats, seed: float) -> Floats:
    """A number between 0 and 1 for each whole number."""
    waves = np.sin(values * 12.9898 + seed * 78.233) * 43758.5453
    return (waves - np.floor(waves)).astype(np.float32)


def line(value: Floats, period: float, width: float, pixel: Floats) -> Floats:
    """How much of a pixel is on the lines at whole multiples of `period`, all in metres."""
    far = np.abs(value / period - np.round(value / period)) * period
    pixel = np.maximum(pixel, 1e-5)
    return np.clip((width / 2 + pixel / 2 - far) / pixel, 0, 1) * np.minimum(1, width / pixel + 0.15)


@lru_cache(maxsize=3)
def floor(camera: Camera) -> tuple[slice, Floats, Floats, Floats, Floats]:
    """The rows where the floor is seen, and of those x, z, how much light it gives back, how far away (0: no floor)."""
    down = camera.rays(16)[..., 1].min(axis=1) < 0
    if not down.any():
        nothing = np.zeros((0, camera.width), np.float32)
        return slice(0, 0), nothing, nothing, nothing, nothing
    rows = slice(max(0, (int(np.argmax(down)) - 1) * 16), camera.height)
    points, ahead = camera.on_plane(1, 0.0, rows)
    x, z = points[..., 0], points[..., 2]
    away = (points - camera.at.astype(np.float32)) @ camera.axes[2].astype(np.float32)
    away = np.where(ahead & (z < BACK), away, 0).astype(np.float32)
    pixel = away / np.float32(camera.focal)
    board = np.floor(x / 0.115)
    tone = 0.80 + 0.24 * hashed(board, 1.0)
    shifted = z + 3 * hashed(board, 2.0)
    tone = tone + 0.16 * (hashed(board * 7.13 + np.floor(shifted / 1.9), 3.0) - 0.5)
    grain = np.sin(x * 310 + 3 * np.sin(z * 2.1 + board)) * np.sin(x * 121 + board)
    tone = tone + 0.05 * grain * np.clip(0.003 / np.maximum(pixel, 1e-5), 0, 1)
    albedo = tone * (1 - 0.75 * line(x, 0.115, 0.005, pixel)) * (1 - 0.5 * line(shifted, 1.9, 0.006, pixel * 2.5))
    return rows, x, z, np.where(away > 0, albedo, 0).astype(np.float32), away


@lru_cache(maxsize=3)
def wall(camera: Camera) -> tuple[slice, Floats, Floats, Floats]:
    """The rows where the back wall is seen, and of those x, y, and how much light its bricks give back (0: no wall)."""
    points, ahead = camera.on_plane(2, BACK, slice(0, camera.height, 16))
    shown = (ahead & (points[..., 1] > 0)).any(axis=1)
    if not shown.any():
        nothing = np.zeros((0, camera.width), np.float32)
        return slice(0, 0), nothing, nothing, nothing
    rows = slice(0, min(camera.height, 16 * (int(np.flatnonzero(shown)[-1]) + 2)))
    points, ahead = camera.on_plane(2, BACK, rows)
    x, y = points[..., 0], points[..., 1]
    there = ahead & (y > 0)
    pixel = np.float32((BACK - camera.z) / camera.focal)
    row = np.floor(y / 0.085)
    shifted = x + 0.13 * (row % 2)
    tone = 0.75 + 0.3 * hashed(np.floor(shifted / 0.26) * 3.7 + row * 11.3, 4.0)
    joints = np.maximum(line(y, 0.085, 0.012, pixel), line(shifted, 0.26, 0.012, pixel))
    return rows, x, y, np.where(there, tone * (1 - 0.45 * joints), 0).astype(np.float32)


def pool(x: Floats, z: Floats, spot: Spot) -> Floats:
    """How bright a spot makes the floor: an even disc with a soft edge and a little spill."""
    far = np.sqrt((x - spot.x) ** 2 + (z - spot.z) ** 2) / spot.radius
    return step(far, 1.06, 0.78) * (1 - 0.25 * np.minimum(far, 1) ** 2) + 0.10 * np.exp(-0.8 * far * far)


WOOD = np.array((0.60, 0.42, 0.30), np.float32)
BRICK = np.array((0.42, 0.36, 0.38), np.float32)
Colour = tuple[float, float, float]


def boards(picture: Floats, camera: Camera, light: Callable[[Floats, Floats, slice], Floats]) -> None:
    """Put the floor into a picture, `light` giving its light for x, z and their rows as (rows, columns, 3)."""
    rows, x, z, albedo, away = floor(camera)
    if len(x):
        there = away > 0
        shown = albedo[..., None] * WOOD * light(x, z, rows)
        picture[rows][there] = shown[there]


def bricks(picture: Floats, camera: Camera, light: Callable[[Floats, Floats, slice], Floats]) -> None:
    """Put the back wall into a picture, `light` giving its light for x, y and their rows as (rows, columns, 3)."""
    rows, x, y, tone = wall(camera)
    if len(x):
        picture[rows] += tone[..., None] * BRICK * light(x, y, rows)


def empty(
    camera: Camera, spots: Sequence[Spot], *, ambient: Colour = (0.012, 0.013, 0.022), wash: Colour = (0, 0, 0),
    shades: Sequence[Floats] = (),
) -> Floats:  # fmt: skip
    """The empty stage under its lamps; `wash` lights the back wall, `shades` (1: dark) are the shadows of each spot."""
    picture = np.zeros((camera.height, camera.width, 3), np.float32)
    dim = np.array(ambient, np.float32)

    def high(x: Floats, y: Floats, rows: slice) -> Floats:
        down = y[:, :1] if camera.pan == 0 and camera.roll == 0 else y
        spill = sum(np.array(spot.colour, np.float32) * 0.035 * spot.level for spot in spots)
        near, wide = np.exp(-0.16 * np.maximum(down, 0)), np.exp(-0.35 * np.maximum(down, 0))
        return dim * 2 + near[..., None] * np.array(wash, np.float32) + wide[..., None] * spill

    def low(x: Floats, z: Floats, rows: slice) -> Floats:
        light = np.empty((*x.shape, 3), np.float32)
        light[:] = dim * 2.4
        for number, spot in enumerate(spots):
            strength = pool(x, z, spot) * np.float32(spot.level)
            if number < len(shades):
                strength = strength * (1 - shades[number][rows])
            light += strength[..., None] * np.array(spot.colour, np.float32)
        return light

    bricks(picture, camera, high)
    boards(picture, camera, low)
    return picture


def beams(picture: Floats, camera: Camera, spots: Sequence[Spot]) -> list[Floats]:
    """Add what the air shows of each spot; the layers (half size), for dust."""
    layers = []
    for spot in spots:
        layer = _cone(camera, spot)
        layers.append(layer)
        add(picture, layer * spot.level * spot.air, spot.colour)
    return layers


@lru_cache(maxsize=6)
def _cone(camera: Camera, spot: Spot) -> Floats:
    near = camera.pixel(spot.x, 0, spot.z)
    half = camera.scale(spot.x, 0, spot.z) * spot.radius * 1.02
    return cone(camera.pixel(*spot.lamp), near, half)
