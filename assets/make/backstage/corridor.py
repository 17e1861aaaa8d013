"""A school corridor: windows to the left, lockers to the right, light that falls through and lies on the floor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from drawing.lamps import Floats, blurred, doubled
from drawing.space import Camera, Vector, vec
from numpy.typing import NDArray

from backstage.stage import hashed, line

HALF, HIGH, FAR, NEAR = 1.45, 2.85, 32.0, -6.0
"""Half its width, its height, and the depths of its ends; metres."""
BAY, GLASS, SILL, TOP = 2.6, 2.0, 0.14, 2.45
"""From window to window, the width of the glass, and its lower and upper edge."""
SUN = vec(1.0, -0.40, 0.42)
"""Where the light goes."""


@dataclass(frozen=True)
class Hour:
    """The colours of a time of day."""

    sky: tuple[float, float, float] = (0.62, 0.80, 1.0)
    low: tuple[float, float, float] = (1.0, 0.86, 0.74)
    sun: tuple[float, float, float] = (1.05, 0.98, 0.92)
    air: tuple[float, float, float] = (0.050, 0.078, 0.125)


DAWN = Hour()
MOON = Hour((0.10, 0.15, 0.26), (0.12, 0.17, 0.28), (0.40, 0.54, 0.82), (0.010, 0.015, 0.028))


def panes(y: Floats, z: Floats, pixel: Floats) -> Floats:
    """How much of a pixel of the window wall is glass: frames, bars and the wall between let nothing through."""
    inside = z - np.floor(z / BAY) * BAY - (BAY - GLASS) / 2
    soft = np.maximum(pixel, 0.004)

    def within(value: Floats, low: float, high: float) -> Floats:
        return np.clip((value - low) / soft + 0.5, 0, 1) * np.clip((high - value) / soft + 0.5, 0, 1)

    glass = within(inside, 0, GLASS) * within(y, SILL, TOP)
    for place in (GLASS / 2,):
        glass = glass * (1 - within(inside, place - 0.028, place + 0.028))
    for place in (1.62,):
        glass = glass * (1 - within(y, place - 0.024, place + 0.024))
    return glass


def sunlit(points: Vector, blur: float = 0.012) -> Floats:
    """How much sun reaches points inside: straight back along the light to the window wall."""
    way = (points[..., 0] + HALF) / SUN[0]
    return panes(points[..., 1] - SUN[1] * way, points[..., 2] - SUN[2] * way, 0.01 + blur * np.maximum(way, 0))


def _sky(rays: Vector, hour: Hour) -> Floats:
    up = np.clip(rays[..., 1] / np.maximum(np.abs(rays[..., 0]) + np.abs(rays[..., 2]), 1e-3), -0.2, 1)
    share = np.clip(up * 1.6 + 0.25, 0, 1)[..., None]
    return np.array(hour.low, np.float32) * (1 - share) + np.array(hour.sky, np.float32) * share


def _inside(at: Vector, rays: Vector, hour: Hour, focal: float, wanted: NDArray[np.bool_] | None = None) -> Floats:
    """What rays from a place in the corridor meet, its floor left out: walls, ceiling, windows, the far end."""
    with np.errstate(divide="ignore", invalid="ignore"):
        sideways = np.where(rays[..., 0] > 0, (HALF - at[0]) / rays[..., 0], (-HALF - at[0]) / rays[..., 0])
        upwards = np.where(rays[..., 1] > 0, (HIGH - at[1]) / rays[..., 1], 1e6)
        ahead = np.where(rays[..., 2] > 0, (FAR - at[2]) / rays[..., 2], (NEAR - at[2]) / rays[..., 2])
    ways = [np.where(np.isfinite(way) & (way > 0), way, 1e6).astype(np.float32) for way in (sideways, upwards, ahead)]
    sideways, upwards, ahead = ways
    nearest = np.minimum(np.minimum(sideways, upwards), ahead)
    points = at.astype(np.float32) + rays * nearest[..., None]
    slant = np.maximum(0.12, np.abs(rays[..., 0]) / np.sqrt((rays * rays).sum(axis=-1)))
    pixel = nearest / focal / slant
    end, ceiling = nearest == ahead, nearest == upwards
    side = ~end & ~ceiling
    if wanted is not None:
        side, ceiling, end = side & wanted, ceiling & wanted, end & wanted
    out = np.zeros((*nearest.shape, 3), np.float32)
    for there, paint in (
        (side & (rays[..., 0] < 0), _windows), (side & (rays[..., 0] > 0), _lockers), (ceiling & ~end, _ceiling),
        (end, _end),
    ):  # fmt: skip
        if there.any():
            out[there] = paint(points[there], pixel[there], hour, rays[there])
    air = np.array(hour.air, np.float32)
    haze = (1 - np.exp(-nearest / 42))[..., None]
    return out * (1 - haze) + haze * (air * 2.6 + 0.30 * air.sum() * np.array(hour.sky, np.float32))


def _windows(points: Vector, pixel: Floats, hour: Hour, rays: Vector) -> Floats:
    glass = panes(points[:, 1], points[:, 2], pixel)[:, None]
    wall = np.array(hour.air, np.float32) * (0.5 + 0.25 * np.clip(points[:, 1], 0, 3))[:, None]
    return _sky(rays, hour) * glass + wall * (1 - glass)


def _ceiling(points: Vector, pixel: Floats, hour: Hour, rays: Vector) -> Floats:
    z = points[:, 2]
    tone = 0.9 + 0.2 * np.exp(-(((z % BAY) - BAY / 2) ** 2) / 0.5)
    beams = line(z + 0.3, BAY, 0.22, pixel * 4)
    return np.array(hour.air, np.float32) * 1.25 * (tone * (1 - 0.35 * beams))[:, None]


def _end(points: Vector, pixel: Floats, hour: Hour, rays: Vector) -> Floats:
    """The far wall: a double door with two panes of daylight."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    door = np.clip((0.95 - x) / 0.03, 0, 1) * np.clip((2.15 - y) / 0.03, 0, 1)
    panel = np.clip((x - 0.12) / 0.02, 0, 1) * np.clip((0.8 - x) / 0.02, 0, 1)
    panel = panel * np.clip((y - 0.55) / 0.02, 0, 1) * np.clip((2.0 - y) / 0.02, 0, 1)
    light = panel[:, None] * np.array(hour.sky, np.float32) * 0.9
    return np.array(hour.air, np.float32) * (1.3 - 0.5 * door)[:, None] + light


def _lockers(points: Vector, pixel: Floats, hour: Hour, rays: Vector) -> Floats:
    """The right wall: steel doors with slits and handles, a door to a classroom now and then, a rail of light above."""
    y, z = points[..., 1], points[..., 2]
    wide, tall = 0.36, 1.86
    number = np.floor(z / wide)
    inner = z - number * wide
    gaps = np.maximum(line(z, wide, 0.012, pixel), line(y - 0.06, 0.90, 0.012, pixel) * (y < tall))
    slits = np.zeros_like(y)
    for high in (0.74, 0.79, 0.84, 1.64, 1.69, 1.74):
        far = np.abs(y - high)
        slits = np.maximum(slits, np.clip((0.006 + pixel / 2 - far) / pixel, 0, 1) * (np.abs(inner - 0.18) < 0.09))
    handle = (np.abs(inner - 0.31) < 0.012) * (np.abs(((y - 0.06) % 0.9) - 0.45) < 0.07)
    tone = 0.72 + 0.35 * hashed(number, 7.0) * (0.6 + 0.4 * hashed(number + np.floor(y / 0.96) * 31, 8.0))
    steel = tone * (1 - 0.8 * gaps) * (1 - 0.65 * slits) + 0.5 * handle
    lit = sunlit(points)[..., None] * np.array(hour.sun, np.float32)
    air = np.array(hour.air, np.float32)
    door = steel[..., None] * np.array((0.36, 0.47, 0.56), np.float32)
    plaster = np.array((0.55, 0.58, 0.62), np.float32) * (1 - 0.5 * line(y - tall - 0.02, 9, 0.05, pixel))[..., None]
    surface = np.where((y < tall)[..., None], door, plaster)
    base = np.where((y < 0.06)[..., None], surface * 0.35, surface)
    return base * (air * (1.5 + 0.5 * np.exp(-y))[..., None] + lit * 0.92)


@lru_cache(maxsize=4)
def _rays(pan: float, tilt: float, roll: float, focal: float, shift: float) -> Vector:
    return Camera(0, 0, 0, pan, tilt, roll, focal, shift).rays()


@lru_cache(maxsize=2)
def view(camera: Camera, hour: Hour = DAWN) -> tuple[Floats, NDArray[np.bool_]]:
    """The empty corridor from inside, and where its floor is seen."""
    return _view(camera, hour, None)


def _view(camera: Camera, hour: Hour, glass: NDArray[np.bool_] | None) -> tuple[Floats, NDArray[np.bool_]]:
    rays = _rays(camera.pan, camera.tilt, camera.roll, camera.focal, camera.shift)
    with np.errstate(divide="ignore", invalid="ignore"):
        far = -camera.y / rays[..., 1]
    far = np.where(np.isfinite(far), far, -1).astype(np.float32)
    points = camera.at.astype(np.float32) + rays * far[..., None]
    ground = (rays[..., 1] < -1e-4) & (np.abs(points[..., 0]) < HALF) & (points[..., 2] < FAR) & (points[..., 2] > NEAR)
    out = _inside(camera.at, rays, hour, camera.focal, ~ground if glass is None else ~ground & glass)
    rows = np.flatnonzero(ground.any(axis=1))
    if len(rows):
        area = slice(int(rows[0]), int(rows[-1]) + 1)
        there = ground[area] if glass is None else ground[area] & glass[area]
        low = rays[area][::2, ::2] * np.array((1, -1, 1), np.float32)
        room = _inside(np.array((camera.x, -camera.y, camera.z)), low, hour, camera.focal / 2)
        mirror = np.stack([doubled(blurred(room[..., n], 3, 1))[: there.shape[0]] for n in range(3)], axis=2)
        out[area][there] = _floor(camera, points[area][there], rays[area][there], hour, mirror[there])
    return out, ground


def _floor(camera: Camera, points: Vector, rays: Vector, hour: Hour, mirror: Floats) -> Floats:
    """Linoleum: squares, sun in patches, and the room upside down in its polish."""
    x, z = points[:, 0], points[:, 2]
    way = points - camera.at.astype(np.float32)
    away = np.maximum(0.1, np.sqrt((way * way).sum(axis=1)))
    flat = np.clip(-way[:, 1] / away, 0.02, 1)
    pixel = away / camera.focal
    tile = hashed(np.floor(x / 0.45) * 3.1 + np.floor(z / 0.45) * 7.7, 5.0)
    joints = np.maximum(line(x, 0.45, 0.005, pixel), line(z, 0.45, 0.005, pixel / flat))
    ground = (0.52 + 0.10 * tile) * (1 - 0.4 * joints)
    light = np.array(hour.air, np.float32) * 1.3 + sunlit(points)[:, None] * np.array(hour.sun, np.float32) * 0.95
    colour = ground[:, None] * np.array((0.62, 0.66, 0.70), np.float32) * light
    fresnel = (0.05 + 0.6 * (1 - flat) ** 3)[:, None]
    return colour * (1 - fresnel * 0.6) + mirror * fresnel


def shaft_corners(bay: int) -> tuple[Vector, Vector]:
    """The corners of a window, and of its patch of light on the floor."""
    z = bay * BAY + (BAY - GLASS) / 2
    corners = [vec(-HALF, y, z + dz) for y, dz in ((SILL, 0), (SILL, GLASS), (TOP, GLASS), (TOP, 0))]
    fallen = []
    for corner in corners:
        way = min(corner[1] / -SUN[1], 2 * HALF / SUN[0])
        fallen.append(corner + SUN * way)
    return np.array(corners), np.array(fallen)


@lru_cache(maxsize=2)
def outside(camera: Camera, hour: Hour = DAWN) -> tuple[Floats, Floats]:
    """The corridor seen through its windows, and how much of each pixel is wall in front (1) or glass (0)."""
    rays = _rays(camera.pan, camera.tilt, camera.roll, camera.focal, camera.shift)
    way = (-HALF - camera.x) / np.maximum(rays[..., 0], 1e-3)
    front = camera.at.astype(np.float32) + rays * way[..., None].astype(np.float32)
    pixel = way / camera.focal
    wall = 1 - panes(front[..., 1], front[..., 2], pixel.astype(np.float32))
    inside, _ = _view(camera, hour, wall < 0.999)
    return inside, wall.astype(np.float32)
