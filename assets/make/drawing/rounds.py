"""Draws bodies made of round parts (balls pulled into limbs) with depth, edges without steps, and light on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drawing.space import Camera, Vector, unit

Floats = NDArray[np.float32]
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Slab:
    """Only what lies between two heights above a plane through `origin` is there: soles, plates, hems."""

    origin: Vector
    up: Vector
    low: float = 0.0
    high: float = 9.0


@dataclass(frozen=True)
class Round:
    """A ball of radius `r0` at `p0` pulled to one of `r1` at `p1`, metres; `cut` ends are flat."""

    p0: Vector
    r0: float
    p1: Vector
    r1: float
    stuff: int
    cut: tuple[bool, bool] = (False, False)
    slab: Slab | None = None


@dataclass(frozen=True)
class Stuff:
    """What a part is made of."""

    colour: Colour
    gloss: float = 0.0
    shine: float = 18.0
    """How small the highlight is."""
    sheen: float = 0.25
    """How much light from behind catches on its edge, as on cloth and hair."""


@dataclass(frozen=True)
class Lamp:
    """Light from a direction of the room (towards the lamp), with how far it wraps around."""

    towards: Vector
    colour: Colour
    wrap: float = 0.0


@dataclass
class Figure:
    """A drawn body: colours multiplied by coverage, coverage, and its top left pixel."""

    rgb: Floats
    alpha: Floats
    left: int
    top: int


@dataclass
class _Buffers:
    normal: Floats
    depth: Floats
    alpha: Floats
    stuff: NDArray[np.uint8]


def _box(pixels: Vector, radii: Vector, camera: Camera, rows: tuple[int, int]) -> tuple[int, int, int, int] | None:
    left, top = np.floor((pixels - radii[:, None]).min(axis=0)).astype(int) - 2
    right, bottom = np.ceil((pixels + radii[:, None]).max(axis=0)).astype(int) + 3
    left, right = max(0, left), min(camera.width, right)
    top, bottom = max(rows[0], top), min(rows[1], bottom)
    return (left, top, right, bottom) if right - left > 1 and bottom - top > 1 else None


def draw(
    parts: Sequence[Round],
    camera: Camera,
    stuffs: Sequence[Stuff],
    lamps: Sequence[Lamp],
    *,
    ambient: Colour = (0.02, 0.02, 0.03),
    samples: int = 2,
    folds: bool = True,
) -> Figure | None:
    """The body as the camera sees it, or None where nothing of it is in the picture."""
    ends = np.array([part.p0 for part in parts] + [part.p1 for part in parts])
    pixels, away = camera.seen(ends)
    if away.min() < 0.1:
        keep = [index for index in range(len(parts)) if min(away[index], away[index + len(parts)]) > 0.1]
        near = [parts[index] for index in keep]
        return draw(near, camera, stuffs, lamps, ambient=ambient, samples=samples, folds=folds) if keep else None
    sizes = np.array([part.r0 for part in parts] + [part.r1 for part in parts]) * camera.focal / away
    box = _box(pixels, sizes, camera, (0, camera.height))
    if box is None:
        return None
    left, top, right, bottom = box
    wide, high = (right - left) * samples, (bottom - top) * samples
    buffers = _Buffers(
        np.zeros((high, wide, 3), np.float32),
        np.full((high, wide), 1e9, np.float32),
        np.zeros((high, wide), np.float32),
        np.zeros((high, wide), np.uint8),
    )
    places = (pixels - (left, top)) * samples - 0.5 * (samples > 1)
    count = len(parts)
    for index, part in enumerate(parts):
        pair = (index, index + count)
        _raster(buffers, part, camera, places[pair, :], sizes[pair,] * samples, away[pair,], (left, top, samples))
    return _lit(buffers, camera, stuffs, lamps, ambient, samples, left, top, folds)


def _raster(
    buffers: _Buffers, part: Round, camera: Camera, ends: Vector, radii: Vector, away: Vector,
    origin: tuple[int, int, int],
) -> None:  # fmt: skip
    high, wide = buffers.depth.shape
    left, top = np.maximum(0, np.floor((ends - radii[:, None]).min(axis=0)).astype(int) - 1)
    right, bottom = np.ceil((ends + radii[:, None]).max(axis=0)).astype(int) + 2
    right, bottom = min(wide, right), min(high, bottom)
    if right <= left or bottom <= top:
        return
    x = np.arange(left, right, dtype=np.float32)[None, :]
    y = np.arange(top, bottom, dtype=np.float32)[:, None]
    (x0, y0), (x1, y1) = ends
    (r0, r1), (z0, z1) = radii, away
    dx, dy = x1 - x0, y1 - y0
    length2 = dx * dx + dy * dy
    if length2 > 1e-6:
        # The nearest ball of a cone lies a little towards its thicker end.
        raw = ((x - x0) * dx + (y - y0) * dy) / length2
        slope = (r0 - r1) / np.sqrt(length2)
        if abs(slope) < 0.9 and slope:
            off = np.abs((x - x0) * dy - (y - y0) * dx) / length2
            raw = raw - off * np.float32(slope / np.sqrt(1 - slope * slope))
        t = np.minimum(np.maximum(raw, 0), 1)
    else:
        raw = np.full((bottom - top, right - left), 0.5, np.float32)
        t = raw * 0 + (0.0 if r0 >= r1 else 1.0)
    radius = r0 + (r1 - r0) * t
    ox, oy = x - (x0 + dx * t), y - (y0 + dy * t)
    distance = np.sqrt(ox * ox + oy * oy)
    cover = np.minimum(np.maximum(radius - distance + 0.5, 0), 1)
    across, along = distance / np.maximum(radius, 1e-3), np.sqrt(length2)
    if part.cut[0] and length2 > 1e-6:
        cover = cover * np.clip(raw * along + 0.5, 0, 1)
    if part.cut[1] and length2 > 1e-6:
        cover = cover * np.clip((1 - raw) * along + 0.5, 0, 1)
    facing = np.sqrt(np.maximum(1 - across * across, 0))
    size_m = part.r0 + (part.r1 - part.r0) * t
    depth = z0 + (z1 - z0) * t - size_m * facing
    if part.slab is not None:
        centre = camera.centre
        left0, top0, samples = origin
        flat_x = ((x + 0.5 * (samples > 1)) / samples + left0 - centre[0]) / camera.focal
        flat_y = (centre[1] - (y + 0.5 * (samples > 1)) / samples - top0) / camera.focal
        up = camera.axes @ part.slab.up
        base = up @ camera.local(part.slab.origin)
        height = depth * (flat_x * up[0] + flat_y * up[1] + up[2]) - base
        a_pixel = z0 / camera.focal / samples
        cover = cover * np.clip((height - part.slab.low) / a_pixel + 0.5, 0, 1)
        cover = cover * np.clip((part.slab.high - height) / a_pixel + 0.5, 0, 1)
    area = (slice(top, bottom), slice(left, right))
    np.maximum(buffers.alpha[area], cover, out=buffers.alpha[area])
    nearer = (cover > 0.3) & (depth < buffers.depth[area])
    buffers.depth[area][nearer] = depth[nearer]
    scale = np.minimum(1, 1 / np.maximum(across, 1e-3)) / np.maximum(radius, 1e-3)
    normal = buffers.normal[area]
    normal[nearer, 0] = (ox * scale)[nearer]
    normal[nearer, 1] = (-oy * scale)[nearer]
    normal[nearer, 2] = facing[nearer]
    buffers.stuff[area][nearer] = part.stuff


def _softened(normal: Floats, depth: Floats, steps: Sequence[int]) -> Floats:
    """Normals averaged with neighbours at the same depth: seams between parts become folds, arms stay before chests."""
    for step in steps:
        for axis in (0, 1):
            first: list[slice] = [slice(None), slice(None)]
            last = list(first)
            first[axis], last[axis] = slice(step, None), slice(None, -step)
            here, there = tuple(first), tuple(last)
            near = (np.abs(depth[here] - depth[there]) < 0.05).astype(np.float32)[:, :, None]
            sums, counts = normal * 2, np.full((*depth.shape, 1), 2, np.float32)
            sums[here] += near * normal[there]
            sums[there] += near * normal[here]
            counts[here] += near
            counts[there] += near
            normal = sums / counts
    return normal


def _lit(
    buffers: _Buffers, camera: Camera, stuffs: Sequence[Stuff], lamps: Sequence[Lamp], ambient: Colour,
    samples: int, left: int, top: int, folds: bool,
) -> Figure:  # fmt: skip
    there = buffers.depth < 1e8
    if not there.any():
        return Figure(np.zeros((*buffers.alpha.shape, 3), np.float32), buffers.alpha, left, top)
    fold = camera.focal / max(0.3, float(np.min(buffers.depth))) * samples * 0.012
    steps = [step for step in (1, 2, 4, 8, 16, 32) if step <= max(1, fold)] if folds else []
    normal = _softened(buffers.normal, buffers.depth, steps)[there]
    normal[:, 2] = np.maximum(normal[:, 2], 0.02)
    which = buffers.stuff[there]
    colours = np.array([stuff.colour for stuff in stuffs], np.float32)[which]
    table = np.array([(stuff.gloss, stuff.shine, stuff.sheen) for stuff in stuffs], np.float32)[which]
    gloss, shine, sheen = table[:, 0], table[:, 1], table[:, 2]
    edge = (1 - normal[:, 2]) ** 3 * sheen
    light = np.empty_like(colours)
    light[:] = np.array(ambient, np.float32)
    glints = np.zeros_like(colours)
    for lamp in lamps:
        to = camera.axes @ unit(lamp.towards)
        way = np.array((to[0], to[1], -to[2]), np.float32)
        half = unit(way + np.array((0, 0, 1.0))).astype(np.float32)
        facing = normal @ way
        tone = np.array(lamp.colour, np.float32)
        light += np.clip((facing + lamp.wrap) / (1 + lamp.wrap), 0, 1)[:, None] * tone
        shown = edge * np.clip(facing + 0.25, 0, 1) + gloss * np.maximum(normal @ half, 0) ** shine
        glints += shown[:, None] * tone
    alpha = buffers.alpha
    rgb = np.zeros((*alpha.shape, 3), np.float32)
    rgb[there] = (colours * light + glints) * alpha[there][:, None]
    if samples > 1:
        rows, columns = alpha.shape[0] // samples, alpha.shape[1] // samples
        rgb = rgb.reshape(rows, samples, columns, samples, 3).mean(axis=(1, 3))
        alpha = alpha.reshape(rows, samples, columns, samples).mean(axis=(1, 3))
    return Figure(rgb, alpha, left, top)


def lay(picture: Floats, figure: Figure | None, strength: float = 1.0) -> None:
    """Put a drawn body over a picture of floats."""
    if figure is None:
        return
    rows = slice(figure.top, figure.top + figure.alpha.shape[0])
    columns = slice(figure.left, figure.left + figure.alpha.shape[1])
    under = picture[rows, columns]
    under *= 1 - strength * figure.alpha[:, :, None]
    under += strength * figure.rgb
